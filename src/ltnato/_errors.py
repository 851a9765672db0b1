"""The exceptions of the package: one base class, each also the built-in that fits."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._models import Finding

__all__ = [
    "AmbiguousNameError",
    "InvalidDataError",
    "InvalidPeriodError",
    "InvalidQueryError",
    "LtnatoError",
    "MissingExtraError",
    "OutsideCoverageError",
    "UnknownRecordError",
]


class LtnatoError(Exception):
    """Catch every error that the package raises on purpose."""


class UnknownRecordError(LtnatoError, LookupError):
    """Say that no record bears the name that was asked for."""


class AmbiguousNameError(LtnatoError, LookupError):
    """Say that several records bear the name that was asked for."""


class OutsideCoverageError(LtnatoError, LookupError):
    """Say that the data do not cover the day that was asked about."""


class InvalidPeriodError(LtnatoError, ValueError):
    """Say that a text is no period in the accepted forms."""


class InvalidQueryError(LtnatoError, ValueError):
    """Say that a query can not be meant as it was asked."""


class MissingExtraError(LtnatoError, ImportError):
    """Say that a library is not installed, and which extra of the package brings it."""


class InvalidDataError(LtnatoError, ValueError):
    """Report every fault that keeps data from being loaded or written, all at once.

    Args:
        findings: All faults, in the order of file, record and field.

    Attributes:
        findings: The same faults as a tuple.
    """

    findings: tuple[Finding, ...]

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        count = len(self.findings)
        head = f"{count} fault{'' if count == 1 else 's'} in the data"
        super().__init__("\n".join([head, *(f"  {finding}" for finding in self.findings)]))

    def __reduce__(self) -> tuple[type[InvalidDataError], tuple[tuple[Finding, ...]]]:
        """Pickle by the findings, since the message is made from them."""
        return (type(self), (self.findings,))
