"""What checkers say of each public function, and what they refuse; the right uses run, too."""

# ruff: noqa: B015, B018 - a wrong use stands on a line of its own, its remarks behind it
# What is unknown because it is refused need not be told twice.
# pyright: reportUnknownMemberType=false, reportUnknownLambdaType=false
# pyright: reportUnusedExpression=false

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, assert_type

import pytest

import ltnato

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def titles(events: ltnato.Records[ltnato.Event]) -> list[str]:
    """Take the records of one kind, as a function of a user does."""
    return [event.title.lt for event in events]


def test_functions(tmp_path: Path) -> None:
    """Each function gives what it says."""
    assert_type(ltnato.events(), ltnato.Records[ltnato.Event])
    assert_type(ltnato.event("lithuania-joins-nato"), ltnato.Event)
    assert_type(ltnato.record("nato"), ltnato.Record)
    assert_type(ltnato.on_this_day("03-29", key=True), ltnato.Records[ltnato.Event])
    assert_type(ltnato.participations(role="invitee"), ltnato.Records[ltnato.Participation])
    assert_type(ltnato.outcomes(kind="aim"), ltnato.Records[ltnato.Outcome])
    assert_type(ltnato.actors(kind="person"), ltnato.Records[ltnato.Actor])
    assert_type(ltnato.actor("nato"), ltnato.Actor)
    assert_type(ltnato.places(within="lithuania"), ltnato.Records[ltnato.Place])
    assert_type(ltnato.place("vilnius"), ltnato.Place)
    assert_type(ltnato.documents(in_force="2004"), ltnato.Records[ltnato.Document])
    assert_type(ltnato.document("north-atlantic-treaty"), ltnato.Document)
    assert_type(ltnato.pledges(actor="lithuania"), ltnato.Records[ltnato.Pledge])
    assert_type(ltnato.relations(object="nato"), ltnato.Records[ltnato.Relation])
    assert_type(ltnato.members("nato", on="2004"), ltnato.Records[ltnato.Actor])
    assert_type(ltnato.holders("president-of-lithuania"), ltnato.Records[ltnato.Actor])
    indicator = ltnato.Indicator.DEFENCE_EXPENDITURE_SHARE
    assert_type(ltnato.observations(indicator), ltnato.Records[ltnato.Observation])
    assert_type(ltnato.fulfilments(), ltnato.Records[ltnato.Fulfilment])
    assert_type(ltnato.snapshot("2004"), ltnato.Snapshot)
    assert_type(ltnato.sources(), ltnato.Records[ltnato.Source])
    assert_type(ltnato.source("mfa-membership-page"), ltnato.Source)
    assert_type(ltnato.discrepancies(status="open"), ltnato.Records[ltnato.Discrepancy])
    assert_type(ltnato.show("nato", lang="lt"), ltnato.Card)
    assert_type(ltnato.cite("nato", style="bibtex"), str)
    assert_type(ltnato.dataset(), ltnato.Dataset)
    assert_type(ltnato.check(select="use"), tuple[ltnato.Finding, ...])
    assert_type(ltnato.rules(), tuple[ltnato.Rule, ...])
    assert_type(ltnato.export("json", tmp_path / "nato.json", key=True), "Path")
    assert_type(ltnato.__version__, str)


def test_filters() -> None:
    """A filter takes a text, a record, a word of a vocabulary, or several of them."""
    nato, vilnius = ltnato.actor("nato"), ltnato.place("vilnius")
    treaty = ltnato.document("north-atlantic-treaty")
    page = ltnato.source("mfa-membership-page")
    summit = ltnato.event("madrid-summit-1997")
    assert ltnato.events(actor=nato, category=ltnato.Category.SUMMIT, role=ltnato.Role.HOST)
    assert ltnato.events(actor=["lithuania", nato], topic={ltnato.Topic.ENLARGEMENT})
    assert ltnato.events(on=date(2004, 3, 29), since=ltnato.Period("2004"), until="2004-12")
    assert ltnato.events(place=[vilnius, ltnato.actor("latvia")], manner=ltnato.Manner.FIRST)
    assert ltnato.events(document=treaty, act=[ltnato.Act.ACCEDES_TO], source=page)
    assert not ltnato.events(part_of=summit, trust=ltnato.Trust.DISPUTED, text="NATO")
    assert ltnato.events(capacity="prime-minister-of-lithuania", key=True)
    assert ltnato.outcomes(of=[summit, treaty], kind=ltnato.OutcomeKind.DECISION, topic=None)
    assert ltnato.participations(event=summit, since="1997", actor=iter([nato]))
    assert ltnato.actors(kind=ltnato.ActorKind.COUNTRY, text="liet")
    assert ltnato.places(kind=ltnato.PlaceKind.CITY, within=[vilnius, "lithuania"])
    assert ltnato.documents(kind=ltnato.DocumentKind.TREATY, until="2004", actor=["lithuania"])
    assert ltnato.pledges(document=ltnato.pledges()[0].document, in_force=None)
    kind = ltnato.RelationKind.MEMBER_OF
    assert ltnato.relations(kind=kind, subject="lithuania", object=nato, on="2010")
    assert ltnato.fulfilments(ltnato.pledges()[:2], actor="lithuania", edition="preferred")
    assert not ltnato.discrepancies(record=[summit, "nato"], field="when", source=page)
    assert ltnato.discrepancies(status=ltnato.Status.RESOLVED)


def test_records() -> None:
    """Records keep what they hold through slices, filters and other forms."""
    events = ltnato.events(category="accession")
    assert_type(events[0], ltnato.Event)
    assert_type(events[:2], ltnato.Records[ltnato.Event])
    assert_type(events.where(lambda one: one.key), ltnato.Records[ltnato.Event])
    assert_type(events.ids, tuple[str, ...])
    assert_type(events.to_dicts(), list[dict[str, Any]])
    assert_type(events.to_text(lang="lt", width=60), str)
    assert_type(list(reversed(events)), list[ltnato.Event])
    sequence: Sequence[ltnato.Event] = events
    anything: ltnato.Records[ltnato.Record] = events
    assert anything == events
    assert len(sequence) == len(titles(events)) == len(set(events))
    with pytest.raises(ltnato.MissingExtraError, match="calendar"):
        assert_type(events.to_ics(anniversaries=True), bytes)


def test_event() -> None:
    """The parts of an event are typed, down to the days."""
    event = ltnato.event("lithuania-joins-nato")
    assert_type(event.when, ltnato.Period | None)
    assert_type(event.title, ltnato.Bilingual)
    assert_type(event.category, ltnato.Category)
    assert_type(event.participants, tuple[ltnato.Participation, ...])
    assert_type(event.participants[0].role, ltnato.Role)
    assert_type(event.outcomes, tuple[ltnato.Outcome, ...])
    assert_type(event.documents, tuple[ltnato.DocumentUse, ...])
    assert_type(event.figures, tuple[ltnato.Figure, ...])
    assert_type(event.links, tuple[ltnato.Link, ...])
    assert_type(event.citations, tuple[ltnato.Citation, ...])
    assert_type(ltnato.dataset().trust(event), ltnato.Trust)
    assert event.when is not None
    assert_type(event.when.first, ltnato.Bound)
    assert_type(event.when.first.state, ltnato.BoundState)
    assert_type(event.when.precision, ltnato.Precision)
    assert_type(event.when.until("2026"), ltnato.Span | None)
    assert event.when.start is not None
    assert event.when.start.add(days=1) == date(2004, 3, 30)


def test_other_records() -> None:
    """So are those of all other records."""
    assert_type(ltnato.dataset().coverage, tuple[ltnato.Coverage, ...])
    assert_type(ltnato.source("mfa-membership-page").outline, tuple[ltnato.OutlineEntry, ...])
    treaty = ltnato.document("north-atlantic-treaty")
    assert_type(treaty.official_title, ltnato.OfficialTitle | None)
    assert_type(treaty.names, tuple[ltnato.Name, ...])
    assert_type(treaty.related, tuple[ltnato.DocumentLink, ...])
    assert_type(ltnato.snapshot().president, ltnato.Records[ltnato.Actor])
    pledge = ltnato.pledges()[0]
    assert_type(pledge.bound, ltnato.Limit)
    assert_type(pledge.unit, ltnato.Unit | None)
    assert_type(pledge.kind, ltnato.PledgeKind)
    assert_type(ltnato.fulfilments()[0].verdict, ltnato.Verdict)
    assert_type(ltnato.relations()[0].role, ltnato.RelationRole | None)
    assert_type(ltnato.sources()[0].kind, ltnato.SourceKind)
    assert_type(ltnato.discrepancies()[0].status, ltnato.Status)
    assert_type(ltnato.rules()[0].severity, ltnato.Severity)


def test_made_by_hand() -> None:
    """Values are made by name, and words of one vocabulary share its base."""
    wording = ltnato.Bilingual(en="A visit", lt="Vizitas")
    name = ltnato.Name(text="Alliance", kind=ltnato.NameKind.BY_NAME)
    link = ltnato.Link(event="lithuania-joins-nato", kind=ltnato.LinkKind.FOLLOWS)
    event = ltnato.Event(
        id="visit", category=ltnato.Category.VISIT, title=wording, summary=wording, links=(link,)
    )
    tie = ltnato.DocumentLink(document="a", kind=ltnato.DocumentLinkKind.AMENDS)
    info = ltnato.DatasetInfo(
        name="own",
        version="1",
        as_of=ltnato.Period("2026"),
        title=wording,
        licence="CC0-1.0",
        redirects=(ltnato.Redirect(old="a", new="b"),),
    )
    words: list[ltnato.Vocabulary] = [event.category, name.kind, tie.kind, link.kind]
    assert all(word.label.lt and word.use for word in words)
    assert len({event, name, tie, info}) == 4


def test_errors() -> None:
    """Each error is caught as what it is, as the built-in that fits, and as one of ours."""
    asked: list[tuple[Callable[[], object], type[ltnato.LtnatoError], type[Exception]]] = [
        (lambda: ltnato.event("nobody"), ltnato.UnknownRecordError, LookupError),
        (lambda: ltnato.actor("Landsbergis"), ltnato.AmbiguousNameError, LookupError),
        (lambda: ltnato.members("nato", on="1900"), ltnato.OutsideCoverageError, LookupError),
        (lambda: ltnato.Period("2004/03/29"), ltnato.InvalidPeriodError, ValueError),
        (lambda: ltnato.events(category="summitt"), ltnato.InvalidQueryError, ValueError),
        (lambda: ltnato.load("nowhere"), ltnato.InvalidDataError, ValueError),
    ]
    for ask, kind, builtin in asked:
        with pytest.raises(builtin) as caught:
            ask()
        assert type(caught.value) is kind


def refused(path: Path) -> None:
    """Hold what checkers must refuse: each remark that silences nothing is an error."""
    # How a function is called.
    ltnato.events("2004")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ltnato.events(on=2004)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ltnato.events(categroy="summit")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ltnato.events(key="yes")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ltnato.on_this_day("03-29", actr="nato")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ltnato.members("nato", "2004")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ltnato.event()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ltnato.event(ltnato.actor("nato"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ltnato.actor(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ltnato.observations()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ltnato.show("nato", lang="de")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ltnato.cite(style="apa")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ltnato.export("xml", path)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ltnato.export("json", path, ext="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ltnato.load(path, extends="ltnato")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ltnato.check(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ltnato.Period(2004)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ltnato.Event(id="visit", category=ltnato.Category.VISIT)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ltnato.Citation("mfa-membership-page")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    # What comes back.
    titles(ltnato.actors())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    event = ltnato.event("lithuania-joins-nato")
    event.key = False  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    event.name  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    event.when.start  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]
    assert ltnato.Period("2004") < "2005"  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    assert event.when >= ltnato.Period("2005")  # type: ignore[operator]  # pyright: ignore[reportOptionalOperand]
    ltnato.dataset().version = "2"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    ltnato.members("nato").append(event)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    ltnato.members("nato")["belgium"]  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    ltnato.actors().where(lambda one: one.title)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    ltnato.record("nato").kind  # type: ignore[union-attr]  # pyright: ignore[reportAttributeAccessIssue]
    ltnato.Category.SUMIT  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    event.category == ltnato.Role.HOST  # type: ignore[comparison-overlap]  # pyright: ignore[reportUnnecessaryComparison]
    # What is no part of the package's face.
    ltnato.Tables  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
    ltnato.EventFilters  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
