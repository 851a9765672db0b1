"""The checks of the project, each a session: `uv run --isolated --only-group nox nox`."""

from __future__ import annotations

import json
import os
import shutil
import tarfile
import zipfile
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PYPROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
PYTHONS = nox.project.python_versions(PYPROJECT)
EXTRAS = PYPROJECT["project"]["optional-dependencies"]
#: The extras that bring data frames.
FRAMES = ("arrow", "pandas", "polars")

nox.needs_version = ">=2026.8"
nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"
# Which interpreters there are is the machine's affair: one that is missing is skipped, and said.
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False


def _wake_pyenv() -> None:
    """Let `python3.x` find every version pyenv has; its shims answer for the active ones only."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    versions = [
        version.name
        for name in PYTHONS
        for version in sorted((root / "versions").glob(f"{name}.*"), reverse=True)
    ]
    if versions:
        os.environ["PYENV_VERSION"] = ":".join(versions)


_wake_pyenv()


def _pytest(session: nox.Session, *args: str) -> None:
    session.run("pytest", *args, *session.posargs)


def _build(session: nox.Session) -> tuple[Path, Path]:
    """Build the distributions, the wheel from the source distribution, and return both."""
    dist = Path(session.create_tmp()).resolve() / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    session.run("uv", "build", "--quiet", "--out-dir", str(dist), str(ROOT), external=True)
    (wheel,) = dist.glob("*.whl")
    (sdist,) = dist.glob("*.tar.gz")
    return wheel, sdist


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests on every CPython that is found, with the newest dependencies."""
    session.install("--group", "test", "--editable", ".")
    _pytest(session)


@nox.session(python=PYTHONS[0])
def tests_lowest(session: nox.Session) -> None:
    """Run the tests with the oldest dependencies that the lower bounds allow."""
    bounds = PYPROJECT["project"]["dependencies"]
    session.install("--group", "test")
    session.install("--editable", ".", *(bound.replace(">=", "==") for bound in bounds))
    _pytest(session)


@nox.session
def interop(session: nox.Session) -> None:
    """Read every export back with other programs."""
    session.install("--group", "test", "--group", "interop", "--editable", ".")
    _pytest(session, "tests/interop")


@nox.session(python=PYTHONS[0])
def interop_lowest(session: nox.Session) -> None:
    """Make frames with the oldest libraries that the extras allow."""
    bounds = [bound for extra in FRAMES for bound in EXTRAS[extra]]
    duckdb = next(one for one in PYPROJECT["dependency-groups"]["interop"] if "duckdb" in one)
    session.install("--group", "test", "--editable", ".", duckdb)
    session.install(*(bound.replace(">=", "==") for bound in bounds))
    _pytest(session, "tests/interop/test_frames.py")


@nox.session
def wheel(session: nox.Session) -> None:
    """Run the tests on the built wheel, with the sources out of reach."""
    built, _ = _build(session)
    away = Path(session.create_tmp()).resolve() / "away"
    shutil.rmtree(away, ignore_errors=True)
    ignored = shutil.ignore_patterns("src", ".*", "__pycache__", "uv.lock")
    shutil.copytree(ROOT, away, ignore=ignored)
    session.install("--group", "test")
    session.install("--reinstall-package", "ltnato", str(built))
    session.chdir(away)
    where = session.run("python", "-c", "import ltnato; print(ltnato.__file__)", silent=True)
    if "site-packages" not in str(where):
        session.error(f"ltnato was imported from {where}")
    _pytest(session)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the tests and ask that they reach every branch of the package."""
    session.install("--group", "test", "--group", "interop", "--editable", ".")
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    session.run("coverage", "run", "-m", "pytest", "tests/interop")
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def browser(session: nox.Session) -> None:
    """Draw the pictures, and open all pages in Chromium, which the system brings."""
    if shutil.which("chromium") is None:
        session.error("there is no chromium; Debian has it: apt-get install chromium")
    session.install("--group", "test", "--group", "browser", "--editable", ".")
    session.install("--no-deps", "--group", "axe")
    _pytest(session, "tests/browser")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, spelling and the direction of imports."""
    session.install("--group", "lint", "--editable", ".")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("codespell")
    session.run("lint-imports", "--no-cache")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types, and that a user's checker knows every public one."""
    session.install("--group", "test", "--group", "types", "--editable", ".")
    session.run("mypy")
    session.run("pyright")
    # A wheel, and from elsewhere: pyright judges what a user installs.
    built, _ = _build(session)
    session.install("--reinstall-package", "ltnato", "--no-deps", str(built))
    session.chdir(session.create_tmp())
    # The exit status depends on the dependencies' types too, hence the look at the score.
    text = session.run(
        *("pyright", "--verifytypes", "ltnato", "--ignoreexternal", "--outputjson"),
        silent=True,
        success_codes=[0, 1],
    )
    report = json.loads(str(text)[str(text).index("{") :])
    known = report["typeCompleteness"]
    if known["completenessScore"] != 1 or not known["exportedSymbolCounts"]["withKnownType"]:
        for symbol in known["symbols"]:
            if symbol["isExported"] and not symbol["isTypeKnown"]:
                for said in symbol["diagnostics"]:
                    session.warn(f"{symbol['name']}: {said['message']}")
        session.error(f"verifytypes: {known['completenessScore']:.1%}, asked for 100 %")
    session.log(f"verifytypes: 100 % of {known['exportedSymbolCounts']['withKnownType']} symbols")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the site strictly, without a network, follow its links, and look at every page."""
    session.install(
        *("--group", "docs", "--group", "test", "--group", "browser"),
        *("--editable", ".[charts,pandas]"),
    )
    # A folder in a folder: myst-nb puts the notebooks that it ran beside the site.
    site = ROOT / "docs" / "_build" / "html"
    shutil.rmtree(site, ignore_errors=True)
    session.run(
        *("sphinx-build", "--nitpicky", "--fail-on-warning", "--keep-going", "--quiet"),
        *("--builder", "html", "docs", str(site)),
    )
    session.run("linkchecker", "--no-status", str(site / "index.html"))
    _pytest(session, "tests/docs")


@nox.session
def build_checks(session: nox.Session) -> None:
    """Check what would be published: metadata, contents, licences, citation."""
    session.install("--group", "build")
    built, source = _build(session)
    session.run("validate-pyproject", "pyproject.toml")
    session.run("twine", "check", "--strict", str(built), str(source))
    session.run("check-wheel-contents", str(built))
    session.run(
        *("check-jsonschema", "--builtin-schema", "vendor.citation-file-format", "CITATION.cff")
    )
    package = ROOT / "src" / "ltnato"
    shipped = {
        file.relative_to(package.parent).as_posix()
        for file in package.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    with zipfile.ZipFile(built) as archive:
        held = set(archive.namelist())
    info = f"ltnato-{PYPROJECT['project']['version']}.dist-info"
    licences = {f"{info}/licenses/{name}" for name in PYPROJECT["project"]["license-files"]}
    with tarfile.open(source) as archive:
        kept = {name.partition("/")[2] for name in archive.getnames()}
    asked = {f"src/{name}" for name in shipped} | {"CHANGELOG.md", "tests/conftest.py"}
    for where, missing in (("wheel", (shipped | licences) - held), ("sdist", asked - kept)):
        if missing:
            session.error(f"missing in the {where}: {', '.join(sorted(missing))}")
    if extra := {name for name in held if not name.startswith(f"{info}/")} - shipped:
        session.error(f"not meant for the wheel: {', '.join(sorted(extra))}")


@nox.session
def benchmark(session: nox.Session) -> None:
    """Measure start-up, a warm query, memory and size; a slow machine fails nothing."""
    env = {"UV": nox.virtualenv.UV}
    session.run("python", "tests/benchmarks/bench.py", *session.posargs, env=env)
