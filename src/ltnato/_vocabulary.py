"""The closed vocabularies: what a field may say, each word with a bilingual label.

The labels and the line on when to use a word stand in ``data/vocabulary.json``, so that a
translator edits one file and a query pays for no label.
"""

from __future__ import annotations

import functools
import json
from enum import StrEnum

from ._text import Bilingual

__all__ = [
    "Act",
    "ActorKind",
    "Category",
    "DocumentKind",
    "DocumentLinkKind",
    "Indicator",
    "Limit",
    "LinkKind",
    "Manner",
    "NameKind",
    "OutcomeKind",
    "PlaceKind",
    "PledgeKind",
    "RelationKind",
    "RelationRole",
    "Role",
    "Severity",
    "SourceKind",
    "Status",
    "Topic",
    "Trust",
    "Unit",
    "Verdict",
    "Vocabulary",
]


@functools.cache
def _labels() -> dict[str, dict[str, dict[str, str]]]:
    """Read the labels of all vocabularies, once."""
    # The loader reads from a zip file too, and costs no import.
    path = __file__.rpartition("_vocabulary")[0] + "data/vocabulary.json"
    spec = __spec__
    raw: bytes = spec.loader.get_data(path)  # type: ignore[union-attr]
    labels: dict[str, dict[str, dict[str, str]]] = json.loads(raw)
    return labels


class Vocabulary(StrEnum):
    """Be the base of all vocabularies: members are texts with a label and a use.

    Example:
        >>> from ltnato import Category
        >>> Category.SUMMIT == "summit", Category.SUMMIT.label.lt
        (True, 'viršūnių susitikimas')
    """

    @property
    def label(self) -> Bilingual:
        """Give the label in English and Lithuanian."""
        entry = _labels()[type(self).__name__][self.value]
        return Bilingual(en=entry["en"], lt=entry["lt"])

    @property
    def use(self) -> str:
        """Say in one line when to use this word."""
        return _labels()[type(self).__name__][self.value]["use"]


class Category(Vocabulary):
    """Say what sort of event it was."""

    SUMMIT = "summit"
    MINISTERIAL = "ministerial"
    SESSION = "session"
    CONFERENCE = "conference"
    VISIT = "visit"
    APPOINTMENT = "appointment"
    ACCESSION = "accession"
    AGREEMENT = "agreement"
    LEGISLATION = "legislation"
    STATEMENT = "statement"
    INSTITUTION = "institution"
    MISSION = "mission"
    DEPLOYMENT = "deployment"
    EXERCISE = "exercise"
    BUDGET = "budget"
    ANNIVERSARY = "anniversary"
    CEREMONY = "ceremony"
    INCIDENT = "incident"
    CONFLICT = "conflict"


class Manner(Vocabulary):
    """Say in what manner the event was held."""

    REGULAR = "regular"
    INFORMAL = "informal"
    UNOFFICIAL = "unofficial"
    EXTRAORDINARY = "extraordinary"
    REMOTE = "remote"
    CEREMONIAL = "ceremonial"
    JOINT = "joint"
    FIRST = "first"


class Role(Vocabulary):
    """Say what an actor did in an event or an outcome."""

    HOST = "host"
    ORGANISER = "organiser"
    PARTICIPANT = "participant"
    GUEST = "guest"
    HEAD_OF_DELEGATION = "head-of-delegation"
    MEDIATOR = "mediator"
    AUTHORISER = "authoriser"
    APPOINTER = "appointer"
    APPOINTEE = "appointee"
    REPRESENTATIVE = "representative"
    SENDER = "sender"
    RECIPIENT = "recipient"
    ADDRESSEE = "addressee"
    SIGNATORY = "signatory"
    DECLINER = "decliner"
    ADOPTER = "adopter"
    RATIFIER = "ratifier"
    PRESENTER = "presenter"
    INAUGURATOR = "inaugurator"
    INVITER = "inviter"
    INVITEE = "invitee"
    ACCEDING = "acceding"
    BENEFICIARY = "beneficiary"
    FRAMEWORK_NATION = "framework-nation"
    CONTRIBUTOR = "contributor"
    LEAD = "lead"
    SUBJECT = "subject"
    TARGET = "target"
    SPEAKER = "speaker"
    WITNESS = "witness"


class Topic(Vocabulary):
    """Say what an event, an outcome or a provision was about."""

    ENLARGEMENT = "enlargement"
    OPEN_DOOR = "open-door"
    PARTNERSHIP = "partnership"
    COLLECTIVE_DEFENCE = "collective-defence"
    DETERRENCE = "deterrence"
    FORWARD_PRESENCE = "forward-presence"
    AIR_POLICING = "air-policing"
    OPERATIONS = "operations"
    EXERCISES = "exercises"
    COMMAND_STRUCTURE = "command-structure"
    BURDEN_SHARING = "burden-sharing"
    DEFENCE_SPENDING = "defence-spending"
    ENERGY_SECURITY = "energy-security"
    CYBER_SECURITY = "cyber-security"
    HYBRID_THREATS = "hybrid-threats"
    MISSILE_DEFENCE = "missile-defence"
    ARMS_CONTROL = "arms-control"
    TERRORISM = "terrorism"
    RESILIENCE = "resilience"
    CLIMATE = "climate"
    RUSSIA = "russia"
    UKRAINE = "ukraine"
    GEORGIA = "georgia"
    WESTERN_BALKANS = "western-balkans"
    CHINA = "china"
    EU_NATO = "eu-nato"
    NATIONAL_LAW = "national-law"
    DIPLOMACY = "diplomacy"


class OutcomeKind(Vocabulary):
    """Say what sort of result a meeting or an act had."""

    DECISION = "decision"
    STATEMENT = "statement"
    DISCUSSION = "discussion"
    INVITATION = "invitation"
    LAUNCH = "launch"
    APPOINTMENT = "appointment"
    ACCESSION = "accession"
    ANNOUNCEMENT = "announcement"
    AIM = "aim"
    SUPPORT = "support"
    ASSESSMENT = "assessment"


class ActorKind(Vocabulary):
    """Say what sort of actor it is."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANISATION = "organisation"
    BODY = "body"
    GOVERNMENT = "government"
    OFFICE = "office"
    PARTY = "party"
    UNIT = "unit"
    FORCE = "force"
    MISSION = "mission"
    PROGRAMME = "programme"
    COALITION = "coalition"
    GROUP = "group"


class PlaceKind(Vocabulary):
    """Say what sort of place it is."""

    CITY = "city"
    TOWN = "town"
    BUILDING = "building"
    HEADQUARTERS = "headquarters"
    AIR_BASE = "air-base"
    GARRISON = "garrison"
    REGION = "region"
    CONTINENT = "continent"
    SEA = "sea"


class DocumentKind(Vocabulary):
    """Say what sort of document it is."""

    TREATY = "treaty"
    CONSTITUTION = "constitution"
    LAW = "law"
    RESOLUTION = "resolution"
    PROTOCOL = "protocol"
    AGREEMENT = "agreement"
    PARTY_AGREEMENT = "party-agreement"
    MEMORANDUM = "memorandum"
    STRATEGY = "strategy"
    STRATEGIC_CONCEPT = "strategic-concept"
    PLAN = "plan"
    INITIATIVE = "initiative"
    PROGRAMME = "programme"
    DECLARATION = "declaration"
    COMMUNIQUE = "communique"
    STATEMENT = "statement"
    ADDRESS = "address"
    LETTER = "letter"
    INSTRUMENT = "instrument"


class Act(Vocabulary):
    """Say what an event or an outcome did with a document."""

    SIGNS = "signs"
    ADOPTS = "adopts"
    APPROVES = "approves"
    ISSUES = "issues"
    RATIFIES = "ratifies"
    ACCEDES_TO = "accedes-to"
    DEPOSITS = "deposits"
    SENDS = "sends"
    LAUNCHES = "launches"
    COMMISSIONS = "commissions"
    REVISES = "revises"
    CARRIES_OUT = "carries-out"
    REFERS_TO = "refers-to"


class LinkKind(Vocabulary):
    """Say how an event stands to an earlier or a later one."""

    FOLLOWS = "follows"
    MARKS = "marks"
    CARRIES_OUT = "carries-out"
    RESPONDS_TO = "responds-to"
    ANNOUNCES = "announces"


class DocumentLinkKind(Vocabulary):
    """Say how a document stands to another."""

    AMENDS = "amends"
    REVISES = "revises"
    REPLACES = "replaces"
    SUPPLEMENTS = "supplements"
    IMPLEMENTS = "implements"
    BASED_ON = "based-on"
    REFERS_TO = "refers-to"
    ANNEXED_TO = "annexed-to"


class NameKind(Vocabulary):
    """Say what sort of further name it is."""

    BY_NAME = "by-name"
    ABBREVIATION = "abbreviation"
    FORMER = "former"
    SPELLING = "spelling"


class RelationKind(Vocabulary):
    """Say how one actor stands to another over a time."""

    MEMBER_OF = "member-of"
    HOLDS_OFFICE = "holds-office"
    FRAMEWORK_NATION_OF = "framework-nation-of"
    LEADS = "leads"
    HOSTS = "hosts"
    PART_OF = "part-of"
    UNDER_COMMAND_OF = "under-command-of"
    CONTRIBUTES_TO = "contributes-to"
    ACCREDITED_TO = "accredited-to"
    SUCCEEDS = "succeeds"


class RelationRole(Vocabulary):
    """Say in what quality the subject of a relation stands in it."""

    ACTING = "acting"
    FOUNDING = "founding"
    LEAD = "lead"
    AUGMENTING = "augmenting"


class PledgeKind(Vocabulary):
    """Say whether a pledge promises a level or a growth."""

    LEVEL = "level"
    GROWTH = "growth"


class Limit(Vocabulary):
    """Say how a figure or a pledged value bounds the true one."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    UP_TO = "up-to"
    ABOUT = "about"


class Indicator(Vocabulary):
    """Say what a pledge or an observation measures."""

    DEFENCE_EXPENDITURE = "defence-expenditure"
    DEFENCE_EXPENDITURE_SHARE = "defence-expenditure-share"
    EQUIPMENT_EXPENDITURE_SHARE = "equipment-expenditure-share"
    ACTIVE_RESERVE = "active-reserve"


class Unit(Vocabulary):
    """Say in what a figure, a pledge or an observation is counted."""

    PERCENT = "percent"
    PERCENT_OF_GDP = "percent-of-gdp"
    DAYS = "days"
    DAYS_OF_READINESS = "days-of-readiness"
    MONTHS = "months"
    MONTHS_PER_ROTATION = "months-per-rotation"
    YEARS = "years"
    HOURS_PER_DAY = "hours-per-day"
    DAYS_PER_WEEK = "days-per-week"
    VOTES_FOR = "votes-for"
    VOTES_AGAINST = "votes-against"
    ABSTENTIONS = "abstentions"
    MEMBERS = "members"
    COUNTRIES = "countries"
    PARTIES = "parties"
    PEOPLE = "people"
    TROOPS = "troops"
    AIRCRAFT = "aircraft"
    AIR_SQUADRONS = "air-squadrons"
    BATTALIONS = "battalions"
    BATTLEGROUPS = "battlegroups"
    BRIGADES = "brigades"
    NAVAL_VESSELS = "naval-vessels"
    HEADQUARTERS = "headquarters"
    DOCUMENTS = "documents"
    PILLARS = "pillars"
    INITIATIVES = "initiatives"


class SourceKind(Vocabulary):
    """Say how near a source stands to what it tells."""

    ACT = "act"
    OFFICIAL = "official"
    PRESS = "press"
    MEMOIR = "memoir"
    STUDY = "study"
    REFERENCE = "reference"
    DATASET = "dataset"


class Status(Vocabulary):
    """Say whether the evidence decides a discrepancy."""

    RESOLVED = "resolved"
    OPEN = "open"


class Trust(Vocabulary):
    """Say how well the sources of an event support it; derived, never typed in."""

    CORROBORATED = "corroborated"
    SINGLE_SOURCE = "single-source"
    DISPUTED = "disputed"


class Verdict(Vocabulary):
    """Say what became of a pledge; derived, never typed in."""

    MET = "met"
    MISSED = "missed"
    NOT_DUE = "not-due"
    NOT_DECIDABLE = "not-decidable"


class Severity(Vocabulary):
    """Say how much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
