"""Running the checks: what is selected, what is reported, and rules of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import ltnato
from builders import INFO, TABLES, Plain, changed, dataset, text, write, written
from ltnato import Finding, InvalidQueryError, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


def _loud(data: ltnato.Dataset) -> Iterable[Finding]:
    return (
        Finding(record=event.id, field="title.en", message="ends in an exclamation mark")
        for event in data.events()
        if event.title.en.endswith("!")
    )


LOUD = Rule(
    code="X1",
    name="loud-title",
    family="own",
    severity=ltnato.Severity.NOTE,
    reason="Titles do not shout.",
    run=_loud,
)


class TestRules:
    """The registry."""

    def test_families(self) -> None:
        """Every family of the project is there, and a code begins with the letter of its family."""
        letters = {
            "structure": "S",
            "use": "U",
            "dates": "D",
            "order": "O",
            "people": "P",
            "counts": "C",
            "sources": "R",
            "text": "T",
        }
        assert {rule.family for rule in ltnato.rules()} == set(letters)
        for rule in ltnato.rules():
            assert rule.code[0] == letters[rule.family], rule.code
            assert rule.code[1:].isdigit(), rule.code

    def test_unique(self) -> None:
        """No two rules share a code or a name, and no name is that of a family."""
        codes = [rule.code for rule in ltnato.rules()]
        names = [rule.name for rule in ltnato.rules()]
        assert codes == sorted(set(codes))
        assert len(set(names)) == len(names)
        assert not {rule.family for rule in ltnato.rules()} & {*names, *codes}

    def test_told(self) -> None:
        """Each says in a line why it is a rule, and where the documentation tells of it."""
        for rule in ltnato.rules():
            assert rule.reason.endswith("."), rule.code
            assert "\n" not in rule.reason, rule.code
            assert rule.anchor.endswith(f"/docs/rules.md#{rule.name}")

    def test_loading(self, tmp_path: Path) -> None:
        """A fault that keeps a folder from loading bears the code of a rule in the registry."""
        folder = write(tmp_path, events=changed("events", "accession-day", places=["atlantis"]))
        (found,) = ltnato.check(folder)
        assert found.rule == "S211"
        assert found in _refused(folder)
        assert found.rule in {rule.code for rule in ltnato.rules()}

    def test_value(self) -> None:
        """A rule shows what it holds, and takes the severity as a text."""
        assert repr(LOUD).startswith("Rule(code='X1', name='loud-title'")
        assert ltnato.rules()[0].severity == "error"
        with pytest.raises(ValueError, match="grave"):
            Rule(code="X", name="x", family="x", severity="grave", reason="x", run=_loud)


def _refused(folder: Path) -> tuple[Finding, ...]:
    with pytest.raises(ltnato.InvalidDataError) as caught:
        ltnato.load(folder)
    return caught.value.findings


class TestTargets:
    """What is checked."""

    def test_shipped(self) -> None:
        """The shipped data give no error and no warning."""
        assert [str(one) for one in ltnato.check() if one.severity != "note"] == []
        assert ltnato.check() == ltnato.check(ltnato.dataset())

    def test_folder(self, tmp_path: Path) -> None:
        """A folder, as a path or a text, gives what the dataset that it holds gives."""
        events = changed("events", "accession-day", title={"en": "It joins!", "lt": "Įstojo!"})
        folder = write(tmp_path, events=events)
        found = ltnato.check(folder, rules=[LOUD], select="own")
        assert [str(one) for one in found] == [
            "events.json: accession-day: title.en: ends in an exclamation mark"
        ]
        assert found == ltnato.check(str(folder), rules=[LOUD], select="own")
        assert found == ltnato.check(ltnato.load(folder), rules=[LOUD], select="own")

    def test_order(self, tmp_path: Path) -> None:
        """Findings stand by file, record and field."""
        found = ltnato.check(dataset(tmp_path))
        places = [(one.file, one.record or "", one.field or "") for one in found]
        assert places == sorted(places)
        assert len({one.file for one in found}) > 2

    def test_no_folder(self, tmp_path: Path) -> None:
        """A folder that is not there is a fault of the data, not an exception."""
        (found,) = ltnato.check(tmp_path / "nowhere")
        assert found.rule == "S101"

    def test_extends(self, tmp_path: Path) -> None:
        """What stands in the dataset on which a folder builds is not reported again."""
        base = dataset(tmp_path / "base")
        mine = {**TABLES["events"][0], "id": "second-letter"}
        del mine["citations"]
        own: dict[str, list[Plain] | None] = dict.fromkeys(TABLES)
        own["events"] = [mine]
        folder = write(tmp_path / "mine", INFO | {"redirects": [], "coverage": []}, **own)
        found = ltnato.check(folder, extends=base)
        assert {one.record for one in found if one.file == "events.json"} == {"second-letter"}
        assert {one.file for one in found} <= {"events.json", "dataset.json"}
        assert found == ltnato.check(ltnato.load(folder, extends=base))


class TestSelection:
    """Rules asked for, and rules passed over."""

    def test_select(self, tmp_path: Path) -> None:
        """Code, name and family each select; several select what any of them names."""
        data = dataset(tmp_path)
        of_sources = ltnato.check(data, select="sources")
        assert {one.rule[0] for one in of_sources} == {"R"}
        assert {one.rule[0] for one in ltnato.check(data, select=["sources", "use"])} == {"R", "U"}
        code = of_sources[0].rule
        name = next(rule.name for rule in ltnato.rules() if rule.code == code)
        assert ltnato.check(data, select=[code]) == ltnato.check(data, select=name) != ()

    def test_ignore(self, tmp_path: Path) -> None:
        """What is ignored is left out, also of what is selected."""
        data = dataset(tmp_path)
        whole = ltnato.check(data)
        kept = ltnato.check(data, ignore="sources")
        assert kept == tuple(one for one in whole if one.rule[0] != "R")
        assert ltnato.check(data, select="sources", ignore=("sources",)) == ()

    def test_none_selected(self, tmp_path: Path) -> None:
        """An empty selection runs nothing, no selection runs all."""
        data = dataset(tmp_path)
        assert ltnato.check(data, select=[]) == ()
        assert ltnato.check(data, ignore=[]) == ltnato.check(data)

    @pytest.mark.parametrize("option", ["select", "ignore"])
    def test_unknown(self, option: str) -> None:
        """A name that no rule bears is refused with what may have been meant."""
        check: Callable[..., object] = ltnato.check
        with pytest.raises(InvalidQueryError, match=r"no rule is called 'sourcs'.*'sources'"):
            check(**{option: "sourcs"})
        with pytest.raises(InvalidQueryError, match=r"^no rule is called 'qqqqqq'$"):
            check(**{option: ["qqqqqq"]})


class TestOwnRules:
    """Rules of one's own."""

    def test_filled_in(self, tmp_path: Path) -> None:
        """A finding takes code and severity from its rule, and its file from its record."""
        title = {"en": "It joins!", "lt": "Įstojo!"}
        data = dataset(tmp_path, events=changed("events", "accession-day", title=title))
        (found,) = ltnato.check(data, rules=[LOUD], select="X1")
        assert (found.rule, found.severity, found.file) == ("X1", "note", "events.json")

    def test_kept(self, tmp_path: Path) -> None:
        """What a finding itself says stays: its code, its file."""
        said = Finding(rule="X2", file="elsewhere.json", message="is odd")
        rule = ltnato.Rule(
            code="X1",
            name="odd",
            family="own",
            severity=ltnato.Severity.WARNING,
            reason="Odd things are reported.",
            run=lambda _: [said],
        )
        (found,) = ltnato.check(dataset(tmp_path), rules=[rule], select="own")
        assert (found.rule, found.file, found.severity) == ("X2", "elsewhere.json", "warning")


class TestCanonical:
    """The form of the files of a folder."""

    def test_canonical(self, tmp_path: Path) -> None:
        """Files that are written as the codec writes them give no finding."""
        assert ltnato.check(write(tmp_path), select="not-canonical") == ()

    @pytest.mark.parametrize(
        ("change", "hint"),
        [
            (lambda whole: whole.replace("  ", "\t"), r"""line 2 would be '{'"""),
            (lambda whole: whole.removesuffix("\n"), r"""line 1 would be '['"""),
            (lambda whole: whole.replace("]\n", "]\n\n"), "line "),
            (lambda whole: whole.replace("\n", "\r\n"), "line 1 would be '['"),
        ],
        ids=["tabs", "no-newline", "blank-line", "windows-lines"],
    )
    def test_form(self, tmp_path: Path, change: object, hint: str) -> None:
        """A file in another form is named, with the first line that differs."""
        folder = write(tmp_path)
        written(folder, "places.json", change(text(TABLES["places"])))  # type: ignore[operator]
        (found,) = ltnato.check(folder, select="S301")
        assert (found.file, found.record, found.severity) == ("places.json", None, "warning")
        assert found.message == (
            "is not in the canonical form: sorted, indented by two, empty fields left out"
        )
        assert found.hint is not None
        assert found.hint.startswith(hint)

    def test_order(self, tmp_path: Path) -> None:
        """So is a file whose records are not sorted, and one with an empty list."""
        folder = write(tmp_path, places=TABLES["places"][::-1])
        written(folder, "observations.json", "[]")
        found = ltnato.check(folder, select="S301")
        assert [one.file for one in found] == ["observations.json", "places.json"]

    def test_not_selected(self, tmp_path: Path) -> None:
        """The form is not looked at where its rule is passed over."""
        folder = write(tmp_path, places=TABLES["places"][::-1])
        assert not [one for one in ltnato.check(folder, ignore="S301") if one.rule == "S301"]


class TestAmbiguous:
    """Names that find nothing, since several records bear them."""

    def test_ambiguous(self, tmp_path: Path) -> None:
        """Two actors of one name are reported, each for each such name."""
        same = {"en": "Vilnius Post", "lt": "Vilniaus paštas"}
        extra = [
            {
                "id": one,
                "kind": "organisation",
                "name": same,
                "citations": [{"source": "vilnius-daily"}],
            }
            for one in ("vilnius-post", "vilnius-post-of-old")
        ]
        data = dataset(tmp_path, actors=[*TABLES["actors"], *extra])
        found = ltnato.check(data, select="ambiguous-name")
        assert {str(one) for one in found} == {
            "actors.json: vilnius-post: 'vilniaus pastas' is also a name of vilnius-post-of-old",
            "actors.json: vilnius-post: 'vilnius post' is also a name of vilnius-post-of-old",
            "actors.json: vilnius-post-of-old: 'vilniaus pastas' is also a name of vilnius-post",
            "actors.json: vilnius-post-of-old: 'vilnius post' is also a name of vilnius-post",
        }
        assert {one.severity for one in found} == {"warning"}

    def test_unambiguous(self, tmp_path: Path) -> None:
        """Names of their own are not."""
        assert ltnato.check(dataset(tmp_path), select="ambiguous-name") == ()
