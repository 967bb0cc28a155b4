"""A bounded list of problems: a file that is wrong throughout is said to be so, not quoted line by line."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ParamSpec

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.data import sheet_messages

P = ParamSpec("P")
MOST = 50


@dataclass(slots=True)
class Faults:
    """The problems of one file; beyond `MOST` they are only counted."""

    file: str
    listed: list[Problem] = field(default_factory=list)
    count: int = 0

    def add(self, make: Callable[P, Problem], *args: P.args, **named: P.kwargs) -> None:
        """Add the problem that `make` gives, made only when it is listed (nearest names take time)."""
        self.count += 1
        if self.count <= MOST:
            self.listed.append(make(*args, **named))

    @property
    def all(self) -> tuple[Problem, ...]:
        """What is listed, and how many more there are."""
        rest = self.count - MOST
        return (*self.listed, sheet_messages.more_faults(Place(self.file), rest)) if rest > 0 else tuple(self.listed)
