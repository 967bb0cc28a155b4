"""Derived figures are what their parts give by hand, and nothing is compared across a break unsaid."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.binding.arithmetic import WEAKEST
from rapportbyggare.binding.evaluate import evaluate
from rapportbyggare.binding.revised import printed_before
from rapportbyggare.binding.scope import scope_of
from rapportbyggare.binding.things import Fault
from rapportbyggare.core.dataset import Dataset, Indicator, Measure, PrintedFact
from rapportbyggare.core.derivation import Break, Derivation, DerivationKind, Part
from rapportbyggare.core.figure import FactKey, Figure, Observation, Status, Unit
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.typography.numbers import write_amount
from tests.small import CATALOGUE, COUNTY, DATASET, PLACES, SPACE, manifest, observed

COUNTS = st.integers(0, 10**9)
POSITIVE = st.integers(1, 10**9)
LOCAL = st.fixed_dictionaries({area: st.tuples(COUNTS, POSITIVE) for area in PLACES})
STATUSES = st.sampled_from(Status)
CLOSE = Fraction(1, 10**15)


def derived(name: str, kind: DerivationKind, *parts: str) -> Indicator:
    rule = Derivation(kind, tuple(Part(part, "antal") for part in parts))
    return Indicator(name, name, "", "egen", "{ar}", (Measure("m", "m", Unit.INDEX, 1, derived=rule),), False, NOWHERE)


RULES = {
    "kvot": derived("kvot", DerivationKind.RATIO, "besok", "foretag"),
    "procent": derived("procent", DerivationKind.SHARE, "besok", "foretag"),
    "bada": derived("bada", DerivationKind.SUM, "besok", "foretag"),
    "mellan": derived("mellan", DerivationKind.DIFFERENCE, "besok", "foretag"),
}
RULED = CATALOGUE._replace(indicators={**CATALOGUE.indicators, **RULES})


def dataset(facts: Mapping[str, tuple[int, int]], statuses: tuple[Status, Status] = (Status.DEFINITIVE,) * 2) -> Dataset:
    """Visits and companies in 2023 of the areas, and nothing else."""
    found: list[Observation] = []
    for area, amounts in facts.items():
        for name, amount, status in zip(("besok", "foretag"), amounts, statuses, strict=True):
            found.append(observed(name, "antal", 2023, area, str(amount) if status.has_amount else "", status))
    return replace(DATASET, catalogue=RULED, observations={one.key: one for one in found})


def figure(source: str, facts: Dataset) -> Figure:
    found = evaluate(source, scope_of(facts, manifest(), SPACE))
    assert isinstance(found, Figure)
    return found


def amount(source: str, facts: Dataset) -> Fraction:
    found = figure(source, facts).amount
    assert found is not None
    return Fraction(found)


@given(LOCAL)
def test_a_derived_figure_is_that_of_its_parts(facts: dict[str, tuple[int, int]]) -> None:
    known = dataset(facts)
    for area, (one, other) in facts.items():
        ratio = Fraction(one, other)
        assert abs(amount(f"kvot(2023, '{area}')", known) - ratio) <= CLOSE * max(Fraction(1), ratio)
        assert abs(amount(f"procent(2023, '{area}')", known) - ratio * 100) <= CLOSE * max(Fraction(1), ratio * 100)
        assert amount(f"bada(2023, '{area}')", known) == one + other
        assert amount(f"mellan(2023, '{area}')", known) == one - other


@given(LOCAL)
def test_the_county_is_the_ratio_of_the_sums_whether_it_was_delivered_or_not(facts: dict[str, tuple[int, int]]) -> None:
    ones, others = zip(*facts.values(), strict=True)
    delivered = dataset({**facts, COUNTY: (sum(ones), sum(others))})
    for name in RULES:
        assert figure(f"{name}(2023)", dataset(facts)).amount == figure(f"{name}(2023)", delivered).amount
    share = Fraction(100 * sum(ones), sum(others))
    assert abs(amount("procent(2023)", dataset(facts)) - share) <= CLOSE * max(Fraction(1), share)


@given(LOCAL)
def test_a_sum_of_municipalities_is_the_countys(facts: dict[str, tuple[int, int]]) -> None:
    known = dataset(facts)
    for name in ("bada", "mellan"):
        each = ", ".join(f"{name}(2023, '{area}')" for area in PLACES)
        assert amount(f"summa({each})", known) == amount(f"{name}(2023)", known)


@given(LOCAL)
def test_the_countys_share_lies_among_those_of_its_municipalities(facts: dict[str, tuple[int, int]]) -> None:
    known = dataset(facts)
    shares = [amount(f"procent(2023, '{area}')", known) for area in PLACES]
    room = CLOSE * max(Fraction(1), *shares)
    assert min(shares) - room <= amount("procent(2023)", known) <= max(shares) + room


@given(st.sampled_from([*RULES]), STATUSES, STATUSES)
def test_the_weakest_status_wins_and_every_origin_of_it_is_kept(name: str, one: Status, other: Status) -> None:
    found = figure(f"{name}(2023, 'Berg')", dataset({"Berg": (3, 4)}, (one, other)))
    parts = {"besok": one, "foretag": other}
    if name == "bada":  # what cannot occur counts as nothing in a sum
        parts = {part: status for part, status in parts.items() if status is not Status.IMPOSSIBLE} or parts
    assert found.status is min(parts.values(), key=WEAKEST.index)
    assert (found.amount is not None) is all(status.has_amount for status in parts.values())
    lacking = [part for part, status in parts.items() if not status.has_amount]
    assert {fact.indicator for fact in found.facts} == set(lacking or parts)
    assert len(found.origins) == len(found.facts)


YEARS = st.integers(2020, 2030)


@given(YEARS, YEARS, st.lists(YEARS, max_size=3, unique=True))
def test_a_difference_is_refused_just_when_a_break_lies_between(one: int, other: int, years: list[int]) -> None:
    breaks = tuple(Break(year, str(year)) for year in sorted(years))
    own = CATALOGUE.indicators["foretag"]._replace(breaks=breaks)
    catalogue = CATALOGUE._replace(indicators={**CATALOGUE.indicators, "foretag": own})
    facts = [observed("foretag", "antal", year, COUNTY, "1") for year in {one, other}]
    known = replace(DATASET, catalogue=catalogue, observations={fact.key: fact for fact in facts})
    try:
        figure(f"skillnad(foretag({one}), foretag({other}))", known)
        refused = False
    except Fault as fault:
        refused = fault.code == "over-brott"
    assert refused is any(min(one, other) < year <= max(one, other) for year in years)
    assert figure(f"skillnad(foretag({one}), foretag({other}), over_brott=true)", known).amount == 0


@given(
    st.decimals(-(10**9), 10**9, places=4), st.decimals(-(10**9), 10**9, places=4), st.sampled_from(["", " | tkr", " | mnkr(1)"])
)
def test_a_figure_is_revised_just_when_it_reads_otherwise(now: Decimal, then: Decimal, written: str) -> None:
    one = observed("omsattning", "belopp", 2023, COUNTY, str(now))
    known = replace(DATASET, observations={one.key: one}, printed={one.key: PrintedFact(then, "", "beslut")})
    source = f"omsattning(2023){written}"
    found = figure(source, known)
    before = printed_before(found, source, scope_of(known, manifest(), SPACE))
    texts = [write_amount(amount, found.form, SPACE) for amount in (now, then)]
    assert before == ("" if texts[0] == texts[1] else texts[1])


@given(
    st.lists(
        st.tuples(st.sampled_from(DerivationKind), st.lists(st.integers(0, 5), min_size=2, max_size=3)), min_size=1, max_size=6
    )
)
def test_whatever_the_catalogue_says_a_look_up_ends(rules: list[tuple[DerivationKind, list[int]]]) -> None:
    measures = tuple(
        Measure(f"m{n}", "m", Unit.INDEX, 1, derived=Derivation(kind, tuple(Part("ny", f"m{part}") for part in parts), 1, 2023))
        for n, (kind, parts) in enumerate(rules)
    )
    own = Indicator("ny", "ny", "", "egen", "{ar}", measures, False, NOWHERE)
    known = replace(DATASET, catalogue=CATALOGUE._replace(indicators={"ny": own}))
    try:
        assert figure("ny(2023)", known).amount is None
    except Fault as fault:
        assert fault.code == "fel-harledning"


def test_the_key_of_a_derived_figure_is_its_own() -> None:
    assert figure("kvot(2023, 'Berg')", dataset({"Berg": (1, 2)})).key == FactKey("kvot", "m", 2023, "Berg")
