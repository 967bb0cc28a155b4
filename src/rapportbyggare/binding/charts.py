"""A chart is made from its specification: categories, series, labels, ticks and an alt text from the data."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from rapportbyggare.binding import messages
from rapportbyggare.binding.arithmetic import figure_of
from rapportbyggare.binding.automatic import reservations_of
from rapportbyggare.binding.breaks import break_notes, crossed
from rapportbyggare.binding.evaluate import evaluate
from rapportbyggare.binding.lacking import known
from rapportbyggare.binding.marks import Notes
from rapportbyggare.binding.preliminary import preliminary_note
from rapportbyggare.binding.printing import printed, status_text
from rapportbyggare.binding.texts import Context, TextBinder
from rapportbyggare.binding.things import Fault, Thing
from rapportbyggare.core.blocks import ChartFigure
from rapportbyggare.core.chart import Chart, ChartKind, Point, Series
from rapportbyggare.core.figure import Doubt, FactKey, Figure, Format, Status, Unit
from rapportbyggare.core.place import Place
from rapportbyggare.core.plain import plain
from rapportbyggare.core.specifications import ChartRule
from rapportbyggare.core.text import DocumentLeaf, DraftText, Expression, Text
from rapportbyggare.typography.ticks import nice_ticks
from rapportbyggare.typography.words import capitalise, join_words

MOST_POINTS = 1_000
WIDTH_CM = Decimal("16.0")
KINDS = {
    ChartKind.COLUMNS: "Stapeldiagram",
    ChartKind.STACKED: "Diagram med staplade staplar",
    ChartKind.BARS: "Liggande stapeldiagram",
    ChartKind.LINES: "Linjediagram",
    ChartKind.MULTIPLES: "Små stapeldiagram sida vid sida",
}
Grid = list[list[Figure | None]]


@dataclass(slots=True)
class ChartBinder:
    """Makes the charts of one report; `shown` keeps each chart's facts, to be found in its table."""

    texts: TextBinder
    shown: list[tuple[ChartRule, tuple[Figure, ...]]]

    def chart(self, rule: ChartRule, outer: Context) -> Iterator[ChartFigure[DocumentLeaf]]:
        """The chart that a specification makes, or none after a problem."""
        context = Context(f"diagram:{rule.name}", outer.scope, Notes(rule.notes, f"diagram:{rule.name}", breaks=False))
        number = self.texts.register.figure(rule.name, rule.place)
        silent = context._replace(notes=Notes({}, automatic=False))
        categories = self.texts.members(rule.categories, context)
        series = self.texts.members(rule.series, context)
        if len(categories) * len(series) > MOST_POINTS:
            self.texts.problems.append(messages.too_many_points(rule.place, MOST_POINTS))
            return
        grid = [[self._figure(rule, context.having(serie=s, kategori=c)) for c in categories] for s in series]
        figures = tuple(figure for row in grid for figure in row if figure is not None)
        if not any(figure.amount is not None for figure in figures):
            if rule.value.place not in self.texts.missing:  # else the missing facts are told
                self.texts.problems.append(messages.empty_chart(rule.place))
            return
        if len({(figure.form.unit, figure.form.scale) for figure in figures}) > 1:
            self.texts.problems.append(messages.mixed_units(rule.place))
            return
        self.shown.append((rule, figures))
        names = [plain(self.texts.bind(rule.category_text, silent.having(kategori=c))) for c in categories]
        labels = [plain(self.texts.bind(rule.series_text, silent.having(serie=s))) for s in series]
        caption = self.texts.bind(rule.caption, context)
        notes = break_notes(outer.scope.breaks, figures)
        self.texts.printed_below.update(notes)
        after = tuple(Text(f". {note}", rule.place) for note in notes)
        doubts = tuple(dict.fromkeys(doubt for figure in figures for doubt in figure.doubts))
        self.texts.unreserved(doubts, rule.value.place, context)
        said = (*_preliminary(figures, context, rule.place), *_reserved(doubts, context, rule.place))
        source = self.texts.bind((*rule.source, *said, *after), context)
        chart = self._chart(rule, names, labels, grid, plain(self.texts.bind(rule.axis, silent)), context)
        alt = plain(self.texts.bind(rule.alt, silent)) or described(chart, plain(caption))
        yield ChartFigure(rule.name, caption, source, alt, chart, rule.table, rule.place, number)

    def _figure(self, rule: ChartRule, context: Context) -> Figure | None:
        thing = self._value(rule.value, context)
        if thing is None:
            return None
        try:
            return figure_of(thing, "varde")
        except Fault:
            self.texts.problems.append(messages.not_a_figure(rule.value.place, thing))
            return None

    def _value(self, expression: Expression, context: Context) -> Thing | None:
        try:
            thing = evaluate(expression.source, context.scope, context.names)
            known(thing, context.scope.dataset)
            return thing
        except Fault as fault:
            self.texts.report(fault, expression.place, context)
            return None

    def _chart(self, rule: ChartRule, names: list[str], labels: list[str], grid: Grid, axis: str, context: Context) -> Chart:
        series = tuple(Series(label, _points(row, context)) for label, row in zip(labels, grid, strict=True))
        return Chart(
            rule.name,
            rule.kind,
            tuple(names),
            series,
            axis,
            _ticks(rule.kind, grid, context.scope.thousands),
            rule.ordered,
            WIDTH_CM,
            Decimal(str(rule.height_cm)),
        )


def _points(row: list[Figure | None], context: Context) -> tuple[Point, ...]:
    """The points of a series; one after a break is parted from the one before."""
    points = [_point(figure, context) for figure in row]
    breaks = context.scope.breaks
    for n, (before, figure) in enumerate(pairwise(row), 1) if breaks else ():
        if before and figure and crossed(breaks, before, figure) is not None:
            points[n] = replace(points[n], parted=True)
    return tuple(points)


def _point(figure: Figure | None, context: Context) -> Point:
    if figure is None:
        return Point(None, "")
    if figure.amount is None:
        return Point(None, status_text(figure, context.scope, False), False, figure)
    scaled = figure.amount.scaleb(-figure.form.scale)
    return Point(scaled, printed(figure, context.scope).text, figure.status is Status.PRELIMINARY, figure)


def _ticks(kind: ChartKind, grid: Grid, thousands: str) -> tuple[tuple[Decimal, str], ...]:
    """Ticks in the points' scale, without unit: the axis' title has it."""
    form = next(figure.form for row in grid for figure in row if figure is not None)
    rows = [[f.amount.scaleb(-f.form.scale) if f and f.amount is not None else None for f in row] for row in grid]
    if kind is ChartKind.STACKED:
        columns = [[a for a in column if a is not None] for column in zip(*rows, strict=True)]
        low = min(sum((a for a in column if a < 0), Decimal(0)) for column in columns)
        high = max(sum((a for a in column if a > 0), Decimal(0)) for column in columns)
    else:
        amounts = [a for row in rows for a in row if a is not None]
        low, high = min(amounts), max(amounts)
    unit = Unit.COUNT if form.unit.is_count else Unit.INDEX
    return nice_ticks(low, high, kind is not ChartKind.LINES, Format(unit, form.decimals), thousands)


def _preliminary(figures: tuple[Figure, ...], context: Context, place: Place) -> DraftText:
    """The end of the source line that explains the p of preliminary points."""
    notes = [preliminary_note((f,), context.scope, place) for f in figures if f.status is Status.PRELIMINARY]
    unique = {note.key: note.content for note in notes}
    return tuple(part for content in unique.values() for part in (Text(". p = ", place), *_in_sentence(content)))


def _reserved(doubts: tuple[Doubt, ...], context: Context, place: Place) -> DraftText:
    """The end of the source line that makes the reservations of uncertain comparisons."""
    notes = reservations_of(doubts, context.scope, place)
    return tuple(part for note in notes for part in (Text(". ", place), *_without_stop(note.content)))


def _in_sentence(note: DraftText) -> DraftText:
    """A note that begins in lower case and has no full stop at its end."""
    note = _without_stop(note)
    if isinstance(first := note[0], Text):
        note = (Text(first.text[:1].lower() + first.text[1:], first.place), *note[1:])
    return note


def _without_stop(note: DraftText) -> DraftText:
    last = note[-1]
    return (*note[:-1], Text(last.text.rstrip("."), last.place)) if isinstance(last, Text) else note


def described(chart: Chart, caption: str) -> str:
    """An alt text: kind, what, and the main message of the newest series."""
    newest = chart.series[-1]
    points = [(name, point) for name, point in zip(chart.categories, newest.points, strict=True) if point.amount is not None]
    what = f"{KINDS[chart.kind]}: {caption.rstrip('.')}."
    name = newest.name if len(chart.series) > 1 else ""
    if not points:
        return what
    if chart.kind is ChartKind.LINES or (len(chart.series) == 1 and chart.ordered):
        return f"{what} {_course(name, points)}"
    return f"{what} {_extremes(name, points)}"


def _course(series: str, points: list[tuple[str, Point]]) -> str:
    (first, start), (last, end) = points[0], points[-1]
    across = ", över ett brott i serien" if any(point.parted for _, point in points[1:]) else ""
    course = (
        f"från {_said(start)} ({first}) till {_said(end)} ({last}){across}." if len(points) > 1 else f"{first}: {_said(start)}."
    )
    return f"{capitalise(series)}: {course}" if series else capitalise(course)


def _extremes(series: str, points: list[tuple[str, Point]]) -> str:
    amounts = [point.amount for _, point in points if point.amount is not None]
    high, low = max(amounts), min(amounts)
    tops = join_words([name for name, point in points if point.amount == high])
    bottoms = join_words([name for name, point in points if point.amount == low])
    shown = {point.amount: _said(point) for _, point in points}
    lead = f"{capitalise(series)}: högst " if series else "Högst "
    return f"{lead}{tops} ({shown[high]}), lägst {bottoms} ({shown[low]})."


def _said(point: Point) -> str:
    return f"{point.label}, preliminärt" if point.preliminary else point.label


def facts_of(figures: tuple[Figure, ...]) -> set[tuple[tuple[FactKey, ...], Decimal | None]]:
    """What identifies the values shown."""
    return {(figure.facts, figure.amount) for figure in figures}
