"""Counting with figures: units are kept apart, the weakest status and all origins follow along."""

from collections.abc import Iterable
from decimal import Decimal

from rapportbyggare.binding.things import Count, Fault, Rank, Thing, Unmarked, Words, Year, kind_of
from rapportbyggare.core.dataset import Catalogue
from rapportbyggare.core.figure import FactKey, Figure, Format, Origin, Status, Unit

WEAKEST = (
    Status.CONFIDENTIAL,
    Status.MISSING,
    Status.NOT_YET,
    Status.IMPOSSIBLE,
    Status.PRELIMINARY,
    Status.DEFINITIVE,
)
NAMED = 20
HUNDRED = Decimal(100)


def combine(amount: Decimal | None, form: Format, parts: Iterable[Figure]) -> Figure:
    """A computed figure: `amount` (None when a part has none) with what its parts bring along.

    The origins of the parts that decide its status come first; without an amount it rests on the parts it lacks.
    """
    parts = tuple(parts)
    status = min((part.status for part in parts), key=WEAKEST.index)
    parts = tuple(part for part in parts if part.amount is None) or parts
    deciding = tuple(part for part in parts if part.status is status)
    measured = [part.measured for part in parts if part.measured is not None]
    return Figure(
        amount if status.has_amount else None,
        form,
        status,
        None,
        _unique(fact for part in parts for fact in part.facts),
        "",
        _shared_base(deciding),
        max(measured, default=None),
        _origins((*deciding, *parts)),
        next((part.broken for part in deciding if part.broken is not None), None),
        doubts=tuple(dict.fromkeys(doubt for part in parts for doubt in part.doubts)),
    )


def _shared_base(parts: tuple[Figure, ...]) -> int | None:
    """The number of units behind all the parts: known only when they are of one place and year and agree."""
    about = {(fact.year, fact.area) for part in parts for fact in part.facts}
    bases = {part.base for part in parts}
    return bases.pop() if len(about) == 1 and len(bases) == 1 else None


def _unique(facts: Iterable[FactKey]) -> tuple[FactKey, ...]:
    return tuple(dict.fromkeys(facts))


def _origins(parts: tuple[Figure, ...]) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys(origin for part in parts for origin in part.origins))


def figure_of(thing: Thing, what: str) -> Figure:
    """The thing as a figure, for the function or filter `what`."""
    match thing:
        case Figure():
            return thing
        case Unmarked():
            return thing.figure
        case _:
            raise Fault(
                "fel-slags-varde",
                f"{what} behöver en uppgift ur datamängden, men fick {kind_of(thing)}.",
                "en uppgift",
                "Skriv indikatorns namn med parentes, till exempel antal_kkb(ar).",
            )


def add(left: Figure, right: Figure, sign: int) -> Figure:
    """Sum (sign 1) or difference (sign −1) of two figures of one unit."""
    if sign > 0:
        return total((left, right))
    unit = _common(left, right)
    if unit is Unit.PERCENT:
        unit = Unit.POINTS
    text = left.form.unit_text if unit is left.form.unit else None
    form = left.form._replace(unit=unit, unit_text=text, decimals=max(left.form.decimals, right.form.decimals))
    amount = None
    if left.amount is not None and right.amount is not None:
        amount = left.amount - right.amount
    return combine(amount, form, (left, right))


def _common(left: Figure, right: Figure) -> Unit:
    a, b = left.form.unit, right.form.unit
    if a is b or (a.is_count and b.is_count):
        return a
    raise Fault(
        "olika-enheter",
        f"Uppgifterna har olika enheter ({a.value} och {b.value}) och kan inte räknas ihop eller jämföras.",
        "två uppgifter med samma enhet",
        "Välj samma indikator eller samma mått för båda.",
    )


def share(part: Figure, whole: Figure) -> Figure:
    """`part` as percent of `whole`, with one decimal until told otherwise."""
    _common(part, whole)
    return combine(_ratio(part, whole, HUNDRED), Format(Unit.PERCENT, 1), (part, whole))


def change(new: Figure, old: Figure) -> Figure:
    """The change from `old` to `new` in percent of `old`."""
    _common(new, old)
    ratio = _ratio(new, old, HUNDRED)
    return combine(None if ratio is None else ratio - HUNDRED, Format(Unit.PERCENT, 1), (new, old))


def divide(left: Figure, right: Figure) -> Figure:
    """A ratio: kronor by a count stays kronor, like by like is a bare number."""
    unit = left.form.unit if left.form.unit is Unit.KRONOR and right.form.unit.is_count else Unit.INDEX
    return combine(_ratio(left, right, Decimal(1)), Format(unit, 0 if unit is Unit.KRONOR else 1), (left, right))


def _ratio(part: Figure, whole: Figure, factor: Decimal) -> Decimal | None:
    if part.amount is None or whole.amount is None:
        return None
    if not whole.amount:
        raise Fault("division-med-noll", "Nämnaren är noll.", "ett tal skilt från noll", "Välj en annan uppgift att dela med.")
    return part.amount * factor / whole.amount


def total(parts: tuple[Figure, ...]) -> Figure:
    """The sum of figures of one unit, from the unrounded amounts; what cannot occur counts as nothing beside others."""
    if not parts:
        raise Fault("tom-summa", "Det finns inget att summera.", "minst en uppgift", "Se efter att listan inte är tom.")
    for part in parts[1:]:
        _common(parts[0], part)
    there = counted(parts)
    amounts = [part.amount for part in there]
    amount = None if None in amounts else sum((a for a in amounts if a is not None), Decimal(0))
    form = parts[0].form._replace(decimals=max(part.form.decimals for part in parts))
    return combine(amount, form, there)


def counted(parts: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The parts that a sum counts: those that can occur, all when none can."""
    return tuple(part for part in parts if part.status is not Status.IMPOSSIBLE) or parts


def compared(left: Thing, right: Thing) -> tuple[Decimal, Decimal] | tuple[str, str]:
    """Two things as comparable amounts, years or texts."""
    match left, right:
        case Words(), Words():
            return left.text, right.text
        case ((Figure() | Unmarked()), (Figure() | Unmarked())):
            a, b = figure_of(left, "En jämförelse"), figure_of(right, "En jämförelse")
            _common(a, b)
            return known(a), known(b)
        case _:
            return plain_number(left), plain_number(right)


def plain_number(thing: Thing) -> Decimal:
    """The number a thing stands for in a comparison or with a constant."""
    match thing:
        case Figure() | Unmarked():
            return known(figure_of(thing, "En jämförelse"))
        case Year() | Rank() | Count():
            return Decimal(thing.number)
        case Decimal():
            return thing
        case _:
            raise Fault(
                "fel-slags-varde",
                f"Här behövs ett tal, men det står {kind_of(thing)}.",
                "ett tal eller en uppgift",
                "Rätta uttrycket.",
            )


def known(figure: Figure) -> Decimal:
    """The amount of a figure that must have one."""
    if figure.amount is None:
        raise missing(figure)
    return figure.amount


def missing(figure: Figure) -> Fault:
    """The fault of needing a number where the dataset has none, or where there can be none."""
    if figure.broken is not None:
        return Fault(figure.broken.code, figure.broken.message, figure.broken.expected, figure.broken.remedy)
    named, rest = figure.facts[:NAMED], len(figure.facts[NAMED:])
    about = ", ".join(described(fact) for fact in named) + (f" och {rest} till" if rest else "") or "uppgiften"
    return Fault(
        "uppgift-saknas",
        f"Det finns inget värde för {about}" + (f" (status: {figure.status.value})." if figure.origins else " i datamängden."),
        "en uppgift med värde",
        "Läs in uppgiften med rapportbyggare ta-emot. I ett avsnitt kan texten också omges av {% if finns(…) %} och {% endif %}, "
        'och i report/tabeller.toml kan raden få om = "finns(…)".',
        figure.facts,
    )


def called(catalogue: Catalogue, fact: FactKey) -> str:
    """The fact as an author would write it, with what goes without saying left out: `antal_kkb(2026, 'Berg')`."""
    timeless, first = not fact.year, catalogue.indicators[fact.indicator].measures[0].name
    area = "" if fact.area == catalogue.county else f"plats='{fact.area}'" if timeless else f"'{fact.area}'"
    parts = [str(fact.year) if fact.year else "", area, "" if fact.measure == first else f"matt='{fact.measure}'"]
    return f"{fact.indicator}({', '.join(part for part in parts if part)})"


def described(fact: FactKey) -> str:
    """A fact as the author would name it: `antal_kkb(2026, 'Berg')`."""
    year = f"{fact.year}, " if fact.year else "plats="
    measure = f", matt='{fact.measure}'" if fact.measure else ""
    return f"{fact.indicator}({year}'{fact.area}'{measure})"
