"""The exceptions of the package, each also the built-in that fits."""

from __future__ import annotations

import copy
import pickle
import traceback

import pytest

import ltnato
import ltnato._errors
from ltnato import (
    AmbiguousNameError,
    Finding,
    InvalidDataError,
    InvalidPeriodError,
    InvalidQueryError,
    LtnatoError,
    MissingExtraError,
    OutsideCoverageError,
    UnknownRecordError,
)

FAMILY: dict[type[LtnatoError], type[Exception]] = {
    UnknownRecordError: LookupError,
    AmbiguousNameError: LookupError,
    OutsideCoverageError: LookupError,
    InvalidPeriodError: ValueError,
    InvalidQueryError: ValueError,
    MissingExtraError: ImportError,
    InvalidDataError: ValueError,
}
FINDINGS = (
    Finding(rule="S102", file="actors.json", message="the file is empty"),
    Finding(
        rule="S114",
        file="events.json",
        record="riga-summit",
        field="category",
        value="'sumit'",
        message="is no Category",
        hint="did you mean 'summit'?",
    ),
)

every_error = pytest.mark.parametrize("kind", FAMILY, ids=lambda kind: kind.__name__)


class TestFamily:
    """How the exceptions are related."""

    @every_error
    def test_bases(self, kind: type[LtnatoError]) -> None:
        """Each is caught as an error of the package and as the built-in that fits."""
        assert issubclass(kind, LtnatoError)
        assert issubclass(kind, FAMILY[kind])

    @every_error
    def test_no_other(self, kind: type[LtnatoError]) -> None:
        """None is caught as another, nor as the built-in of the other family."""
        assert not any(issubclass(kind, other) for other in FAMILY if other is not kind)
        assert not any(issubclass(kind, other) for other in {*FAMILY.values()} - {FAMILY[kind]})

    def test_base(self) -> None:
        """The base is an ordinary exception."""
        assert LtnatoError.__mro__[1] is Exception

    def test_public(self) -> None:
        """All of them are public, and there are no others."""
        expected = sorted(["LtnatoError", *(kind.__name__ for kind in FAMILY)])
        assert sorted(ltnato._errors.__all__) == expected
        assert set(expected) <= set(ltnato.__all__)

    @pytest.mark.parametrize("kind", list(FAMILY)[:-1], ids=lambda kind: str(kind.__name__))
    def test_message(self, kind: type[LtnatoError]) -> None:
        """The message is what is said, and it survives a pickle and a copy."""
        error = kind("no actor is named 'x'")
        assert str(error) == "no actor is named 'x'"
        for back in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):
            assert (type(back), str(back)) == (kind, str(error))


class TestInvalidData:
    """The error that reports all faults of a folder."""

    def test_one(self) -> None:
        """One fault is counted as one."""
        error = InvalidDataError(FINDINGS[:1])
        assert str(error) == "1 fault in the data\n  actors.json: the file is empty"

    def test_several(self) -> None:
        """Several are counted, and each has its line."""
        assert str(InvalidDataError(FINDINGS)).split("\n") == [
            "2 faults in the data",
            "  actors.json: the file is empty",
            (
                "  events.json: riga-summit: category: 'sumit' is no Category"
                " (did you mean 'summit'?)"
            ),
        ]

    def test_none(self) -> None:
        """None are none."""
        error = InvalidDataError([])
        assert (str(error), error.findings) == ("0 faults in the data", ())

    def test_findings(self) -> None:
        """The faults stay a tuple, whatever sequence was given."""
        given = list(FINDINGS)
        error = InvalidDataError(given)
        given.clear()
        assert error.findings == FINDINGS

    @pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
    def test_pickle(self, protocol: int) -> None:
        """A pickle holds faults and message: an error crosses to another process whole."""
        error = InvalidDataError(FINDINGS)
        back = pickle.loads(pickle.dumps(error, protocol))
        assert type(back) is InvalidDataError
        assert (back.findings, str(back)) == (FINDINGS, str(error))

    def test_copy(self) -> None:
        """So does a copy."""
        error = InvalidDataError(FINDINGS)
        for back in (copy.copy(error), copy.deepcopy(error)):
            assert (back.findings, str(back)) == (FINDINGS, str(error))

    def test_traceback(self) -> None:
        """A traceback ends with the faults and no inner exception before them."""
        with pytest.raises(InvalidDataError) as caught:
            ltnato.load("no-such-folder")
        lines = traceback.format_exception(caught.value)
        assert lines[-1].endswith("1 fault in the data\n  no-such-folder: is no folder\n")
        assert caught.value.__cause__ is caught.value.__context__ is None
