"""The data of the explorer page, without a browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import explorer
import pytest

import builders
import ltnato

if TYPE_CHECKING:
    from pathlib import Path

PREFIX, SUFFIX = "window.LTNATO = ", ";\n"


def shown(folder: Path, **tables: Any) -> dict[str, Any]:
    """Give what the page shows of the small dataset, with these changes."""
    return explorer.data(builders.dataset(folder, **tables))


class TestData:
    """What the page is given."""

    def test_order(self, tmp_path: Path) -> None:
        """Events stand in order of time, undated ones last, as a query gives them."""
        data = builders.dataset(tmp_path)
        found = [one["id"] for one in explorer.data(data)["events"]]
        assert found == list(data.events().ids)
        assert found != sorted(found)

    def test_fields(self, tmp_path: Path) -> None:
        """Records are those of the export but for fields that the page does not show."""
        found = shown(tmp_path)
        for table in ("events", "actors", "places", "documents", "sources"):
            kept = {one["id"]: one for one in found[table]}
            for record in builders.TABLES[table]:
                one = kept.pop(record["id"])
                assert one.items() <= record.items()
                assert "note" not in one
            assert not kept

    def test_discrepancies(self, tmp_path: Path) -> None:
        """Only discrepancies about events are told."""
        about = builders.changed("discrepancies", "no-second-summit", record="amber-charter")
        assert {one["record"] for one in shown(tmp_path, discrepancies=about)["discrepancies"]} == {
            "exercise-amber-shield",
            "accession-day",
        }

    def test_periods(self, tmp_path: Path) -> None:
        """Every period is told in words and in days, with no day where nothing limits it."""
        found = shown(tmp_path)["periods"]
        assert found["[..1994-01-04]"] == {
            "en": "not after 4 January 1994",
            "lt": "ne vėliau kaip 1994 m. sausio 4 d.",
            "start": None,
            "end": "1994-01-04",
        }
        # Of an outcome, its deadline, a figure, a document, and the dataset.
        assert {"1999-04-24", "2003", "1999", "1949-04-04", "2010-06-30"} <= found.keys()

    def test_whole(self) -> None:
        """Of the shipped data the page gets each period, trust and label that it may ask for."""
        found = explorer.data(ltnato.dataset())
        events = ltnato.events()
        assert found["trust"] == {one.id: ltnato.dataset().trust(one).value for one in events}
        asked = {str(one.when) for one in events if one.when is not None}
        asked |= {str(one.adopted) for one in ltnato.documents() if one.adopted is not None}
        for one in ltnato.outcomes(of=list(events.ids)):
            asked |= {str(when) for when in (one.when, one.due) if when is not None}
        assert asked <= found["periods"].keys()
        assert found["labels"]["Category"]["summit"] == {
            "en": "summit",
            "lt": "viršūnių susitikimas",
        }

    def test_same(self, tmp_path: Path) -> None:
        """The same data give the same page."""
        pages = [explorer.publish(tmp_path / name) for name in "ab"]
        first, second = (page.with_name("data.js").read_bytes() for page in pages)
        assert first == second


class TestScript:
    """Data as a script."""

    @pytest.mark.parametrize(
        "text",
        ["</script>", "\u2028", "\u2029", '"', "'", "\\", "\n", "„ąžuolas“", "𝄞", "${x}", "`"],
    )
    def test_text(self, tmp_path: Path, text: str) -> None:
        """Any text is carried as it is."""
        value = shown(tmp_path)
        value["events"][0]["title"]["en"] = f"a{text}b"
        script = explorer.as_script(value)
        assert json.loads(script.removeprefix(PREFIX).removesuffix(SUFFIX)) == value

    @pytest.mark.parametrize("mark", ["\u2028", "\u2029"])
    def test_lines(self, mark: str) -> None:
        """The marks that older scripts take for the end of a line are escaped."""
        assert mark not in explorer.as_script({"text": mark})


class TestPublish:
    """The files of the page."""

    def test_files(self, tmp_path: Path) -> None:
        """All that the page loads is there, and the licence beside what it borrows."""
        page = explorer.publish(tmp_path / "deep" / "explorer", builders.dataset(tmp_path / "data"))
        found = {one.relative_to(page.parent).as_posix() for one in page.parent.rglob("*.*")}
        assert found == {
            *("index.html", "explorer.css", "explorer.js", "chronology.js", "words.js", "data.js"),
            *("vendor/preact.min.umd.js", "vendor/preact.LICENSE"),
        }
        text = page.read_text(encoding="utf-8")
        assert all(name in text for name in found if name.endswith((".js", ".css")))

    def test_again(self, tmp_path: Path) -> None:
        """What an earlier build left is replaced."""
        data = builders.dataset(tmp_path / "data")
        page = explorer.publish(tmp_path / "site", data)
        page.write_text("old", encoding="utf-8")
        page.with_name("data.js").write_text("old", encoding="utf-8")
        explorer.publish(tmp_path / "site", data)
        assert page.read_text(encoding="utf-8") != "old"
        assert page.with_name("data.js").read_text(encoding="utf-8").startswith(PREFIX)

    def test_borrowed(self) -> None:
        """The borrowed library is the file that its page names, to the byte."""
        import hashlib

        vendor = explorer.HERE / "vendor"
        digest = hashlib.sha256((vendor / "preact.min.umd.js").read_bytes()).hexdigest()
        assert digest in (vendor / "README.md").read_text(encoding="utf-8")

    def test_offline(self) -> None:
        """No file of ours names an address to load from."""
        for file in explorer.HERE.glob("*.*"):
            if file.suffix in {".html", ".css", ".js"}:
                assert "://" not in file.read_text(encoding="utf-8"), file.name
