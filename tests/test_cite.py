"""How the dataset and its records are cited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

import builders
from builders import INFO, TABLES
from ltnato import InvalidQueryError, UnknownRecordError

if TYPE_CHECKING:
    from pathlib import Path

    from ltnato import Dataset

HOME = "https://example.org/amber"
WHOLE = "Lithuania in the Amber Pact, version 1.2, data as of 2010-06-30"
CHRONICLE = "Amber Pact: A chronicle of the Pact, https://example.org/chronicle"
IDS = [one["id"] for records in TABLES.values() for one in records]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Give a small dataset."""
    return builders.dataset(tmp_path_factory.mktemp("cite"))


def entry(text: str) -> tuple[str, dict[str, str]]:
    """Take an entry of BibTeX apart: its key and its fields."""
    first, *lines, last = text.splitlines()
    head = re.fullmatch(r"@misc\{([a-z0-9.-]+),", first)
    assert head
    assert last == "}"
    fields = {}
    for line in lines:
        field = re.fullmatch(r"  ([a-z]+) = \{(.*)\},", line)
        assert field
        fields[field[1]] = field[2]
        plain = re.sub(r"\\[{}]", "", field[2])
        assert plain.count("{") == plain.count("}")
    return head[1], fields


class TestDataset:
    """The dataset as a whole."""

    def test_text(self, data: Dataset) -> None:
        """A line names author, year, title, version, day, address and licence."""
        assert data.cite() == f"The keepers of the Pact (2010). {WHOLE}. {HOME} (licence CC0-1.0)"

    def test_bibtex(self, data: Dataset) -> None:
        """An entry of a bibliography holds the same."""
        assert entry(data.cite(style="bibtex")) == (
            "amber",
            {
                "title": WHOLE,
                "author": "{The keepers of the Pact}",
                "year": "2010",
                "url": HOME,
                "note": "licence CC0-1.0",
            },
        )

    def test_without_author(self, tmp_path: Path) -> None:
        """A dataset that names neither author nor address is cited without them."""
        info = {key: value for key, value in INFO.items() if key not in {"author", "url"}}
        data = builders.dataset(tmp_path, info)
        assert data.cite() == f"{WHOLE}. (licence CC0-1.0)"
        assert data.cite("lithuania") == (
            f"Lithuania. In: {WHOLE} (record lithuania). licence CC0-1.0"
        )
        assert set(entry(data.cite(style="bibtex"))[1]) == {"title", "year", "note"}

    def test_author_is_escaped(self, tmp_path: Path) -> None:
        """An author is kept in one piece, and is text for TeX too."""
        data = builders.dataset(tmp_path, INFO | {"author": "Kalnas & Co"})
        assert entry(data.cite(style="bibtex"))[1]["author"] == r"{Kalnas \& Co}"

    @pytest.mark.parametrize(
        ("name", "key"),
        [("My data, v2 {x}", "my-data-v2-x"), ("Ąžuolas_1.0", "azuolas-1.0"), ("数据", "dataset")],
    )
    def test_key(self, tmp_path: Path, name: str, key: str) -> None:
        """A name that could not be a key is made into one."""
        data = builders.dataset(tmp_path, INFO | {"name": name})
        assert entry(data.cite(style="bibtex"))[0] == key


class TestRecords:
    """One record with its sources."""

    @pytest.mark.parametrize(
        ("identifier", "start", "end"),
        [
            (
                "riga-summit",
                "Riga summit (1999-04-23/1999-04-25). In: ",
                f"Sources: {CHRONICLE}; Žiburys: Vilniaus dienraštis",
            ),
            (
                "undated-meeting",
                "A meeting without a date (undated). In: ",
                "Sources: Amber Pact: Archive of the Pact",
            ),
            ("lithuania", "Lithuania. In: ", "licence CC0-1.0"),
            ("riga-castle", "Riga Castle. In: ", "Sources: Žiburys: Vilniaus dienraštis"),
            (
                "amber-charter",
                "Amber Charter. In: ",
                "Sources: Amber Pact: The Charter of the Amber Pact, https://example.org/charter",
            ),
            (
                "riga-pledge-level",
                "At least two per cent by 2008. In: ",
                "Sources: Amber Pact: Archive of the Pact",
            ),
            (
                "riga-pledge-growth",
                "Spending is to grow. In: ",
                "Sources: Amber Pact: Archive of the Pact",
            ),
            (
                "president-acting",
                "ieva-simkuniene holds-office president-of-lithuania  2004-04-06/2004-07-12. In: ",
                "Sources: Žiburys: Vilniaus dienraštis",
            ),
            (
                "lithuania-share-2008-second",
                "lithuania 2008 defence-expenditure-share: 1 percent-of-gdp. In: ",
                "Sources: Amber Pact: Archive of the Pact",
            ),
            (
                "pact-chronicle",
                "Amber Pact: A chronicle of the Pact. In: ",
                "https://example.org/chronicle",
            ),
            ("vilnius-daily", "Žiburys: Vilniaus dienraštis. In: ", "licence CC0-1.0"),
            (
                "day-of-amber-shield",
                "exercise-amber-shield.when: stated '2001-09-15', adopted '2001-09-14?'. In: ",
                "Sources: Žiburys: Vilniaus dienraštis",
            ),
        ],
    )
    def test_text(self, data: Dataset, identifier: str, start: str, end: str) -> None:
        """A footnote tells the record, the dataset, the identifier and the sources."""
        assert data.cite(identifier) == f"{start}{WHOLE}, {HOME} (record {identifier}). {end}"

    @pytest.mark.parametrize("identifier", IDS)
    def test_bibtex(self, data: Dataset, identifier: str) -> None:
        """Every record has an entry of its own, by identifier or as itself."""
        key, fields = entry(data.cite(identifier, style="bibtex"))
        assert key == identifier
        assert fields["year"] == "2010"
        assert fields["title"].endswith(f"In: {WHOLE}")
        assert data.cite(data.record(identifier), style="bibtex") == data.cite(
            identifier, style="bibtex"
        )

    def test_by_name(self, data: Dataset) -> None:
        """A record is cited under its identifier, by whatever name it was asked for."""
        assert "(record accession-day)" in data.cite("lithuania-enters-the-pact")
        assert "(record lithuania)" in data.cite("Lietuva")


class TestEscaping:
    """What TeX would take as a command."""

    def test_title(self, tmp_path: Path) -> None:
        """Every special letter of a title is escaped, in BibTeX only."""
        title = r"5 % & $6 #7_a {b} ~c ^d \e"
        pair = {"en": title, "lt": title}
        data = builders.dataset(
            tmp_path, events=builders.changed("events", "riga-summit", title=pair)
        )
        _, fields = entry(data.cite("riga-summit", style="bibtex"))
        assert fields["title"].startswith(
            r"5 \% \& \$6 \#7\_a \{b\} \textasciitilde{}c \textasciicircum{}d \textbackslash{}e ("
        )
        assert data.cite("riga-summit").startswith(f"{title} (")

    def test_address(self, tmp_path: Path) -> None:
        """An address among the sources is text, and escaped."""
        sources = builders.changed("sources", "pact-archive", url="https://x.org/a_b?c=%20")
        data = builders.dataset(tmp_path, sources=sources)
        _, fields = entry(data.cite("letter-to-the-pact", style="bibtex"))
        assert fields["note"].endswith(r"https://x.org/a\_b?c=\%20")


class TestRefused:
    """What can not be cited."""

    @pytest.mark.parametrize("style", ["", "apa", "BibTeX", None])
    def test_style(self, data: Dataset, style: Any) -> None:
        """An unknown style is refused, with those there are."""
        with pytest.raises(InvalidQueryError, match="'text' or 'bibtex'"):
            data.cite(style=style)

    def test_record(self, data: Dataset) -> None:
        """A name that nothing bears, and what is no record, are refused."""
        with pytest.raises(UnknownRecordError):
            data.cite("nothing-of-the-kind")
        with pytest.raises(TypeError):
            data.cite(5)  # type: ignore[arg-type]
