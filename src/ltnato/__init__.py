"""Lithuania's way into NATO and its life in the Alliance, as data that can be trusted.

The functions ask the shipped dataset; `load` opens one of your own.  Names are imported on first
use, so that ``import ltnato`` costs next to nothing.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._cards import *
    from ._checks import *
    from ._checks._rule import *
    from ._dataset import *
    from ._edtf import *
    from ._errors import *
    from ._models import *
    from ._parts import *
    from ._period import *
    from ._records import *
    from ._shipped import *
    from ._snapshot import *
    from ._text import *
    from ._vocabulary import *

    __version__: str

#: The public names, by the module in which they live; a test compares them with the modules.
_HOMES = {
    "_cards": "Card",
    "_checks": "check rules",
    "_checks._rule": "Rule",
    "_dataset": "Dataset",
    "_edtf": "Bound BoundState Precision",
    "_errors": """
        AmbiguousNameError InvalidDataError InvalidPeriodError InvalidQueryError LtnatoError
        MissingExtraError OutsideCoverageError UnknownRecordError
    """,
    "_models": """
        Actor DatasetInfo Discrepancy Document Event Finding Fulfilment Observation Place Pledge
        Record Relation Source
    """,
    "_parts": """
        Citation Coverage DocumentLink DocumentUse Figure Link Name Outcome OutlineEntry
        Participation Redirect
    """,
    "_period": "Period Span",
    "_records": "Records",
    "_shipped": """
        actor actors cite dataset discrepancies document documents event events export fulfilments
        holders load members observations on_this_day outcomes participations place places pledges
        record relations show snapshot source sources spending_chart timeline
    """,
    "_snapshot": "Snapshot",
    "_text": "Bilingual OfficialTitle",
    "_vocabulary": """
        Act ActorKind Category DocumentKind DocumentLinkKind Indicator Limit LinkKind Manner
        NameKind OutcomeKind PlaceKind PledgeKind RelationKind RelationRole Role Severity
        SourceKind Status Topic Trust Unit Verdict Vocabulary
    """,
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}
# It is a list of texts, which ruff and pyright do not see where it is made by a call.
__all__ = sorted(_HOME_OF)  # noqa: PLE0605  # pyright: ignore[reportUnsupportedDunderAll]


if not TYPE_CHECKING:  # pragma: no branch
    # A checker would take the function as leave to use any name.

    def __getattr__(name: str) -> object:
        if name == "__version__":
            from importlib.metadata import version

            return version("ltnato")
        if name not in _HOME_OF:
            message = f"module 'ltnato' has no attribute {name!r}"
            raise AttributeError(message)
        from importlib import import_module

        globals()[name] = found = getattr(import_module(f"ltnato.{_HOME_OF[name]}"), name)
        return found

    def __dir__() -> list[str]:
        return [*__all__, "__version__"]
