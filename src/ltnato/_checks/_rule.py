"""What a rule is, and the list of those that ship."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs import define, field

from ltnato._text import Value
from ltnato._vocabulary import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ltnato._dataset import Dataset
    from ltnato._models import Finding

    Run = Callable[[Dataset], Iterable[Finding]]

__all__ = ["Rule"]

#: Where the documentation tells of the rules, each under its name.
PAGE = "https://github.com/ltnato/ltnato/blob/main/docs/rules.md"

#: The rules that ship; each module of a family adds its own.
SHIPPED: list[Rule] = []


@define(frozen=True, kw_only=True, eq=False, repr=False)
class Rule(Value):
    """Hold a rule: what it is called, how much it matters, why, and the function that checks it.

    Args:
        code: Its stable code: a letter for the family and a number.
        name: Its stable name.
        family: The family to which it belongs.
        severity: How much its findings matter: ``"error"``, ``"warning"`` or ``"note"``.
        reason: Why it is a rule, in a line.
        run: Gives the findings of a `Dataset`; may leave out their rule, severity and file.

    Example:
        >>> import ltnato
        >>> shouting = ltnato.Rule(
        ...     code="X1",
        ...     name="shouting-title",
        ...     family="own",
        ...     severity="note",
        ...     reason="Titles are not shouted.",
        ...     run=lambda data: [
        ...         ltnato.Finding(record=event.id, field="title.en", message="is all capitals")
        ...         for event in data.events()
        ...         if event.title.en.isupper()
        ...     ],
        ... )
        >>> ltnato.check(rules=[shouting], select="own")
        ()
    """

    code: str
    name: str
    family: str
    severity: Severity = field(converter=Severity)
    reason: str
    run: Run

    @property
    def anchor(self) -> str:
        """Give the address of its description."""
        return f"{PAGE}#{self.name}"

    def findings(self, data: Dataset) -> list[Finding]:
        """Run the rule.

        Args:
            data: The dataset.

        Returns:
            The findings, with rule, severity and file filled in.

        Example:
            >>> import ltnato
            >>> rule = next(one for one in ltnato.rules() if one.name == "ambiguous-name")
            >>> rule.findings(ltnato.dataset())
            []
        """
        files = data._tables.files
        return [
            attrs.evolve(
                one,
                rule=one.rule or self.code,
                severity=self.severity,
                file=one.file or files.get(one.record or ""),
            )
            for one in self.run(data)
        ]


def rule(code: str, name: str, severity: Severity, reason: str) -> Callable[[Run], Run]:
    """Add a function to the rules that ship, under the family of its module.

    Args:
        code: The stable code.
        name: The stable name.
        severity: How much its findings matter.
        reason: Why, in a line.

    Returns:
        A decorator that gives the function back as it is.
    """

    def add(function: Run) -> Run:
        made: dict[str, Any] = {"family": function.__module__.rpartition(".")[2], "run": function}
        SHIPPED.append(Rule(code=code, name=name, severity=severity, reason=reason, **made))
        return function

    return add
