"""Laws of comparison: nothing differs from itself, and everything that differs is told, once."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.diff.changes import Changes, Version
from rapportbyggare.diff.compare import compare
from rapportbyggare.passages.listing import passages
from rapportbyggare.passages.passage import PrintedKind
from rapportbyggare.passages.printed import PrintedThing, things_in
from tests.small import COUNTY, PLACES
from tests.unit.diff.twice import altered, drafts, version

TEXT = """# Läget {{ ar }}

I {{ lan }} fanns {{ foretag(ar) }}, {{ riktning(foretag(ar), foretag(ar - 1), 'fler', 'färre', 'lika många') }} än förr. Det är
{{ andel(foretag(ar, 'Berg'), foretag(ar)) | decimaler(1) }} i Berg{{ ', mest' if foretag(ar, 'Berg') > 1000 else '' }}.

{% if foretag(ar, 'Berg') > foretag(ar, 'Åre') %}
Berg har {{ foretag(ar, 'Berg') }} och Åre {{ foretag(ar, 'Åre') }}. Omsatt: {{ omsattning(2024) | mnkr }}.
{% else %}
Åre har {{ foretag(ar, 'Åre') }}.[^not]
{% endif %}

{% for k in okade(foretag, ar, ar - 1) %}
- {{ k }}: {{ foretag(ar, k) }} (förut {{ foretag(ar - 1, k) }})
{% endfor %}

Åre är {{ rang(foretag, ar, 'Åre') | rangord }}. Omsatt: {{ omsattning(2024) }}, uttag {{ uttag(omsattning(2024)) }}.

Tabell: Antal

| Kommun | {{ ar - 1 }} | {{ ar }} |
|---|---|---|
| Berg | {{ foretag(ar - 1, 'Berg') }} | {{ foretag(ar, 'Berg') }} |
| Åre | {{ foretag(ar - 1, 'Åre') }} | {{ foretag(ar, 'Åre') }} |
| Östersund | {{ foretag(ar - 1, 'Östersund') }} | {{ foretag(ar, 'Östersund') }} |
| Alla | {{ foretag(ar - 1) }} | {{ foretag(ar) }} |

Källa: SCB

[^not]: Av {{ foretag(ar) }}.
"""
FACTS = [FactKey("foretag", "antal", year, area) for year in (2024, 2025) for area in (*PLACES, COUNTY)]
TURNOVER = FactKey("omsattning", "belopp", 2024, COUNTY)
AMOUNTS = st.dictionaries(st.sampled_from(FACTS), st.integers(1, 2000).map(str), max_size=5)
TURNOVERS = st.fixed_dictionaries(
    {
        "amount": st.decimals(1, 2_000_000_000, places=0, allow_nan=False, allow_infinity=False),
        "status": st.sampled_from([Status.DEFINITIVE, Status.PRELIMINARY]),
        "base": st.integers(1, 400),
    }
)


def compared(old: Version, new: Version) -> Changes:
    return compare(old, new, drafts(TEXT))


def known(amounts: dict[FactKey, str], turnover: dict[str, object]) -> Version:
    return version(TEXT, dataset=altered({**amounts, TURNOVER: turnover}))


def seen(things: Iterable[PrintedThing]) -> Counter[tuple[str, ...]]:
    """What the reader can tell, and where it is written; a preliminary note is written where it is marked first."""
    return Counter((thing.kind.value, thing.text, thing.source, *_written(thing)) for thing in things)


def _written(thing: PrintedThing) -> tuple[str, ...]:
    return () if thing.kind is PrintedKind.NOTE else (str(thing.place),)


@given(AMOUNTS, TURNOVERS)
def test_nothing_differs_from_itself(amounts: dict[FactKey, str], turnover: dict[str, object]) -> None:
    assert compared(known(amounts, turnover), known(amounts, turnover)).nothing


@given(AMOUNTS, AMOUNTS, TURNOVERS, TURNOVERS)
def test_every_printed_thing_that_differs_is_told_once(
    old: dict[FactKey, str], new: dict[FactKey, str], turnover: dict[str, object], later: dict[str, object]
) -> None:
    before, after = known(old, turnover), known(new, later)
    told = list(compared(before, after).printed())
    gone, come = seen(one.old for one in told if one.old), seen(one.new for one in told if one.new)
    all_before, all_after = (
        seen(thing for one in passages(side.document) for thing in things_in(one)) for side in (before, after)
    )
    assert gone <= all_before and come <= all_after
    assert all_before - gone == all_after - come
    assert all(one.old is None or one.new is None or one.old.text != one.new.text for one in told)


@given(AMOUNTS, AMOUNTS, TURNOVERS, TURNOVERS)
def test_what_came_one_way_goes_the_other(
    old: dict[FactKey, str], new: dict[FactKey, str], turnover: dict[str, object], later: dict[str, object]
) -> None:
    there, back = known(old, turnover), known(new, later)
    forth, again = compared(there, back), compared(back, there)
    assert Counter((c.before, c.after) for c in forth.words) == Counter((c.after, c.before) for c in again.words)
    assert Counter((c.before, c.after) for c in forth.passages) == Counter((c.after, c.before) for c in again.passages)
    assert {f.key: f.difference for f in forth.facts} == {f.key: negated(f.difference) for f in again.facts}
    assert seen(c.old for c in forth.printed() if c.old) == seen(c.new for c in again.printed() if c.new)


def negated(amount: Decimal | None) -> Decimal | None:
    return None if amount is None else -amount
