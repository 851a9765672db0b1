#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.11"
# dependencies = ["nox[uv]==2026.10.20"]
# ///
"""The checks of the project, each a session: `uv run noxfile.py`, with `--list` to see them."""

from __future__ import annotations

import hashlib
import json
import os
import re
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
#: The exports that a release brings, and how their names end.
EXPORTS = {
    "csv": "csv",
    "datapackage": "datapackage.zip",
    "ics": "ics",
    "json": "json",
    "jsonld": "jsonld",
    "parquet": "parquet",
    "sqlite": "sqlite",
}

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


def _build(
    session: nox.Session, project: Path = ROOT, dist: Path | None = None, epoch: str | None = None
) -> tuple[Path, Path]:
    """Build the distributions, the wheel from the source distribution, and return both."""
    dist = dist or Path(session.create_tmp()).resolve() / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    session.run(
        *("uv", "build", "--quiet", "--out-dir", str(dist), str(project)),
        env={"SOURCE_DATE_EPOCH": epoch},
        external=True,
    )
    (dist / ".gitignore").unlink(missing_ok=True)  # uv's; it is nothing to publish
    (wheel,) = dist.glob("*.whl")
    (sdist,) = dist.glob("*.tar.gz")
    return wheel, sdist


def _find_chromium(session: nox.Session) -> None:
    if shutil.which("chromium") is None:
        session.error("there is no chromium; Debian has it: apt-get install chromium")


def _git(session: nox.Session, *args: str) -> str:
    return str(session.run("git", *args, external=True, silent=True)).strip()


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests on every CPython that is found, with the newest dependencies."""
    session.install("--group", "test", "--editable", ".")
    _pytest(session)


@nox.session(python=PYTHONS[0], tags=["dependencies"])
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


@nox.session(python=PYTHONS[0], tags=["dependencies"])
def interop_lowest(session: nox.Session) -> None:
    """Make frames with the oldest libraries that the extras allow."""
    bounds = [bound for extra in FRAMES for bound in EXTRAS[extra]]
    duckdb = next(one for one in PYPROJECT["dependency-groups"]["interop"] if "duckdb" in one)
    session.install("--group", "test", "--editable", ".", duckdb)
    session.install(*(bound.replace(">=", "==") for bound in bounds))
    _pytest(session, "tests/interop/test_frames.py")


@nox.session(python=[PYTHONS[0], PYTHONS[-1]], tags=["dependencies"], default=False)
def newest(session: nox.Session) -> None:
    """Run the tests and read the exports with the newest of everything, pinned or not."""
    pinned = nox.project.dependency_groups(PYPROJECT, "test", "interop")
    newer = (pin.replace("==", ">=") for pin in pinned)
    session.install("--upgrade", "--editable", ".", *newer)
    _pytest(session)
    _pytest(session, "tests/interop")


@nox.session
def wheel(session: nox.Session) -> None:
    """Run the tests on the built wheel, with the sources out of reach."""
    built, _ = _build(session)
    away = Path(session.create_tmp()).resolve() / "away"
    shutil.rmtree(away, ignore_errors=True)
    ignored = shutil.ignore_patterns(".*", "__pycache__", "uv.lock")
    shutil.copytree(ROOT, away, ignore=ignored)
    shutil.rmtree(away / "src")
    session.install("--group", "test")
    session.install("--reinstall-package", "ltnato", str(built))
    session.chdir(away)
    where = session.run("python", "-c", "import ltnato; print(ltnato.__file__)", silent=True)
    if "site-packages" not in str(where):
        session.error(f"ltnato was imported from {where}")
    _pytest(session)


@nox.session
def downstream(session: nox.Session) -> None:
    """Build another package on the wheel: check its types, test it, run it from a zip file."""
    built, _ = _build(session)
    work = Path(session.create_tmp()).resolve()
    sample, tree, app = work / "sample", work / "tree", work / "notes.pyz"
    for folder in (sample, tree):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "tests" / "downstream", sample)
    groups = PYPROJECT["dependency-groups"]
    session.install(
        *_pinned(groups["types"], "mypy", "pyright"), *_pinned(groups["test"], "pytest")
    )
    fresh = [f"--reinstall-package={name}" for name in ("ltnato", "membership-notes")]
    session.install(*fresh, str(built), str(sample))
    session.chdir(sample)
    session.run("mypy")
    session.run("pyright")
    _pytest(session)
    # One file that holds all: the sample, ltnato, its data and what it depends on. Compiled parts
    # can not be imported from it; what stands in for them in pendulum can.
    target = ("--quiet", "--target", str(tree), "--python", str(session.virtualenv.location))
    session.run("uv", "pip", "install", *target, str(built), str(sample), external=True)
    entry = "membership_notes.__main__:main"
    session.run("python", "-m", "zipapp", str(tree), "-c", "-o", str(app), "-m", entry)
    words, utf8 = ("2004-03-29 2014-04-01", "--lang", "lt"), ("-X", "utf8", "-W", "error")
    said = str(session.run("membership-notes", *words, silent=True, env={"PYTHONUTF8": "1"}))
    if "Lietuva įstoja į NATO" not in said or "NATO jau 10 m." not in said:
        session.error(f"the command does not tell of the days: {said}")
    for how in (("-I", "-S", str(app)), ("-I", "-S", "-OO", str(app)), ("-m", "membership_notes")):
        if session.run("python", *utf8, *how, *words, silent=True) != said:
            session.error(f"python {' '.join(how)} answers otherwise than the installed command")


def _pinned(group: list[object], *names: str) -> list[str]:
    """Give the requirements of some tools as a dependency group pins them."""
    return [one for one in group if isinstance(one, str) and re.split(r"[\[=]", one)[0] in names]


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
    _find_chromium(session)
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
    _find_chromium(session)
    session.install("--group", "docs", "--editable", ".[charts,pandas]")
    session.install("--group", "test", "--group", "browser")
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
    """Check what would be published: metadata, contents, licences, the same bytes each time."""
    session.install("--group", "build")
    built, source = _build(session)
    session.run("validate-pyproject", "pyproject.toml")
    session.run("twine", "check", "--strict", str(built), str(source))
    session.run("check-wheel-contents", str(built))
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
    _check_reproducible(session, (built, source))


def _check_reproducible(session: nox.Session, first: tuple[Path, Path]) -> None:
    """Build again from a copy of the files elsewhere, made now, with other rights."""
    there = Path(session.create_tmp()).resolve() / "elsewhere"
    shutil.rmtree(there, ignore_errors=True)
    listed = _git(session, "ls-files", "--cached", "--others", "--exclude-standard").splitlines()
    for name in filter(Path.is_file, map(Path, listed)):
        (there / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(name, there / name)  # without its times
        (there / name).chmod(0o700 if os.access(name, os.X_OK) else 0o600)
    for one, other in zip(first, _build(session, there, there / "dist"), strict=True):
        if one.read_bytes() != other.read_bytes():
            session.error(f"two builds of {one.name} differ: {one} and {other}")
        session.log(f"twice the same: {hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}")


#: What describes the project to services, and the public schema of each; the first that fits.
SCHEMAS = {
    ".github/workflows/*.yml": "github-workflows",
    ".github/dependabot.yml": "dependabot",
    ".github/ISSUE_TEMPLATE/config.yml": "github-issue-config",
    ".github/ISSUE_TEMPLATE/*.yml": "github-issue-forms",
    ".readthedocs.yaml": "readthedocs",
    "CITATION.cff": "citation-file-format",
}


@nox.session
def repo_checks(session: nox.Session) -> None:
    """Check how the repository is kept: workflows, forms, hooks, dependencies, habits."""
    session.install("--group", "lint", "--group", "repo", "--editable", ".")
    session.run("zizmor", "--offline", "--persona=pedantic", ".")
    seen: set[Path] = set()
    for pattern, schema in SCHEMAS.items():
        files = sorted(set(ROOT.glob(pattern)) - seen)
        seen.update(files)
        session.run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files))
    session.run("deptry", "src", silent=True)  # it tells at length what it assumes
    session.run("sp-repo-review", ".", "--show", "errskip")
    session.run("pre-commit", "validate-config")
    # The hooks call uv for their tools, which this environment has.
    env = {
        "PRE_COMMIT_HOME": session.create_tmp(),
        "UV_NO_SYNC": "1",
        "UV_PROJECT_ENVIRONMENT": session.virtualenv.location,
    }
    session.run("pre-commit", "run", "--all-files", "--show-diff-on-failure", env=env)


@nox.session(default=False)
def release(session: nox.Session) -> None:
    """Lay out in dist/ what a release publishes: `-- v1.2.3` names its tag."""
    if len(session.posargs) != 1:
        session.error("name the tag: uv run noxfile.py --session release -- v1.2.3")
    dist = ROOT / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    notes = session.run("python", ".ci/release_notes.py", *session.posargs, silent=True)
    when = _git(session, "log", "-1", "--format=%ct")
    built, _ = _build(session, dist=dist / "packages", epoch=when)
    (dist / "notes.md").write_text(str(notes), encoding="utf-8")
    data = dist / "data"
    data.mkdir()
    session.install("--reinstall-package", "ltnato", f"ltnato[arrow,calendar] @ {built.as_uri()}")
    held = json.loads((ROOT / "src" / "ltnato" / "data" / "dataset.json").read_text("utf-8"))
    for form, end in EXPORTS.items():
        file = data / f"ltnato-{held['version']}.{end}"
        session.run("python", "-m", "ltnato", "export", form, str(file))


@nox.session
def benchmark(session: nox.Session) -> None:
    """Measure in few rounds and without peers; `-- --rounds 15` and other options measure all.

    A slow machine fails nothing, unless `-- --check` asks for it.
    """
    options = session.posargs or ("--rounds", "2", "--no-peers")
    session.run("python", "tests/benchmarks/bench.py", *options, env={"UV": nox.virtualenv.UV})


if __name__ == "__main__":
    nox.main()
