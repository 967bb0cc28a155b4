"""Tables and charts as their authors specify them, read but not bound."""

from collections.abc import Mapping
from typing import NamedTuple

from rapportbyggare.core.blocks import Align
from rapportbyggare.core.chart import ChartKind
from rapportbyggare.core.document import DraftNote
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import DraftText, Expression


class RowRule(NamedTuple):
    """How rows are made: one, or with `each` one for every item of that list (named `rad`).

    `cells` are the lines of a data cell (with `kol` as the column's value); `total` rows sum the rows above
    instead; `condition` decides whether the row is there.
    """

    heading: DraftText
    cells: tuple[DraftText, ...]
    each: Expression | None
    condition: Expression | None
    total: bool
    place: Place


class TableRule(NamedTuple):
    """A generated table. `columns` are expressions, `column_heading` is written with `kol` as the value."""

    name: str
    caption: DraftText
    source: DraftText
    corner: DraftText
    columns: tuple[Expression, ...]
    column_heading: DraftText
    rows: tuple[RowRule, ...]
    general_notes: tuple[DraftText, ...]
    notes: Mapping[str, DraftNote]
    notes_below: bool
    symbols: bool
    align: Align
    widths: tuple[float, ...]
    description: DraftText
    place: Place


class ChartRule(NamedTuple):
    """A generated chart: `value` is evaluated with `kategori` and `serie` for each pair.

    `table` names the table that holds the same values; an empty `alt` is made from the data.
    """

    name: str
    kind: ChartKind
    caption: DraftText
    source: DraftText
    categories: Expression
    category_text: DraftText
    series: Expression
    series_text: DraftText
    value: Expression
    axis: DraftText
    ordered: bool
    table: str
    alt: DraftText
    height_cm: float
    notes: Mapping[str, DraftNote]
    place: Place
