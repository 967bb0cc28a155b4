"""What the columns of a received file are called and hold."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from rapportbyggare.core.figure import Status, Unit


class ColumnType(Enum):
    """What the cells of a column hold. `SUBJECT` names what a cross table's row is about."""

    TEXT = "text"
    NUMBER = "tal"
    PLACE = "plats"
    YEAR = "ar"
    DATE = "datum"
    CODE = "kod"
    SUBJECT = "uppgift"


class NumberUnit(Enum):
    """What the numbers of a file are in."""

    COUNT = "antal"
    PIECES = "st"
    KRONOR = "kr"
    THOUSANDS = "tkr"
    MILLIONS = "mnkr"
    BILLIONS = "mdkr"
    PERCENT = "procent"
    POINTS = "procentenheter"
    SHARE = "andel"
    INDEX = "index"

    @property
    def meant(self) -> Unit:
        """The catalogue's unit that the numbers become."""
        if self in _MONEY:
            return Unit.KRONOR
        return Unit.PERCENT if self is NumberUnit.SHARE else Unit(self.value)

    def becomes(self, unit: Unit) -> bool:
        """Whether numbers in this unit can be told in the catalogue's unit; a number of pieces is a number too."""
        return self.meant is unit or (self.meant.is_count and unit.is_count)

    @property
    def factor(self) -> Decimal:
        """What a number is multiplied by to be in the catalogue's unit."""
        return Decimal(100) if self is NumberUnit.SHARE else _MONEY.get(self, Decimal(1))


_MONEY = {
    NumberUnit.KRONOR: Decimal(1),
    NumberUnit.THOUSANDS: Decimal(1000),
    NumberUnit.MILLIONS: Decimal(1_000_000),
    NumberUnit.BILLIONS: Decimal(1_000_000_000),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: the headings it may have (with * for anything), and what its cells hold."""

    name: str
    headings: tuple[str, ...]
    type: ColumnType
    unit: NumberUnit | None
    required: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A text that stands where a number should, and what it means: a status, or zero when there is none."""

    pattern: re.Pattern[str]
    status: Status | None
