"""What stands in a laid-out chart: labels as given, zero base, looks told apart, words with enough contrast."""

from dataclasses import replace
from decimal import Decimal

import pytest

from rapportbyggare.charts.layout import laid_out
from rapportbyggare.charts.palette import ink, looks
from rapportbyggare.charts.scene import Area, Scene, Stroke, Words
from rapportbyggare.charts.sheet import written
from rapportbyggare.charts.wording import PRELIMINARY_KEY
from rapportbyggare.core.chart import Chart, ChartKind, Point
from rapportbyggare.core.colour import contrast
from tests.unit.charts.chart_samples import COUNTS, NAMES, STYLE, chart, per_municipality, point, ticks, turnover, width


def texts(drawn: Chart) -> list[str]:
    return [mark.text for mark in scene(drawn).marks if isinstance(mark, Words)]


def scene(drawn: Chart) -> Scene:
    return laid_out(drawn, STYLE, width)


def areas(drawn: Chart, colour: str) -> list[Area]:
    return [mark for mark in scene(drawn).marks if isinstance(mark, Area) and mark.colour == colour]


def test_every_value_tick_name_and_series_is_written_as_given() -> None:
    found = texts(per_municipality())
    assert sorted(found) == sorted(
        [*NAMES, *COUNTS, "Antal", "0", "200", "400", "600", "800", *(str(n) for row in COUNTS.values() for n in row)]
    )


def test_labels_too_wide_for_three_bars_stand_at_the_newest_year_alone() -> None:
    wide = {year: tuple(Point(Decimal(value), f"{value}0") for value in row) for year, row in COUNTS.items()}
    found = texts(chart(ChartKind.COLUMNS, NAMES, wide, ticks(0, 800), ordered=True))
    assert "6140" in found and "6430" not in found


def test_preliminary_is_marked_once_and_explained() -> None:
    found = texts(turnover())
    assert "830\u00a0p" in found and PRELIMINARY_KEY in found and "Mäts 2026" in found
    assert written(Point(Decimal(1), "1 p", True)) == "1 p"
    assert PRELIMINARY_KEY not in texts(per_municipality())


def test_preliminary_bar_is_light_with_hatch_and_dashed_edge() -> None:
    marks = scene(turnover()).marks
    assert len(areas(turnover(), "#17365D")) == 2
    assert any(isinstance(mark, Stroke) and mark.dashes and mark.colour == "#17365D" for mark in marks)


def test_bars_start_at_zero_even_when_ticks_do_not() -> None:
    drawn = chart(ChartKind.COLUMNS, ("a", "b"), {"s": (point(100), point(50))}, ticks(40, 100))
    heights = [max(y for _, y in area.corners) - min(y for _, y in area.corners) for area in areas(drawn, "#17365D")]
    assert heights[0] == pytest.approx(2 * heights[1])


def test_negative_bars_hang_from_the_same_line() -> None:
    drawn = chart(ChartKind.BARS, ("a", "b"), {"s": (point(-10), point(10))}, ticks(-10, 0, 10))
    left, right = (sorted(x for x, _ in area.corners) for area in areas(drawn, "#17365D"))
    assert left[-1] == pytest.approx(right[0])
    assert "−10" in texts(drawn)


def test_level_bars_keep_the_given_order_from_the_top() -> None:
    marks = [mark for mark in scene(per_municipality(ChartKind.BARS)).marks if isinstance(mark, Words) and mark.text in NAMES]
    assert [mark.text for mark in sorted(marks, key=lambda mark: -mark.y)] == list(NAMES)


def test_columns_with_long_names_lie_down_and_grow() -> None:
    names = tuple(f"Reklambyråverksamhet nummer {number}" for number in range(20))
    drawn = chart(ChartKind.COLUMNS, names, {"s": tuple(point(n) for n in range(20))}, ticks(0, 20))
    assert scene(drawn).height > scene(per_municipality()).height
    assert "".join(names[0].split()) in "".join("".join(texts(drawn)).split())


def test_many_years_leave_names_out_but_never_the_last() -> None:
    years = tuple(str(year) for year in range(1990, 2026))
    found = texts(chart(ChartKind.LINES, years, {"s": tuple(point(n) for n in range(36))}, ticks(0, 40)))
    assert "2025" in found and "2024" not in found


def test_lines_are_named_with_their_last_value_at_the_end() -> None:
    rows = {"Berg": (point(1), point(9)), "Åre": (point(4), point(5))}
    found = texts(chart(ChartKind.LINES, ("2024", "2025"), rows, ticks(0, 10)))
    assert "Berg  9" in found and "Åre  5" in found


def test_a_gap_in_a_line_joins_nothing_across() -> None:
    drawn = chart(ChartKind.LINES, ("1", "2", "3"), {"s": (point(1), point("Ingen statistik"), point(3))}, ticks(0, 3))
    assert not [mark for mark in scene(drawn).marks if isinstance(mark, Stroke) and mark.colour == "#17365D"]
    assert "Ingen statistik" in texts(drawn)


def test_a_break_in_the_series_joins_nothing_across() -> None:
    points = (point(1), point(2), replace(point(3), parted=True), point(4))
    drawn = scene(chart(ChartKind.LINES, ("a", "b", "c", "d"), {"s": points}, ticks(0, 5)))
    joined = [stroke for stroke in drawn.marks if isinstance(stroke, Stroke) and stroke.width == 1.8]
    assert [len(stroke.lines) for stroke in joined] == [2]


def test_stacked_bars_stand_on_each_other() -> None:
    drawn = chart(ChartKind.STACKED, ("a",), {"s": (point(1),), "t": (point(2),)}, ticks(0, 3), ordered=True)
    lower, upper = areas(drawn, "#6F93B9")[-1], areas(drawn, "#17365D")[-1]
    assert {"1", "2", "s", "t"} <= set(texts(drawn))
    assert min(y for _, y in upper.corners) < max(y for _, y in upper.corners)
    assert max(y for _, y in lower.corners) <= max(y for _, y in upper.corners)


def test_each_series_has_a_panel_with_its_name() -> None:
    assert set(COUNTS) <= set(texts(per_municipality(ChartKind.MULTIPLES)))


def test_no_two_kinds_look_the_same_and_all_can_be_seen() -> None:
    many = chart(ChartKind.LINES, ("a",), {str(n): (point(n),) for n in range(20)})
    found = looks(many, STYLE)
    assert len({(look.colour, look.pattern) for look in found}) == 20
    assert len({look.pattern for look in found[:5]}) == 5
    assert all(contrast(look.colour, "#FFFFFF") >= 3 for look in found)


def test_years_darken_whatever_their_number() -> None:
    for count in range(2, 8):
        years = chart(ChartKind.LINES, ("a",), {str(n): (point(n),) for n in range(count)}, ordered=True)
        ratios = [contrast(look.colour, "#FFFFFF") for look in looks(years, STYLE)]
        assert ratios == sorted(set(ratios))


@pytest.mark.parametrize("kind", list(ChartKind))
def test_every_word_has_contrast(kind: ChartKind) -> None:
    """The words inside stacked bars lie on the patch painted just before them."""
    ground = "#FFFFFF"
    for mark in scene(per_municipality(kind)).marks:
        match mark:
            case Area(_, colour):
                ground = colour
            case Words(_):
                paper = mark.colour in (ink(per_municipality(kind), STYLE).text, "#4D4D4D", "#767676")
                assert max(contrast(mark.colour, ground), contrast(mark.colour, "#FFFFFF") if paper else 0) >= 4.5


@pytest.mark.parametrize("kind", list(ChartKind))
def test_nothing_to_draw_is_no_fault(kind: ChartKind) -> None:
    gaps = (point("Ingen statistik"), point("Mäts 2026"))
    assert "Mäts 2026" in texts(chart(kind, ("a", "b"), {"s": gaps}))
    assert scene(chart(kind, (), {"s": ()})).marks == ()
    assert scene(chart(kind, ("a",), {})._replace(axis="")).marks == ()
