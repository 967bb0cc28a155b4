"""A chart as data: what a specification and the dataset make, before anything is drawn."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from rapportbyggare.core.figure import Figure


class ChartKind(Enum):
    """The forms a chart can take; the values are what stands in a specification's `typ`."""

    COLUMNS = "staplar"
    STACKED = "staplade"
    BARS = "liggande"
    LINES = "linjer"
    MULTIPLES = "rutor"


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series. `amount` is None where nothing is drawn; `label` is the printed text then too.

    `parted` points mean something else than the one before them: no line joins the two.
    `figure` is the figure behind it: not drawn, so neither compared nor part of what a drawing is known by.
    """

    amount: Decimal | None
    label: str
    preliminary: bool = False
    figure: Figure | None = field(default=None, compare=False, repr=False)
    parted: bool = False


class Series(NamedTuple):
    """A named row of points, one for each category."""

    name: str
    points: tuple[Point, ...]


class Chart(NamedTuple):
    """All that is drawn. `axis` is the value axis' title, `ordered` whether the series are years (oldest first).

    `ticks` holds the value axis' ticks with their written form, computed where numbers are written.
    """

    name: str
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: str
    ticks: tuple[tuple[Decimal, str], ...]
    ordered: bool
    width_cm: Decimal
    height_cm: Decimal
    direct_labels: bool = True
