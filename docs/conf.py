"""The site: `nox -s docs` builds it, strictly and without a network."""

from __future__ import annotations

import sys
from pathlib import Path

import ltnato

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
html_css_files = ["notebooks.css"]
html_show_sourcelink = False
html_theme_options = {
    "source_repository": "https://github.com/ltnato/ltnato/",
    "source_branch": "main",
    "source_directory": "docs/",
}

myst_enable_extensions = ["attrs_block", "colon_fence", "deflist"]
# The links to rules and the like lead to headings.
myst_heading_anchors = 3

# The scripts in notebooks/ are the notebooks: jupytext makes them at build time.
nb_custom_formats = {".py": ["jupytext.reads", {"fmt": "py:percent"}]}
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_output_stderr = "warn"  # and a warning breaks the build

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
# An `Attributes:` section on an attrs class would collide with its members.
napoleon_use_ivar = True
python_use_unqualified_type_names = True

# The inventory lies in the repository, so that a strict build needs no network.
intersphinx_mapping = {
    "python": ("https://docs.python.org/3", str(HERE / "_inventories" / "python.inv")),
}
