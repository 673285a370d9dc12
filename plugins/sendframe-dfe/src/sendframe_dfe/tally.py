"""What becomes of the rows of a file: those used, those left out and why, and what is wrong."""

import attrs

from sendframe.errors import Severity
from sendframe.plugins import Account, Diagnostic, LeftOut, Location

from .sheet import Row

__all__ = ["MOST_TOLD", "Tally"]

MOST_TOLD = 100
"""After so many problems of one kind the rest are counted."""


@attrs.define(eq=False)
class Tally:
    """Counts the rows of a file.

    Attributes:
        file: Name of the file.
        used: Rows of which something was taken over.
    """

    file: str
    used: int = 0
    _read: int = 0
    _left_out: dict[str, tuple[int, int]] = attrs.field(factory=dict)
    _problems: list[Diagnostic] = attrs.field(factory=list)
    _untold: dict[str, int] = attrs.field(factory=dict)
    _told: dict[str, int] = attrs.field(factory=dict)

    def use(self) -> None:
        """Count a row that was used."""
        self._read += 1
        self.used += 1

    def leave_out(self, row: Row, reason: str) -> None:
        """Count a row that was not used."""
        self._read += 1
        rows, first = self._left_out.get(reason, (0, row.number))
        self._left_out[reason] = (rows + 1, first)

    def tell(  # noqa: PLR0913  # told everything
        self,
        code: str,
        message: str,
        help_: str,
        row: Row | None = None,
        column: str | None = None,
        *,
        severity: Severity = "error",
        suggestion: str | None = None,
    ) -> None:
        """Note a problem, with the row and the column where it stands.

        Of each code the first `MOST_TOLD` are told and the rest are counted.
        """
        self._told[code] = self._told.get(code, 0) + 1
        if self._told[code] > MOST_TOLD:
            self._untold[code] = self._untold.get(code, 0) + 1
            return
        place = "" if row is None else f"row {row.number:,}"
        if column is not None:
            place += f"{', ' if place else ''}column '{column[:80]}'"
        where = Location(self.file, "", None if row is None else row.line)
        said = f"{message} ({place})" if place else message
        told = Diagnostic(code, said, where, severity, help=help_, suggestion=suggestion)
        self._problems.append(told)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that was told, and how much more there is."""
        more = tuple(
            Diagnostic(
                code,
                f"{count:,} more problems of this kind are not shown",
                Location(self.file),
                help="Mend the ones above first.",
                severity=next(each.severity for each in self._problems if each.code == code),
            )
            for code, count in sorted(self._untold.items())
        )
        return (*self._problems, *more)

    @property
    def failed(self) -> bool:
        """Whether something is wrong for which nothing of the file may be used."""
        return any(each.severity == "error" for each in self._problems)

    @property
    def account(self) -> Account:
        """What became of every row."""
        left_out = tuple(
            LeftOut(reason, rows, first)
            for reason, (rows, first) in sorted(
                self._left_out.items(), key=lambda each: (each[1][1], each[0])
            )
        )
        return Account(self._read, self.used, left_out)
