"""Units come to the same whatever their order and whatever way they are read, and to what plain arithmetic says."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rapportbyggare.core.figure import Observation, Status
from tests.unit.intake.registers import ACCOUNTS, COUNTY, Row, accounts, take, text_file

PLACES = ("Berg", "Åre", "Östersund")
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def swedish(amount: Decimal | None) -> str:
    return "" if amount is None else f"{amount:f}".replace(".", ",")


amounts = st.one_of(
    st.none(),
    st.integers(0, 2_000_000).map(Decimal),
    st.decimals(Decimal("-99999"), Decimal("99999"), places=2, allow_nan=False, allow_infinity=False),
)
units = st.lists(st.tuples(st.sampled_from(PLACES), amounts, st.one_of(st.none(), st.integers(0, 50))), min_size=1, max_size=60)


def rows_of(found: Sequence[tuple[str, Decimal | None, int | None]]) -> list[Row]:
    return [
        (f"{n:010}", place, swedish(amount), "" if staff is None else staff) for n, (place, amount, staff) in enumerate(found)
    ]


def observed(rows: Sequence[Row], plain_from: int) -> tuple[Observation, ...]:
    with TemporaryDirectory() as folder:
        taken = take(text_file(Path(folder) / "a.csv", accounts(*rows)), ACCOUNTS, plain_from=plain_from)
    assert taken.codes == []
    return taken.observations


@QUICK
@given(units, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_and_the_way_of_reading_make_no_difference(
    found: list[tuple[str, Decimal | None, int | None]], random: Random
) -> None:
    rows = rows_of(found)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert observed(rows, 0) == observed(shuffled, 0) == observed(rows, 1 << 30)


@QUICK
@given(units)
def test_totals_are_what_plain_arithmetic_says(found: list[tuple[str, Decimal | None, int | None]]) -> None:
    facts = {(one.key.indicator, one.key.area): one for one in observed(rows_of(found), 0)}
    for area in (*PLACES, COUNTY):
        here = [(amount, staff) for place, amount, staff in found if area in (place, COUNTY)]
        known = [amount for amount, _ in here if amount is not None]
        total = facts["nettoomsattning", area]
        assert total.amount == (sum(known, Decimal(0)) * 1000 if known or not here else None)
        both = [(amount, staff) for amount, staff in here if amount is not None and staff is not None]
        ratio, staff = facts["omsattning_per_anstalld", area], sum(one for _, one in both)
        if staff:
            exact = sum((amount for amount, _ in both), Decimal(0)) * 1000 / staff
            assert ratio.amount is not None and abs(ratio.amount - exact) <= Decimal("1e-15")
            assert (ratio.base, ratio.status) == (len(both), Status.DEFINITIVE)
        else:
            assert ratio.amount is None
