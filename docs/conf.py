"""The site: `nox -s docs` builds it, strictly and without a network."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import ltnato

if TYPE_CHECKING:
    from docutils.nodes import Element, TextElement
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "explorer"))

project = "ltnato"
author = "The ltnato developers"
project_copyright = "the ltnato developers; data CC0-1.0, code MIT"
release = ltnato.__version__
version = release

extensions = [
    "myst_nb",  # Markdown, and notebooks that run while the site is built
    "sphinx.ext.autodoc",
    "sphinx.ext.intersphinx",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "explorer",  # ours: puts the page of the whole chronology into the site
]
exclude_patterns = ["_build", "conf.py", "explorer"]  # each .py elsewhere is a notebook
nitpicky = True

html_theme = "furo"
html_title = "ltnato"
html_baseurl = "https://ltnato.readthedocs.io/en/stable/"
html_copy_source = False
html_static_path = ["_static"]
html_css_files = ["notebooks.css", "tables.css"]
html_show_sourcelink = False
html_theme_options = {
    "source_repository": "https://github.com/ltnato/ltnato/",
    "source_branch": "main",
    "source_directory": "docs/",
}

myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
# The links to rules and the like lead to headings.
myst_heading_anchors = 3

# The scripts in notebooks/ are the notebooks: jupytext makes them at build time.
nb_custom_formats = {".py": ["jupytext.reads", {"fmt": "py:percent"}]}
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_output_stderr = "warn"  # and a warning breaks the build

# In docstrings single backticks name what is documented: `load`.
default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
# An `Attributes:` section on an attrs class would collide with its members.
napoleon_use_ivar = True
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88
nitpick_ignore = [
    # Of other packages, whose inventories are not kept here.
    ("py:class", "alt.LayerChart"),
    ("py:class", "alt.VConcatChart"),
    ("py:class", "pa.Table"),
    ("py:class", "pd.DataFrame"),
    ("py:class", "pendulum.Date"),
    ("py:class", "pl.DataFrame"),
    # The type of what a collection holds.
    ("py:class", "T_co"),
]

# The inventory lies in the repository, so that a strict build needs no network.
intersphinx_mapping = {
    "python": ("https://docs.python.org/3", str(HERE / "_inventories" / "python.inv")),
}

#: What annotations name without its module; the package imports it for type checkers alone.
QUALIFIED = {
    "Any": "typing.Any",
    "Callable": "collections.abc.Callable",
    "Iterable": "collections.abc.Iterable",
    "Path": "pathlib.Path",
    "Self": "typing.Self",
    "Unpack": "typing.Unpack",
    "_PeriodLike": "Day",
    "date": "datetime.date",
}


def _resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: TextElement
) -> Element | None:
    """Lead a name of an annotation to where it is public, or give intersphinx its full name."""
    target = node.get("reftarget", "")
    if node.get("refdomain") != "py":
        return None
    node["reftarget"] = QUALIFIED.get(target, target)
    name = f"ltnato.{target.rpartition('.')[2]}" if target.startswith("ltnato._") else ""
    return env.domains["py"].resolve_xref(
        env, node["refdoc"], app.builder, "obj", name or node["reftarget"], node, contnode
    )


def setup(app: Sphinx) -> None:
    """Add what the configuration can not say."""
    app.connect("missing-reference", _resolve, priority=400)
