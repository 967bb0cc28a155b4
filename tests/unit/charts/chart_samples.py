"""Charts and a style of realistic shape for the tests of drawing."""

from collections.abc import Mapping
from decimal import Decimal

from rapportbyggare.core.chart import Chart, ChartKind, Point, Series
from rapportbyggare.core.style import Style

NAMES = ("Berg", "Bräcke", "Härjedalen", "Krokom", "Ragunda", "Strömsund", "Åre", "Östersund")
COUNTS = {
    "juli 2023": (71, 43, 85, 135, 42, 61, 276, 632),
    "juli 2024": (69, 46, 92, 144, 39, 62, 279, 643),
    "juli 2025": (63, 43, 98, 144, 37, 57, 285, 614),
}
STYLE = Style(
    colours={"text": "#1A1A1A"},
    categories=("#17365D", "#CC7014", "#26997C", "#8F39E6", "#4C2A08"),
    years=("#6F93B9", "#5680AC", "#34608F", "#17365D"),
    body_font="Calibri",
    heading_font="Calibri",
    sizes={},
    line_spacing=1.15,
    margins_mm={},
    thousands="\u00a0",
    page_number="",
    source_lead="",
    table_lead="",
    figure_lead="",
    note_lead="",
    logo_file="",
    logo_width_mm=30.0,
    logo_alt="",
)


def point(value: int | str, preliminary: bool = False) -> Point:
    """A whole number as itself, a text as the reason for a gap."""
    return Point(None, value) if isinstance(value, str) else Point(Decimal(value), str(value).replace("-", "−"), preliminary)


def ticks(*values: int) -> tuple[tuple[Decimal, str], ...]:
    return tuple((Decimal(value), str(value)) for value in values)


def chart(
    kind: ChartKind,
    categories: tuple[str, ...],
    series: Mapping[str, tuple[Point, ...]],
    scale: tuple[tuple[Decimal, str], ...] = (),
    ordered: bool = False,
) -> Chart:
    rows = tuple(Series(name, points) for name, points in series.items())
    return Chart("prov", kind, categories, rows, "Antal", scale, ordered, Decimal("16.0"), Decimal("8.0"))


def per_municipality(kind: ChartKind = ChartKind.COLUMNS) -> Chart:
    rows = {year: tuple(map(point, counts)) for year, counts in COUNTS.items()}
    return chart(kind, NAMES, rows, ticks(0, 200, 400, 600, 800), ordered=True)


def turnover(kind: ChartKind = ChartKind.COLUMNS) -> Chart:
    points = (point(882), point(890), point(830, preliminary=True), point("Mäts 2026"))
    return chart(kind, ("2022", "2023", "2024", "2025"), {"tkr": points}, ticks(0, 500, 1000))


def width(text: str, size: float, bold: bool) -> float:
    """A ruler without a font: every letter half as wide as it is high."""
    return len(text) * size * (0.55 if bold else 0.5)
