"""What is found while a file is read: remarks and problems, bounded."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ParamSpec

from rapportbyggare.core.delivered import Remark
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.words import counted

P = ParamSpec("P")
MOST = 50


@dataclass(slots=True)
class Findings:
    """The remarks and problems of one file; beyond `MOST` of either they are only counted."""

    file: str
    remarks: list[Remark] = field(default_factory=list)
    listed: list[Problem] = field(default_factory=list)
    count: int = 0
    remark_count: int = 0

    def refuse(self, make: Callable[P, Problem], *args: P.args, **named: P.kwargs) -> None:
        """Add the problem that `make` gives, made only when it is listed (nearest names take time)."""
        self.count += 1
        if len(self.listed) < MOST:
            self.listed.append(make(*args, **named))

    def add(self, problem: Problem) -> None:
        """Add a problem already made."""
        self.refuse(lambda: problem)

    def remark(self, make: Callable[P, Remark], *args: P.args, **named: P.kwargs) -> None:
        """Add the remark that `make` gives."""
        self.remark_count += 1
        if len(self.remarks) < MOST:
            self.remarks.append(make(*args, **named))

    def take(self, other: "Findings") -> None:
        """Add what another has found, each thing said once; what the other only counted is only counted here."""
        for problem in dict.fromkeys(other.listed):
            self.add(problem)
        for remark in dict.fromkeys(other.remarks):
            self.remark(lambda said: said, remark)
        self.count += other.count - len(other.listed)
        self.remark_count += other.remark_count - len(other.remarks)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems listed, and how many more there are."""
        rest = self.count - len(self.listed)
        return (*self.listed, more_faults(self.file, rest)) if rest > 0 else tuple(self.listed)

    @property
    def said(self) -> tuple[Remark, ...]:
        """The remarks listed, and how many more there are."""
        rest = self.remark_count - len(self.remarks)
        more = (Remark(f"Ytterligare {counted(rest, 'anmärkning', 'anmärkningar')}.", Place(self.file)),) if rest > 0 else ()
        return (*self.remarks, *more)


def more_faults(file: str, rest: int) -> Problem:
    """How many faults there are beyond those listed."""
    return Problem(
        "fler-fel",
        Place(file),
        f"Filen har ytterligare {rest} fel.",
        "en fil utan fel",
        "Rätta felen ovan och ta emot filen igen. Kommer det många fel av samma slag: kontrollera att rätt karta används.",
    )
