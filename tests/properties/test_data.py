"""Laws of the archive."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from rapportbyggare.core.dataset import Area, Catalogue, Coverage, Delivery, Indicator, Measure, Source
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.figure import FactKey, Observation, Origin, Status, Unit
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.data.archive import as_of, read_archive
from rapportbyggare.data.cells import read_note, write_note
from rapportbyggare.data.coverage import read_coverage, write_coverage
from rapportbyggare.data.faults import Faults
from rapportbyggare.data.writer import add_deliveries, add_withdrawal
from rapportbyggare.sources.text import on_one_line

COUNT, SHARE = Measure("antal", "antal", Unit.COUNT, 0), Measure("andel", "andel", Unit.PERCENT, 1)
CATALOGUE = Catalogue(
    {
        "antal": Indicator("antal", "Antal", "", "scb", "juli {ar}", (COUNT, SHARE), False, NOWHERE),
        "riket": Indicator("riket", "Riket", "", "scb", "", (SHARE,), True, NOWHERE),
    },
    {"scb": Source("scb", "SCB", "")},
    {"Länet": Area("23", "Länet", "län"), "Berg": Area("2326", "Berg", "kommun"), "Åre": Area("2321", "Åre", "kommun")},
    {},
)
DAYS = st.dates().map(lambda day: f"2025-{day.month:02}-{day.day:02}")
KEYS = st.builds(FactKey, st.just("antal"), st.just("antal"), st.sampled_from([2024, 2025]), st.sampled_from(["Länet", "Åre"]))
VALUES: st.SearchStrategy[Mapping[FactKey, Decimal]] = st.dictionaries(KEYS, st.integers(0, 9).map(Decimal), max_size=4)
Dated = list[tuple[str, str, Mapping[FactKey, Decimal]]]
DATED: st.SearchStrategy[Dated] = st.lists(st.tuples(DAYS, DAYS, VALUES), max_size=5)


def delivery(number: int, extract: str, received: str, values: Mapping[FactKey, Decimal]) -> Delivery:
    origin = Origin(number, "scb", extract, received, NOWHERE)
    rows = (Observation(key, value, Status.DEFINITIVE, "", None, None, "", origin) for key, value in values.items())
    return Delivery(number, "scb", extract, received, "", "", tuple(rows))


def numbered(dated: Dated) -> tuple[Delivery, ...]:
    return tuple(delivery(number, *one) for number, one in enumerate(dated, 1))


def withdrawn(deliveries: Sequence[Delivery], days: Sequence[str | None]) -> tuple[Delivery, ...]:
    """Each delivery with the day it is withdrawn, if any; never before its intake. Numbers go on after the deliveries'."""
    numbers = count(len(deliveries) + 1)
    return tuple(
        one._replace(withdrawn=max(day, one.received), withdrawn_by=next(numbers), withdrawn_why="fel") if day else one
        for one, day in zip(deliveries, [*days, *[None] * len(deliveries)], strict=False)
    )


GONE = st.lists(st.none() | DAYS, max_size=5)


@given(DATED, DATED, GONE, DAYS)
def test_what_is_taken_in_later_changes_nothing(before: Dated, after: Dated, gone: list[str | None], date: str) -> None:
    later = [one for one in after if one[1] > date]
    known = numbered(before)
    acted = [day and (day if day <= date else None) for day in gone]
    told_later = withdrawn(numbered([*before, *later]), gone)
    then = as_of(told_later, CATALOGUE, date)
    now = as_of(withdrawn(known, acted), CATALOGUE, date)
    assert (then.observations, then.date) == (now.observations, now.date)
    assert [one.number for one in then.deliveries] == [one.number for one in now.deliveries]
    assert not any(one.withdrawn for one in then.deliveries)


@given(DATED, GONE)
def test_the_date_of_what_is_known_gives_the_same_again(dated: Dated, gone: list[str | None]) -> None:
    deliveries = withdrawn(numbered(dated), gone)
    known = as_of(deliveries, CATALOGUE)
    assert as_of(deliveries, CATALOGUE, known.date) == known


@given(DATED, st.integers(0, 4), DAYS, DAYS)
def test_a_withdrawal_undoes_from_its_day_and_not_before(dated: Dated, which: int, day: str, date: str) -> None:
    deliveries = numbered(dated)
    gone = withdrawn(deliveries, [day if number == which else None for number in range(len(deliveries))])
    acts = which < len(deliveries) and date >= gone[which].withdrawn
    without = [one for number, one in enumerate(deliveries) if number != which or not acts]
    assert as_of(gone, CATALOGUE, date).observations == as_of(without, CATALOGUE, date).observations


@given(DATED.map(numbered).flatmap(lambda deliveries: st.tuples(st.just(deliveries), st.permutations(deliveries))))
def test_deliveries_can_be_listed_in_any_order(orders: tuple[tuple[Delivery, ...], list[Delivery]]) -> None:
    listed, shuffled = orders
    assert as_of(shuffled, CATALOGUE).observations == as_of(listed, CATALOGUE).observations


EXTRACTS = st.lists(st.tuples(st.sampled_from(["2025-07", "2025-07-01", "2025-08"]), DAYS, st.sets(KEYS, min_size=1)), max_size=4)


@settings(max_examples=25)
@given(EXTRACTS.flatmap(lambda listed: st.tuples(st.just(listed), st.permutations(listed))), DAYS)
def test_deliveries_can_be_taken_in_in_any_order(
    orders: tuple[list[tuple[str, str, set[FactKey]]], list[tuple[str, str, set[FactKey]]]], date: str
) -> None:
    """The extract says what the values are: two deliveries of the same extract agree."""
    known = []
    for order in orders:
        with TemporaryDirectory() as folder:
            for extract, day, keys in order:
                values = {key: Decimal(sha256(f"{extract}{key}".encode()).digest()[0]) for key in keys}
                put(Path(folder), received(extract, values), max(day, "2025-09-01"))
            known.append(as_of(read_archive(Path(folder), CATALOGUE)[0], CATALOGUE, date).observations)
    one, other = ({key: row.amount for key, row in facts.items()} for facts in known)
    assert one == other


def received(extract: str, values: Mapping[FactKey, Decimal], file: str = "") -> Delivered:
    origin = Origin(0, "scb", extract, "", NOWHERE, "A1")
    rows = (Observation(key, value, Status.DEFINITIVE, "", None, None, "", origin) for key, value in values.items())
    return Delivered("scb", extract, file, sha256(file.encode()).hexdigest() if file else "", tuple(rows), ())


def put(project: Path, file: Delivered, day: str, note: str = "") -> tuple[Delivery, ...]:
    """Add a file to an archive without faults."""
    deliveries = read_archive(project, CATALOGUE)[0]
    added, problems = add_deliveries(project, [file], CATALOGUE, deliveries, day, note)
    assert not [problem for problem in problems if problem.code not in ("redan-inlast", "leverans-anvands-inte")]
    return added


@given(DATED)
def test_each_fact_is_from_its_newest_extract(dated: Dated) -> None:
    deliveries = numbered(dated)
    for key, observation in as_of(deliveries, CATALOGUE).observations.items():
        extracts = [one.extract for one in deliveries if any(row.key == key for row in one.observations)]
        assert observation.origin.extract == max(extracts)


NASTY = st.text(max_size=12) | st.sampled_from(
    [
        *(
            "=1+1",
            "+46",
            "-3",
            "@a",
            "'=1",
            "''x",
            "'",
            "\t=1",
            ' "citat"; ',
            "rad\nrad\r\n",
            "\x00\x1b[31m",
            "A\u030are",
            "\ud800",
        ),
        *("\u202egnälg", "1 341", "\ufeff", "\ue000", "|×|", "leveranser.csv", "2;leverans;scb"),
    ]
)
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)
MISSING = st.sampled_from([status for status in Status if not status.has_amount])


@st.composite
def observation(draw: st.DrawFn, key: FactKey) -> Observation:
    status = draw(st.sampled_from(Status))
    amount = draw(st.integers(0, 10**15).map(Decimal) if key.measure == "antal" else AMOUNTS) if status.has_amount else None
    measured = draw(st.integers(1000, 2999)) if status is Status.NOT_YET else None
    base = draw(st.none() | st.integers(0, 10**14))
    origin = Origin(0, "scb", "", "", NOWHERE, draw(NASTY))
    return Observation(key, amount, status, draw(NASTY | st.just("juli 2025")), base, measured, draw(NASTY), origin)


ALL_KEYS = [
    *(
        FactKey("antal", measure, year, area)
        for measure in ("antal", "andel")
        for year in (2024, 2025)
        for area in CATALOGUE.areas
    ),
    FactKey("riket", "andel", 0, "Länet"),
]
FACTS = st.lists(st.sampled_from(ALL_KEYS), min_size=1, unique=True).flatmap(lambda keys: st.tuples(*map(observation, keys)))
SOME = st.lists(st.sampled_from([2024, 2025]), min_size=1)
BLOCKS = st.builds(
    Coverage,
    st.lists(st.sampled_from([("antal", "antal"), ("antal", "andel"), ("riket", "andel")]), min_size=1).map(tuple),
    st.lists(st.sampled_from([0, 2024, 2025]), min_size=1).map(tuple),
    st.lists(st.sampled_from(list(CATALOGUE.areas)), min_size=1).map(tuple),
)
FILES = st.builds(
    lambda facts, file, blocks: Delivered("scb", "2025-07", file, sha256(b"").hexdigest() if file else "", facts, tuple(blocks)),
    FACTS,
    NASTY,
    st.lists(BLOCKS, max_size=3),
)


@given(FILES, NASTY)
def test_what_is_written_is_read_again(file: Delivered, note: str) -> None:
    with TemporaryDirectory() as folder:
        (added,) = put(Path(folder), file, "2025-09-04", note)
        read, problems = read_archive(Path(folder), CATALOGUE)
    assert (read, problems) == ((added,), ())
    assert (added.file, added.note, added.file_checksum) == (on_one_line(file.file), on_one_line(note), file.checksum)
    assert [covered(one) for one in added.coverage] == [covered(one) for one in file.coverage]
    assert {one.key: told(one) for one in added.observations} == {one.key: told(one) for one in file.observations}
    order = [ALL_KEYS.index(one.key) for one in added.observations]
    assert order == sorted(order)


def told(one: Observation) -> tuple[object, ...]:
    usual = f"juli {one.key.year}" if one.key.year else ""
    period = on_one_line(one.period) or usual
    return one.amount, one.status, period, one.base, one.measured, on_one_line(one.note), on_one_line(one.origin.cell)


def covered(block: Coverage) -> tuple[set[object], ...]:
    return {*block.measures}, {*block.years}, {*block.areas}


@settings(max_examples=25)
@given(FILES, st.booleans())
def test_the_same_file_again_changes_nothing(file: Delivered, gone: bool) -> None:
    file = replace(file, file="a.xlsx", checksum="a" * 64)
    with TemporaryDirectory() as name:
        folder = Path(name)
        put(folder, file, "2025-09-04")
        before = {path.name: path.read_bytes() for path in (folder / "report/data").iterdir()}
        assert put(folder, file, "2025-09-05") == ()
        assert {path.name: path.read_bytes() for path in (folder / "report/data").iterdir()} == before
        if gone:
            add_withdrawal(folder, CATALOGUE, read_archive(folder, CATALOGUE)[0], 1, "2025-09-05", "fel")
            (again,) = put(folder, file, "2025-09-06")
            assert again.number == 3


@given(NASTY)
def test_no_text_is_a_formula_once_written_and_none_is_changed_by_it(text: str) -> None:
    cell = write_note(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")) and "\n" not in cell
    assert read_note(cell) == on_one_line(text)
    assert on_one_line(cell) == cell == unicodedata.normalize("NFC", cell)


@given(st.lists(BLOCKS, max_size=3))
def test_coverage_is_read_as_it_was_written(blocks: list[Coverage]) -> None:
    faults = Faults("a.csv")
    cell = write_coverage(blocks, CATALOGUE)
    read = read_coverage(cell, NOWHERE, CATALOGUE, faults)
    assert [covered(one) for one in read] == [covered(one) for one in blocks]
    assert faults.all == () and write_coverage(read, CATALOGUE) == cell
