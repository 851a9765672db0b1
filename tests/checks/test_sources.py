"""Rules on sources: each fires on a minimal fault, and is silent on the nearest valid neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import ltnato
from builders import INFO, Plain, changed, dataset

if TYPE_CHECKING:
    from pathlib import Path

FILE = "sources.json: "


def told(folder: Path, code: str, info: Plain | None = None, **tables: Any) -> list[str]:
    """Write the base dataset with these changes, and give the findings of one rule as lines."""
    return [str(one) for one in ltnato.check(dataset(folder, info, **tables), select=code)]


def about(told: list[str], record: str) -> list[str]:
    """Give the lines about one record."""
    return [line for line in told if f": {record}: " in line]


def claim(**fields: Any) -> list[Plain]:
    """Change the discrepancy on the day of the exercise; ``...`` leaves a field out."""
    return changed("discrepancies", "day-of-amber-shield", **fields)


def daily(**fields: Any) -> list[Plain]:
    """Change the newspaper among the sources."""
    return changed("sources", "vilnius-daily", **fields)


def test_base(tmp_path: Path) -> None:
    """The base dataset breaks two rules only: some records cite nothing, one page has no date."""
    found = ltnato.check(dataset(tmp_path), select="sources")

    assert {one.rule for one in found} == {"R101", "R125"}


def test_shipped() -> None:
    """The shipped data have no finding above a note."""
    assert [one for one in ltnato.check(select="sources") if one.severity != "note"] == []


class TestUncited:
    """R101: every record cites."""

    @pytest.mark.parametrize(
        ("table", "record"),
        [
            ("events", "talk-in-riga"),
            ("actors", "amber-pact"),
            ("places", "riga-castle"),
            ("documents", "riga-pledge"),
            ("relations", "latvia-in-the-pact"),
            ("observations", "lithuania-share-2008-first"),
        ],
    )
    def test_record(self, tmp_path: Path, table: str, record: str) -> None:
        """A record without citations is reported, and with one it is not."""
        bare: Plain = {table: changed(table, record, citations=...)}
        found = told(tmp_path / "bare", "R101", **bare)
        whole = told(tmp_path / "whole", "R101")

        assert about(found, record) == [f"{table}.json: {record}: citations: cites no source"]
        assert about(whole, record) == []

    def test_pledge(self, tmp_path: Path) -> None:
        """A pledge leans on the citations of its document, and on nothing where that has none."""
        leaning = told(tmp_path / "leaning", "R101")
        falling = told(
            tmp_path / "falling",
            "R101",
            documents=changed("documents", "riga-pledge", citations=...),
        )

        assert about(leaning, "riga-pledge-growth") == []
        assert about(falling, "riga-pledge-growth") == [
            "pledges.json: riga-pledge-growth: citations: cites no source"
        ]

    def test_source(self, tmp_path: Path) -> None:
        """A source cites nothing and need not."""
        assert about(told(tmp_path, "R101"), "vilnius-daily") == []

    def test_claim(self, tmp_path: Path) -> None:
        """A discrepancy says who states the claim."""
        found = told(tmp_path / "bare", "R101", discrepancies=claim(stated_by=...))

        assert about(found, "day-of-amber-shield") == [
            (
                "discrepancies.json: day-of-amber-shield: stated_by: "
                "names no source that states the claim"
            )
        ]
        assert about(told(tmp_path / "whole", "R101"), "day-of-amber-shield") == []

    def test_evidence(self, tmp_path: Path) -> None:
        """A resolved discrepancy has evidence; an open one may still look for it."""
        settled = told(tmp_path / "a", "R101", discrepancies=claim(status="resolved", evidence=...))
        still_open = told(tmp_path / "b", "R101", discrepancies=claim(evidence=...))

        assert about(settled, "day-of-amber-shield") == [
            (
                "discrepancies.json: day-of-amber-shield: evidence: "
                "is resolved, yet no evidence is named "
                "(name the evidence, or set the status to 'open')"
            )
        ]
        assert about(still_open, "day-of-amber-shield") == []


class TestLocators:
    """R102: locators lead into the outline."""

    @pytest.mark.parametrize("locator", ["summits/2000", "summits/1999:0", "summits/1999:02"])
    def test_unknown(self, tmp_path: Path, locator: str) -> None:
        """A locator that no entry bears is reported with the nearest one."""
        citation = {"source": "pact-chronicle", "locator": locator}
        found = told(
            tmp_path, "R102", events=changed("events", "riga-summit", citations=[citation])
        )

        assert found == [
            (
                "events.json: riga-summit: citations[pact-chronicle].locator: "
                f"'{locator}' is no entry of the outline of pact-chronicle "
                "(did you mean 'summits/1999'?)"
            )
        ]

    def test_within_a_part(self, tmp_path: Path) -> None:
        """Parts of a record and claims of the ledger cite too; nothing alike gives no hint."""
        stated_by = [{"source": "pact-chronicle", "locator": "zzz"}]
        found = told(tmp_path, "R102", discrepancies=claim(stated_by=stated_by))

        assert found == [
            (
                "discrepancies.json: day-of-amber-shield: stated_by[pact-chronicle].locator: "
                "'zzz' is no entry of the outline of pact-chronicle"
            )
        ]

    @pytest.mark.parametrize(
        "citation",
        [
            {"source": "pact-chronicle", "locator": "summits/1999"},
            {"source": "pact-chronicle", "locator": "summits/1999:12"},
            {"source": "pact-chronicle"},
            {"source": "vilnius-daily", "locator": "page 7"},
        ],
    )
    def test_known(self, tmp_path: Path, citation: Plain) -> None:
        """An entry, a sentence of it, the whole source and one without an outline are fine."""
        events = changed("events", "riga-summit", citations=[citation])

        assert told(tmp_path, "R102", events=events) == []

    def test_colon_of_its_own(self, tmp_path: Path) -> None:
        """A locator of an outline may itself end like a sentence."""
        sources = changed("sources", "pact-chronicle")
        chronicle = next(one for one in sources if one["id"] == "pact-chronicle")
        chronicle["outline"][1]["locator"] = "summits:2"
        citation = {"source": "pact-chronicle", "locator": "summits:2"}
        events = changed("events", "riga-summit", citations=[citation], outcomes=...)

        assert told(tmp_path, "R102", events=events, sources=sources) == []


class TestOutline:
    """R103 and R104: the entries of an outline."""

    def test_repeated(self, tmp_path: Path) -> None:
        """Two entries under one locator can not be told apart."""
        sources = changed("sources", "pact-chronicle")
        chronicle = next(one for one in sources if one["id"] == "pact-chronicle")
        chronicle["outline"].append({"locator": "summits/1999", "part": "summits", "position": 2})

        assert told(tmp_path / "twice", "R103", sources=sources) == [
            (
                "sources.json: pact-chronicle: outline[summits/1999].locator: "
                "'summits/1999' is the locator of two entries "
                "(number entries under one heading: #1, #2)"
            )
        ]
        assert told(tmp_path / "once", "R103") == []

    def test_uncited(self, tmp_path: Path) -> None:
        """An entry that nothing cites is reported; a claim of the ledger is enough."""
        found = told(tmp_path / "bare", "R104", discrepancies=claim(stated_by=...))

        assert found == [
            "sources.json: pact-chronicle: outline[introduction/p1]: is cited by no record"
        ]
        assert told(tmp_path / "whole", "R104") == []


class TestPath:
    """R111: the path of a discrepancy."""

    @pytest.mark.parametrize(
        ("record", "field", "fault"),
        [
            ("riga-summit", "wen", "there is no field 'wen'"),
            ("riga-summit", "title.de", "there is no field 'de'"),
            ("riga-summit", "when.first", "there is no field 'first'"),
            ("riga-summit", "outcomes.when", "there is no field 'when'"),
            ("riga-summit", "outcomes[exit].when", "outcomes has no item 'exit'"),
            ("riga-summit", "title[en]", "title has no item 'en'"),
            ("riga-summit", "figures[1].value", "figures has no item '1'"),
            ("riga-summit", "participants[latvia].event", "there is no field 'event'"),
            (
                "riga-summit",
                "outcomes[invitation]when",
                "it is no path of names, such as 'title.en' or 'outcomes[id].when'",
            ),
            (
                "riga-summit",
                "title.",
                "it is no path of names, such as 'title.en' or 'outcomes[id].when'",
            ),
        ],
    )
    def test_nowhere(self, tmp_path: Path, record: str, field: str, fault: str) -> None:
        """A path that leads to no field is reported with the step that is missing."""
        found = told(tmp_path, "R111", discrepancies=claim(record=record, field=field))

        assert found == [
            (
                f"discrepancies.json: day-of-amber-shield: field: {field!r} "
                f"leads nowhere in {record}: {fault}"
            )
        ]

    @pytest.mark.parametrize(
        ("record", "field"),
        [
            ("riga-summit", None),
            ("riga-summit", "when"),
            ("riga-summit", "title.lt"),
            ("riga-summit", "outcomes[invitation].due"),
            ("riga-summit", "outcomes[invitation].participants[amber-pact].role"),
            ("riga-summit", "places[riga-castle]"),
            ("riga-summit", "topics[open-door]"),
            ("riga-summit", "figures"),
            ("riga-summit", "citations[vilnius-daily].locator"),
            ("accession-day", "documents[amber-charter].act"),
            ("accession-day", "links[riga-summit].kind"),
            ("amber-pact", "names[Pact of the Amber Coast].when"),
            ("pact-chronicle", "outline[members/2004-03-29#1].heading"),
            ("latvia", "iso2"),
        ],
    )
    def test_somewhere(self, tmp_path: Path, record: str, field: str | None) -> None:
        """Names, identifiers and words of a vocabulary lead on."""
        fields = {"record": record, "field": field or ...}

        assert told(tmp_path, "R111", discrepancies=claim(**fields)) == []


class TestAdopted:
    """R112: what was adopted is what the record holds."""

    @pytest.mark.parametrize(
        ("record", "field", "adopted", "fault"),
        [
            (
                "riga-summit",
                "when",
                "1999-04-23",
                "'1999-04-23' was not adopted: when of riga-summit is '1999-04-23/1999-04-25'",
            ),
            (
                "riga-summit",
                "title.en",
                "Riga Summit",
                "'Riga Summit' was not adopted: title.en of riga-summit is 'Riga summit'",
            ),
            (
                "riga-summit",
                "key",
                "True",
                "'True' was not adopted: key of riga-summit is 'true'",
            ),
            (
                "riga-pledge-level",
                "value",
                "2.0",
                "'2.0' was not adopted: value of riga-pledge-level is '2'",
            ),
            (
                "talk-in-riga",
                "part_of",
                ...,
                "is missing: part_of of talk-in-riga is 'riga-summit'",
            ),
            (
                "undated-meeting",
                "when",
                "2005",
                "'2005' was not adopted: when of undated-meeting is nothing",
            ),
            (
                "accession-day",
                "citations[pact-chronicle].locator",
                "members/1",
                (
                    "'members/1' was not adopted: citations[pact-chronicle].locator of "
                    "accession-day is 'members/2004-03-29#1' and 'members/2004-03-29#2'"
                ),
            ),
        ],
    )
    def test_differs(
        self, tmp_path: Path, record: str, field: str, adopted: Any, fault: str
    ) -> None:
        """Another value than that of the record is reported with both."""
        events = changed("events", "accession-day")
        day = next(one for one in events if one["id"] == "accession-day")
        day["citations"].append({"source": "pact-chronicle", "locator": "members/2004-03-29#2"})
        found = told(
            tmp_path,
            "R112",
            events=events,
            discrepancies=claim(record=record, field=field, adopted=adopted),
        )

        assert found == [f"discrepancies.json: day-of-amber-shield: adopted: {fault}"]

    @pytest.mark.parametrize(
        ("record", "field", "adopted"),
        [
            ("riga-summit", "when", "1999-04-23/1999-04-25"),
            ("riga-summit", "key", "true"),
            ("riga-summit", "order", "0"),
            ("riga-summit", "category", "summit"),
            ("riga-summit", "places[riga-castle]", "riga-castle"),
            ("klaipeda", "latitude", "55.7033"),
            ("undated-meeting", "when", ...),
            ("riga-summit", "title", "another title"),
            ("riga-summit", "figures", "twelve members"),
            ("riga-summit", "outcomes[invitation]", "to talks alone"),
            ("riga-summit", "wen", "2005"),
            ("riga-summit", ..., "one summit"),
        ],
    )
    def test_agrees(self, tmp_path: Path, record: str, field: Any, adopted: Any) -> None:
        """The form of the file is right; what is not plain is told in words."""
        fields = {"record": record, "field": field, "adopted": adopted}

        assert told(tmp_path, "R112", discrepancies=claim(**fields)) == []


class TestLedger:
    """R113 and R114: two values, and independent evidence."""

    def test_no_disagreement(self, tmp_path: Path) -> None:
        """What is stated and adopted alike is no discrepancy."""
        same = told(tmp_path / "same", "R113", discrepancies=claim(stated="2001-09-14?"))

        assert same == [
            (
                "discrepancies.json: day-of-amber-shield: adopted: '2001-09-14?' "
                "is what the disagreeing source states"
            )
        ]
        assert told(tmp_path / "other", "R113", discrepancies=claim(stated="2001-09-14")) == []

    def test_dependent(self, tmp_path: Path) -> None:
        """Evidence of the family that states the claim is reported, another one beside it helps."""
        alone = [{"source": "pact-archive"}]
        beside = [*alone, {"source": "vilnius-daily"}]

        assert told(tmp_path / "alone", "R114", discrepancies=claim(evidence=alone)) == [
            (
                "discrepancies.json: day-of-amber-shield: evidence: 'amber-pact' "
                "states the claim itself; evidence needs another family of sources"
            )
        ]
        assert told(tmp_path / "beside", "R114", discrepancies=claim(evidence=beside)) == []
        assert told(tmp_path / "none", "R114", discrepancies=claim(evidence=...)) == []


class TestAddresses:
    """R121 to R124: addresses."""

    @pytest.mark.parametrize(
        ("url", "fault"),
        [
            ("www.example.org/a", "it does not start with http:// or https://"),
            ("ftp://example.org/a", "it does not start with http:// or https://"),
            ("https://localhost/a", "it has no host with a dot but 'localhost'"),
            ("https:///a", "it has no host with a dot but ''"),
            ("https://exa mple.org/", "it has no host with a dot but 'exa mple.org'"),
            ("https://example.org/a b", "it holds ' '"),
            ("https://example.org/a ", "it holds ' '"),
            ("https://example.org/a%", "it holds '%'"),
            ("https://example.org/<a>", "it holds '<'"),
            ("https://example.org/long/…", "it holds '…'"),
            ("https://example.org/long...", "it holds '...'"),
            ("https://example.org/a,", "it holds ','"),
            ("https://[::1/a", "invalid IPv6 URL"),
            ("https://example.org:port/", "port could not be cast to integer value as 'port'"),
        ],
    )
    def test_malformed(self, tmp_path: Path, url: str, fault: str) -> None:
        """What no browser would open is reported with the reason."""
        found = told(tmp_path, "R121", sources=daily(url=url))

        assert found == [f"{FILE}vilnius-daily: url: {url!r} is no address: {fault}"]

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.org",
            "http://sub.example.org:8080/a%20b?c=d,e&f=(g)#h",
            "https://lt.wikipedia.org/wiki/Vyriausybė",
            "https://webarchive.example.org/2008/http://www.example.com/a",
            "http://192.0.2.1/a",
        ],
    )
    def test_well_formed(self, tmp_path: Path, url: str) -> None:
        """Ports, escapes, letters with accents and addresses within addresses are fine."""
        assert told(tmp_path, "R121", sources=daily(url=url)) == []

    def test_document(self, tmp_path: Path) -> None:
        """The address of a document is looked at too."""
        documents = changed("documents", "riga-pledge", url="example.org")

        assert told(tmp_path, "R121", documents=documents) == [
            (
                "documents.json: riga-pledge: url: 'example.org' is no address: "
                "it does not start with http:// or https://"
            )
        ]

    @pytest.mark.parametrize(
        ("end", "key"),
        [
            ("?utm_source=letter", "utm_source"),
            ("?id=1&fbclid=x", "fbclid"),
            ("?selectedLocale=en", "selectedLocale"),
            ("#:~:text=NATO", ":~:text"),
        ],
    )
    def test_tracking(self, tmp_path: Path, end: str, key: str) -> None:
        """A key that follows the reader is reported."""
        url = f"https://example.org/a{end}"

        assert told(tmp_path, "R122", sources=daily(url=url)) == [
            (
                f"{FILE}vilnius-daily: url: {url!r} holds {key}, "
                "which is no part of the page's address (leave it out)"
            )
        ]

    def test_no_tracking(self, tmp_path: Path) -> None:
        """A key that chooses the page is part of its address."""
        url = "https://example.org/a?id=1&ref=utm_source&locale=en#text"

        assert told(tmp_path, "R122", sources=daily(url=url)) == []

    @pytest.mark.parametrize(
        "host",
        [
            "en-academic.com",
            "dic.academic.ru",
            "enacademic.com",
            "wikimili.com",
            "howlingpixel.com",
            "library.kiwix.org",
            "wiki2.org",
            "fr.frwiki.wiki",
            "de.qwe.wiki",
            "studylib.net",
            "docslib.org",
            "infogalactic.com",
            "www.wikiwand.com",
        ],
    )
    def test_mirror(self, tmp_path: Path, host: str) -> None:
        """A host that shows copies of other pages is reported."""
        url = f"https://{host}/a"

        assert told(tmp_path, "R123", sources=daily(url=url)) == [
            (
                f"{FILE}vilnius-daily: url: {url!r} stands at {host}, which shows copies "
                "(cite the page that it copies)"
            )
        ]

    @pytest.mark.parametrize(
        "url",
        [
            "https://en.wikipedia.org/wiki/Kiwix",
            "https://www.academicpress.com/a",
            "https://example.org/wikimili.com",
            "example.org",
        ],
    )
    def test_no_mirror(self, tmp_path: Path, url: str) -> None:
        """An encyclopaedia itself, like names and what is no address are no mirrors."""
        assert told(tmp_path, "R123", sources=daily(url=url)) == []

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.org/chronicle",
            "http://www.Example.org/chronicle/",
            "https://example.org/chronicle#part",
        ],
    )
    def test_shared(self, tmp_path: Path, url: str) -> None:
        """One page under two identifiers is reported."""
        assert told(tmp_path, "R124", sources=daily(url=url)) == [
            f"{FILE}vilnius-daily: url: {url!r} is the address of pact-chronicle too"
        ]

    @pytest.mark.parametrize(
        "url",
        [
            "https://example.org/Chronicle",
            "https://example.org/chronicle?page=2",
            "https://example.org/chronicle#!/page/2",
        ],
    )
    def test_own(self, tmp_path: Path, url: str) -> None:
        """Another path, query or page of an application is another page."""
        assert told(tmp_path, "R124", sources=daily(url=url)) == []


class TestAccess:
    """R125: the day on which a source was read."""

    @pytest.mark.parametrize(
        ("accessed", "fault"),
        [
            (..., "is missing for a page of the web"),
            ("2010-06", "'2010-06' is not one day"),
            ("[..2010-06-01]", "'[..2010-06-01]' is not one day"),
        ],
    )
    def test_wrong(self, tmp_path: Path, accessed: Any, fault: str) -> None:
        """A page without a day, or with a coarse one, is reported."""
        found = told(
            tmp_path, "R125", sources=changed("sources", "pact-chronicle", accessed=accessed)
        )

        assert about(found, "pact-chronicle") == [f"{FILE}pact-chronicle: accessed: {fault}"]

    def test_right(self, tmp_path: Path) -> None:
        """The last day told of is fine, a month as the end is taken whole, a book needs no day."""
        sources = changed("sources", "pact-chronicle", accessed="2010-06-30")
        found = told(tmp_path, "R125", INFO | {"as_of": "2010-06"}, sources=sources)

        assert about(found, "pact-chronicle") == about(found, "vilnius-daily") == []
