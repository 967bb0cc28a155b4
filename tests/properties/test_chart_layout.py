"""Laws of chart layout: whatever is drawn, words keep apart and nothing leaves the sheet."""

from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.charts.layout import laid_out
from rapportbyggare.charts.lettering import taken
from rapportbyggare.charts.scene import Box, Scene, Words
from rapportbyggare.core.chart import Chart, ChartKind, Point, Series
from tests.unit.charts.chart_samples import STYLE, width

NAMES = st.text("abcåäö -/0123456789", max_size=30) | st.integers(1990, 2030).map(str)
AMOUNTS = st.decimals(-(10**9), 10**9, places=2) | st.integers(0, 20).map(Decimal)
VALUES = st.builds(lambda amount, flag: Point(amount, f"{amount:f}", flag), AMOUNTS, st.booleans())
POINTS = VALUES | st.sampled_from([Point(None, "Ingen statistik"), Point(None, "Mäts 2026"), Point(None, "")])


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    categories = draw(st.lists(NAMES, max_size=35).map(tuple))
    rows = st.lists(POINTS, min_size=len(categories), max_size=len(categories)).map(tuple)
    series = draw(st.lists(st.builds(Series, NAMES, rows), max_size=8).map(tuple))
    amounts = [point.amount for row in series for point in row.points if point.amount is not None] or [Decimal(0)]
    marks = {min(*amounts, Decimal(0)), Decimal(0), max(*amounts, Decimal(0))}
    ticks = draw(st.sampled_from([(), tuple((mark, f"{mark:.0f}") for mark in sorted(marks))]))
    size = draw(st.tuples(st.integers(8, 24), st.integers(4, 14)))
    ordered, labelled = draw(st.booleans()), draw(st.booleans())
    kind = draw(st.sampled_from(ChartKind))
    return Chart("prov", kind, categories, series, "Antal", ticks, ordered, Decimal(size[0]), Decimal(size[1]), labelled)


def words_of(scene: Scene) -> list[Words]:
    return [mark for mark in scene.marks if isinstance(mark, Words) and mark.text.strip()]


@given(charts())
def test_words_stay_on_the_sheet(chart: Chart) -> None:
    scene = laid_out(chart, STYLE, width)
    sheet = Box(-0.01, -0.01, scene.width + 0.01, scene.height + 0.01)
    assert [words for words in words_of(scene) if not sheet.holds(taken(words, width))] == []


@given(charts())
def test_words_never_collide(chart: Chart) -> None:
    boxes = [(words.text, taken(words, width)) for words in words_of(laid_out(chart, STYLE, width))]
    assert [(one[0], two[0]) for one, two in combinations(boxes, 2) if one[1].meets(two[1])] == []


@given(charts())
def test_no_word_is_small_and_every_word_was_given(chart: Chart) -> None:
    scene = laid_out(chart, STYLE, width)
    assert all(words.size >= 9 for words in words_of(scene))
