"""A changed fact in words: what it is called, how much it moved, what it rests on."""

from decimal import Decimal

from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.figure import Format, Observation, Status, Unit
from rapportbyggare.diff.changes import FactChange
from rapportbyggare.typography.numbers import write_amount

IN_MILLIONS = 10_000_000
MOST_DECIMALS = 6
ARROW = " → "


def fact_name(fact: FactChange) -> str:
    """ "Nettoomsättning, Jämtlands län, räkenskapsåret 2024"."""
    known = fact.new or fact.old
    period = (known.period if known else "") or (str(fact.key.year) if fact.key.year else "")
    return ", ".join(part for part in (fact.label, fact.measure, fact.key.area, period) if part)


def moved(fact: FactChange) -> str:
    """ "1 120,1 mnkr → 1 124,5 mnkr (+4,4 mnkr, +0,4 %)"."""
    form = form_of(fact)
    before = amount_words(fact.old, form) if fact.old else "fanns inte"
    after = amount_words(fact.new, form) if fact.new else "finns inte längre"
    if fact.difference == 0:
        return f"{after} (samma tal som förut)"
    by = [word for word in (_difference(fact, form), _percent(fact)) if word]
    return f"{before}{ARROW}{after}" + (f" ({', '.join(by)})" if by else "")


def aside(fact: FactChange) -> tuple[str, ...]:
    """What else differs: the status, the number of units behind, the period."""
    old, new = fact.old, fact.new
    if new is None:
        return ()
    found = []
    if old is not None and old.status is not new.status and old.status.has_amount and new.status.has_amount:
        found.append(f"Förut {old.status.value}, nu {new.status.value}.")
    elif new.status is Status.PRELIMINARY:
        found.append("Preliminär uppgift.")
    if new.base != (old.base if old else None):
        found.append(_base(old.base if old else None, new.base))
    if old is not None and old.period and old.period != new.period:
        found.append(f"Avser {new.period} (förut {old.period}).")
    return tuple(found)


def delivered(fact: FactChange, deliveries: dict[int, Delivery]) -> str:
    """ "leverans 7 (uttag 2025-09-03); förut leverans 2 (uttag 2025-08-12)"."""
    new, old = _origin(fact.new, deliveries), _origin(fact.old, deliveries)
    if new == old or not (new and old):
        return new or f"förut {old}"
    return f"{new}; förut {old}"


def _origin(observation: Observation | None, deliveries: dict[int, Delivery]) -> str:
    if observation is None:
        return ""
    origin = observation.origin
    delivery = deliveries.get(origin.delivery)
    cell = f", {origin.cell}" if origin.cell else ""
    file = f" {delivery.file}{cell}," if delivery and delivery.file else ""
    return f"leverans {origin.delivery} ({file.strip()} uttag {origin.extract})".replace("( ", "(")


def _base(old: int | None, new: int | None) -> str:
    if new is None:
        return f"Underlaget är inte längre känt (förut {old})."
    return f"Underlag {new} (förut {'okänt' if old is None else old})."


def form_of(fact: FactChange) -> Format:
    """How both amounts are written so that the difference is seen: large sums in millions, more decimals where needed."""
    amounts = [one.amount for one in (fact.old, fact.new) if one is not None and one.amount is not None]
    if fact.unit is Unit.KRONOR and amounts and min(map(abs, amounts)) >= IN_MILLIONS:
        in_millions = Format(fact.unit, 1, 6)
        if _tells_apart(in_millions, amounts):
            return in_millions
    form = Format(fact.unit, fact.decimals)
    if _tells_apart(form, amounts):
        return form
    exact = max(-int(amount.normalize().as_tuple().exponent) for amount in amounts)
    return form._replace(decimals=min(MOST_DECIMALS, max(exact, fact.decimals)))


def _tells_apart(form: Format, amounts: list[Decimal]) -> bool:
    return len({write_amount(amount, form) for amount in amounts}) == len(set(amounts))


def amount_words(observation: Observation, form: Format) -> str:
    """An amount, or what is known in place of one."""
    match observation:
        case Observation(amount=Decimal() as amount):
            return write_amount(amount, form)
        case Observation(status=Status.NOT_YET, measured=int(year)):
            return f"mäts {year}"
        case _:
            return observation.status.value


def _difference(fact: FactChange, form: Format) -> str:
    if fact.difference is None:
        return ""
    unit = Unit.POINTS if fact.unit is Unit.PERCENT else fact.unit
    return write_amount(fact.difference, form._replace(unit=unit, signed=True))


def _percent(fact: FactChange) -> str:
    if fact.percent is None:
        return ""
    words = write_amount(fact.percent, Format(Unit.PERCENT, 1, signed=True))
    return "" if words.startswith("±") else words
