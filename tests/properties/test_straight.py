"""The straight way to a table's commonest cell gives what the long way gives."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.binding.marks import Notes, Register
from rapportbyggare.binding.scope import Scope, scope_of
from rapportbyggare.binding.straight import (
    Cells,
    Straight,
    straight,
    straight_cells,
    straight_headings,
    straight_rows,
    straight_value,
)
from rapportbyggare.binding.texts import Context, TextBinder
from rapportbyggare.binding.things import Thing, Words, Year
from rapportbyggare.core.dataset import PrintedFact
from rapportbyggare.core.derivation import Break
from rapportbyggare.core.figure import ComputedKey, FactKey, Figure, Format, Status, Unit
from rapportbyggare.core.place import Place
from rapportbyggare.core.text import DocumentText, Expression, Value
from tests.small import CATALOGUE, DATASET, PLACES, SPACE, manifest, observed

CELLS = (
    "foretag(kol, rad)",
    "foretag(plats=rad, ar=kol)",
    "andel_kkb(kol, rad, matt='andel')",
    "foretag(kol - 1, rad)",
    "foretag(ar if kol == 2024 else kol, rad)",
)
OTHERS = (
    "foretag(rad, kol)",
    "foretag(kol, rad) | utan_enhet",
    "foretag(kol, rad) + foretag(kol, rad)",
    "foretag(kol, rad, 'finns inte')",
    "foretag(kol, 'Malmö')",
    "foretag(kol, rad, rad)",
    "foretag(kol, rad, 'antal', 'mer')",
    "foretag(kol if rad else kol, rad)",
    "finns(foretag(kol, rad))",
    "rad",
    "rad(kol)",
    "(((",
)
MAYBE = ("foretag(kol)", "foretag()", "foretag(kol, 'Berg')", "riksandel(plats='Riket')", "omsattning(kol)", "stod(kol, rad)")
COLUMNS = st.sampled_from([Year(2022), Year(2024), Year(2025), Words("Berg")])
ROWS = st.sampled_from([*map(Words, PLACES), Words("Malmö"), Words(""), Words("Jämtlands län"), Year(2024)])
PRINTED: tuple[FactKey | ComputedKey, ...] = (FactKey("foretag", "antal", 2025, "Berg"), FactKey("foretag", "antal", 2024, "Åre"))
AMOUNTS = st.sampled_from(["", "72", "71.6", "80"])
PLACE = Place("report/tabeller.toml", 3, 4)


def scope(broken: bool = True, printed: str = "") -> Scope:
    """What can be seen: with breaks in the series or none, and after a decided edition printed amounts of two facts or none."""
    breaks = (Break(2024, "Räknas om från 2024."), Break(2025, "Räknas om från 2025.")) if broken else ()
    periods = {"foretag": "1 april {ar}–31 mars { ar + 1 }"}
    indicators = {
        name: one._replace(breaks=breaks, period=periods.get(name, one.period)) for name, one in CATALOGUE.indicators.items()
    }
    known = dict(DATASET.observations)
    for one in (observed("foretag", "antal", 2022, "Berg", "1234567.5"), observed("foretag", "antal", 2022, "Åre", "-3")):
        known[one.key] = one
    missing = observed("foretag", "antal", 2022, "Östersund", "7", Status.PRELIMINARY)
    before = {key: PrintedFact(Decimal(printed), printed, "beslut-2024") for key in PRINTED if printed}
    catalogue = CATALOGUE._replace(indicators=indicators)
    dataset = replace(DATASET, catalogue=catalogue, observations=known | {missing.key: missing}, printed=before)
    return scope_of(dataset, manifest(), SPACE)


def binder() -> TextBinder:
    return TextBinder(Register([]), [])


def long_way(source: str, seen: Scope, column: Thing, row: Thing) -> tuple[DocumentText, TextBinder]:
    texts = binder()
    context = Context("tabell:t|r", seen, Notes({}), True).at("0", kol=column, rad=row)
    return texts.bind((Expression(source, PLACE),), context), texts


def straight_way(source: str, seen: Scope, column: Thing, row: Thing) -> Value | None:
    way = straight(Expression(source, PLACE), seen, {"kol": column})
    return None if way is None else straight_value(way, straight_cells(way, seen, (row,)), 0, seen.work, "tabell:t|r|0", binder())


@given(st.sampled_from((*CELLS, *OTHERS, *MAYBE)), COLUMNS, ROWS, st.booleans(), AMOUNTS)
def test_it_leads_where_the_long_way_leads(source: str, column: Thing, row: Thing, broken: bool, printed: str) -> None:
    one, other = scope(broken, printed), scope(broken, printed)
    found = straight_way(source, one, column, row)
    if found is None:
        assert one.work.steps == 0
        return
    expected, texts = long_way(source, other, column, row)
    assert texts.problems == [] and texts.missing == {} and expected == (found,)
    (value,) = expected
    assert isinstance(value, Value) and value.figure is not None and found.figure is not None
    assert (value.ident, value.expression, value.printed) == (found.ident, found.expression, found.printed)
    assert value.figure.origins[0].place == found.figure.origins[0].place
    assert one.work.steps == other.work.steps


@given(st.sampled_from(CELLS), st.sampled_from([Year(2024), Year(2025)]), st.sampled_from(PLACES), st.booleans(), AMOUNTS)
def test_the_commonest_cells_have_it(source: str, column: Year, row: str, broken: bool, printed: str) -> None:
    found = straight_way(source, scope(broken, printed), column, Words(row))
    expected, _ = long_way(source, scope(broken, printed), column, Words(row))
    (value,) = (one for one in expected if isinstance(one, Value))
    assert value.figure is not None
    assert (found is None) is (printed != "" and value.figure.key in PRINTED)


@given(st.sampled_from(OTHERS), COLUMNS, ROWS)
def test_what_it_is_not_for_has_none(source: str, column: Thing, row: Thing) -> None:
    assert straight_way(source, scope(), column, row) is None


def way_and_cells(column: Year, rows: list[Words], seen: Scope) -> tuple[Straight, Cells]:
    way = straight(Expression("foretag(kol, rad)", PLACE), seen, {"kol": column})
    assert way is not None
    return way, straight_cells(way, seen, rows)


@given(st.lists(st.sampled_from([Year(2023), Year(2024), Year(2025)]), min_size=1), st.lists(st.sampled_from(PLACES).map(Words)))
def test_rows_at_once_are_what_they_are_cell_by_cell(columns: list[Year], rows: list[Words]) -> None:
    seen, at_once, by_cell = scope(), binder(), binder()
    ways = [way_and_cells(column, rows, seen) for column in columns]
    found = straight_rows([cells for _, cells in ways], ways[0][0].expression, [f"t|{row.text}" for row in rows], at_once)
    expected = [
        straight_value(way, cells, number, seen.work, f"t|{row.text}|{n}", by_cell)
        for number, row in enumerate(rows)
        for n, (way, cells) in enumerate(ways)
    ]
    assert found == expected
    assert [(one.ident, one.expression) for one in found] == [(one.ident, one.expression) for one in expected if one is not None]


HEADINGS = st.sampled_from(
    ["rad", " rad ", "råd", "kol", "rad | versal", "'rad'", "rad if rad else kol", "rad(", "foretag(2024, rad)"]
)
FIGURED = Words("Berg", weighed=(Figure(None, Format(Unit.COUNT), Status.PRELIMINARY, None, (), "", None, None, ()),))


@given(HEADINGS, st.lists(ROWS | st.just(FIGURED), min_size=1))
def test_headings_at_once_are_what_they_are_one_by_one(source: str, rows: list[Thing]) -> None:
    one, other, at_once, one_by_one = scope(), scope(), binder(), binder()
    content, seen = (Expression(source, PLACE),), Context("tabell:t", other, Notes({}), True)
    found = straight_headings(content, rows, seen._replace(scope=one), at_once)
    expected = [one_by_one.bind(content, seen.having(rad=row)) for row in rows]
    if not found:
        assert at_once.problems == [] and one.work.steps == 0
        return
    assert [(value,) for value in found] == expected
    assert [value.ident for value in found] == [part.ident for line in expected for part in line if isinstance(part, Value)]
    assert one_by_one.problems == [] and one.work.steps == other.work.steps


def test_headings_that_are_names_are_made_at_once() -> None:
    rows = [Words(name) for name in PLACES]
    assert len(straight_headings((Expression("rad", PLACE),), rows, Context("t", scope(), Notes({})), binder())) == len(rows)
