"""What the catalogue says of figures that are computed from others, and of series that are broken."""

from dataclasses import dataclass, field
from enum import Enum

from rapportbyggare.core.place import NOWHERE, Place

DEEPEST = 5
"""How many derivations may stand on each other."""


class DerivationKind(Enum):
    """How a derived figure is computed; the values are what stands in the catalogue's `slag`."""

    RATIO = "kvot"
    SHARE = "andel"
    CHANGE = "forandring"
    INDEX = "index"
    SUM = "summa"
    DIFFERENCE = "differens"

    @property
    def is_over_time(self) -> bool:
        """Whether one year is computed from another too."""
        return self in (DerivationKind.CHANGE, DerivationKind.INDEX)


@dataclass(frozen=True, slots=True)
class Part:
    """A measure that another is computed from; an empty `measure` is the indicator's first."""

    indicator: str
    measure: str
    place: Place = field(compare=False, default=NOWHERE)


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a measure is computed: a ratio's and a share's numerator comes first, a difference is the first part minus the second.

    A change is from `step` years before; an index is 100 in `base_year`. `reserved` when the catalogue acknowledges that what
    it compares can be uncertain.
    """

    kind: DerivationKind
    parts: tuple[Part, ...]
    step: int = 1
    base_year: int = 0
    place: Place = field(compare=False, default=NOWHERE)
    reserved: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """From `year` on an indicator means something else than before; `note` is what the reader is told."""

    year: int
    note: str
    place: Place = field(compare=False, default=NOWHERE)
