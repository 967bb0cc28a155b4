"""Laws of written numbers, dates and order."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.core.figure import Format, Unit
from rapportbyggare.typography.numbers import amount_writer, parse_number, round_half_up, write_amount, write_plain
from rapportbyggare.typography.sorting import swedish_key
from rapportbyggare.typography.ticks import nice_ticks

AMOUNTS = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=6)
ODD_AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False).filter(lambda amount: abs(amount.adjusted()) < 60)
FORMS = st.builds(
    Format,
    unit=st.sampled_from(Unit),
    decimals=st.integers(0, 6),
    scale=st.sampled_from([0, 3, 6, 9]),
    unit_text=st.just(""),
    words=st.just(False),
    signed=st.booleans(),
)
MARKS = st.sampled_from(["\u00a0", "\u202f", " "])


@given(AMOUNTS | ODD_AMOUNTS, st.integers(0, 6), MARKS)
def test_what_is_written_is_read_back(amount: Decimal, decimals: int, thousands: str) -> None:
    assert parse_number(write_plain(amount, decimals, thousands)) == round_half_up(amount, decimals)


@given(AMOUNTS, FORMS, MARKS)
def test_what_is_written_with_a_format_is_read_back(amount: Decimal, form: Format, thousands: str) -> None:
    expected = round_half_up(amount / Decimal(10) ** form.scale, form.decimals)
    assert parse_number(write_amount(amount, form, thousands)) == expected


@given(AMOUNTS | ODD_AMOUNTS | st.integers(0, 10**9).map(Decimal), FORMS, MARKS, st.sampled_from([None, "", "kronor"]))
def test_a_writer_of_many_amounts_writes_each_as_it_is_written_alone(
    amount: Decimal, form: Format, thousands: str, unit_text: str | None
) -> None:
    form = form._replace(unit_text=unit_text)
    assert amount_writer(form, thousands)(amount) == write_amount(amount, form, thousands)


@given(AMOUNTS, st.integers(0, 6))
def test_rounding_moves_at_most_half_a_step_and_is_symmetric(amount: Decimal, decimals: int) -> None:
    rounded = round_half_up(amount, decimals)
    assert abs(rounded - amount) * 2 <= Decimal(1).scaleb(-decimals)
    assert round_half_up(-amount, decimals) == -rounded


@given(AMOUNTS, FORMS)
def test_nothing_is_written_as_minus_nothing(amount: Decimal, form: Format) -> None:
    text = write_amount(amount, form)
    assert not text.startswith("\u2212") or any(digit in text for digit in "123456789")


@given(st.text(max_size=30) | st.text("0123456789 ,.\u00a0-\u2212+%", max_size=12))
def test_parsing_never_raises_and_what_it_reads_can_be_written(text: str) -> None:
    number = parse_number(text)
    if number is not None:
        exponent = number.as_tuple().exponent
        assert isinstance(exponent, int)
        assert parse_number(write_plain(number, max(0, -exponent))) == number


@given(AMOUNTS, AMOUNTS, st.booleans(), st.sampled_from(Unit))
def test_ticks_span_the_values_in_even_steps(one: Decimal, other: Decimal, zero: bool, unit: Unit) -> None:
    ticks = [amount for amount, _ in nice_ticks(one, other, zero, Format(unit))]
    steps = {later - earlier for earlier, later in pairwise(ticks)}
    assert 4 <= len(ticks) <= 6 and len(steps) == 1
    assert ticks[0] <= min(one, other) and max(one, other) <= ticks[-1]
    assert not zero or 0 in ticks


@given(AMOUNTS, AMOUNTS, st.sampled_from(Unit))
def test_tick_labels_say_exactly_where_the_ticks_are(one: Decimal, other: Decimal, unit: Unit) -> None:
    ticks = nice_ticks(one, other, True, Format(unit, unit_text=""))
    assert [parse_number(label) for _, label in ticks] == [amount for amount, _ in ticks]


@given(st.text(max_size=10), st.text(max_size=10))
def test_order_ignores_case_first_and_is_never_undecided(one: str, other: str) -> None:
    assert (swedish_key(one) == swedish_key(other)) == (one == other)
    assert swedish_key("a" + one)[0] < swedish_key("Å" + other)[0]
