"""What is said of typed figures that the dataset knows otherwise, or not at all."""

from collections.abc import Sequence
from decimal import Decimal

from rapportbyggare.core.dataset import Dataset, Measure
from rapportbyggare.core.figure import Format, Observation, Unit
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.typography.dates import write_extract
from rapportbyggare.typography.numbers import write_amount
from rapportbyggare.typography.numerals import Numeral, NumeralKind
from rapportbyggare.typography.words import join_words

SHOWN = 12
# Powers of ten that sums of money are written in: kronor, tkr, mnkr, mdkr.
MONEY_SCALES = (0, 3, 6, 9)


def known(dataset: Dataset, fact: Observation) -> str:
    """A fact in words with its source: "Antal KKB-företag, Åre, 2025: 285 (SCB, uttag juli 2025, leverans 1)"."""
    return f"{called(dataset, fact)}: {written(dataset, fact)} ({whence(dataset, fact)})"


def called(dataset: Dataset, fact: Observation) -> str:
    """What a fact is about."""
    indicator = dataset.catalogue.indicators[fact.key.indicator]
    measure = measure_of(dataset, fact)
    said = f"{indicator.label}, {measure.label}" if len(indicator.measures) > 1 else indicator.label
    return ", ".join([said, fact.key.area, *([str(fact.key.year)] if fact.key.year else [])])


def measure_of(dataset: Dataset, fact: Observation) -> Measure:
    """The catalogue's measure of a fact."""
    return next(one for one in dataset.catalogue.indicators[fact.key.indicator].measures if one.name == fact.key.measure)


def written(dataset: Dataset, fact: Observation) -> str:
    """A fact's amount as it is printed, with its status in words when it has none."""
    measure = measure_of(dataset, fact)
    return write_amount(fact.amount, Format(measure.unit, measure.decimals)) if fact.amount is not None else fact.status.value


def as_typed(dataset: Dataset, fact: Observation, number: Numeral) -> str:
    """A fact's amount as it would stand in a typed number's place: in the same thousands or millions, with as many decimals."""
    digits = number.text[: number.digits_end - number.start]
    decimals = len(digits.partition(",")[2])
    scale = number.step.adjusted() + decimals
    if fact.amount is None or number.kind is not NumeralKind.MONEY or scale not in MONEY_SCALES:
        return written(dataset, fact)
    unit_text = None if number.end > number.digits_end else ""
    return write_amount(fact.amount, Format(measure_of(dataset, fact).unit, decimals, scale, unit_text))


def whence(dataset: Dataset, fact: Observation) -> str:
    """The source of a fact, and the delivery that brought it."""
    source = dataset.catalogue.sources.get(fact.origin.source)
    extract = f", uttag {write_extract(fact.origin.extract)}" if fact.origin.extract else ""
    return f"{source.label if source else fact.origin.source}{extract}, leverans {fact.origin.delivery}"


def contradicts(dataset: Dataset, place: Place, number: Numeral, fact: Observation, other: Observation | None) -> Problem:
    """A typed figure that is not the one its words name; `other` is the fact it happens to be, if any."""
    quote = number.text
    hint = f" {quote} är i stället uppgiften för {called(dataset, other)}." if other is not None else ""
    return Problem(
        "tal-avviker",
        place,
        f"Här står {quote}, men datamängden säger något annat: {known(dataset, fact)}.{hint}",
        as_typed(dataset, fact, number),
        "Rätta talet, eller hämta det ur datamängden med ett uttryck. Är det en annan uppgift, skriv ut vilken.",
        quote=quote,
    )


def changed_otherwise(dataset: Dataset, place: Place, quote: str, expected: str, new: Observation, old: Observation) -> Problem:
    """A typed change that is not the difference between the two facts its words name."""
    return Problem(
        "forandring-avviker",
        place,
        f"Här står {quote}, men från {written(dataset, old)} ({old.key.year}) till {written(dataset, new)} ({new.key.year})"
        f" är förändringen {expected}: {called(dataset, new)} ({whence(dataset, new)}).",
        expected,
        "Rätta talet, eller skriv ut vilka två uppgifter som jämförs.",
        quote=quote,
    )


def other_part(place: Place, quote: str, expected: str, what: str, numbers: str) -> Problem:
    """A typed share of the county's total that the counts do not give."""
    return Problem(
        "andel-avviker",
        place,
        f"Här står {quote}, men {what} ger {expected}: {numbers}.",
        expected,
        "Rätta andelen, eller skriv ut vad den är en andel av.",
        quote=quote,
    )


def no_such_year(dataset: Dataset, place: Place, quote: str, year: str, other: Observation) -> Problem:
    """A typed figure for a year that the dataset has no figure for, though it is another year's."""
    return Problem(
        "tal-avviker",
        place,
        f"Här står {quote} för {year}, som datamängden inte har något tal för. Det är uppgiften för ett annat år: "
        f"{known(dataset, other)}.",
        written(dataset, other),
        "Rätta året eller talet.",
        quote=quote,
    )


def other_base(dataset: Dataset, place: Place, quote: str, fact: Observation) -> Problem:
    """A typed number of units behind a figure that is not the delivery's."""
    return Problem(
        "underlag-avviker",
        place,
        f"Här står {quote}, men bakom {called(dataset, fact)} finns {fact.base} ({whence(dataset, fact)}).",
        str(fact.base),
        "Rätta antalet, eller hämta det med underlag(…).",
        quote=quote,
    )


def wrong_unit(dataset: Dataset, place: Place, quote: str, fact: Observation) -> Problem:
    """A typed figure with the right digits and no unit, or the wrong one."""
    return Problem(
        "enhet-avviker",
        place,
        f"Siffrorna i {quote} stämmer med datamängden, men inte enheten: {known(dataset, fact)}.",
        written(dataset, fact),
        "Skriv talet med rätt enhet.",
        quote=quote,
    )


def unit_lacking(place: Place, quote: str, unit: str) -> Problem:
    """A typed change without its unit."""
    return Problem(
        "enhet-avviker",
        place,
        f"Talet {quote} har ingen enhet. Förändringen är räknad i {unit}.",
        f"{quote}\u00a0{unit}",
        f"Skriv {unit} efter talet.",
        quote=quote,
    )


def other_status(dataset: Dataset, place: Place, quote: str, fact: Observation) -> Problem:
    """A cell that says why there is no figure, and that is not why."""
    return Problem(
        "saknas-avviker",
        place,
        f"Här står ”{quote}”, men datamängden säger något annat: {known(dataset, fact)}.",
        written(dataset, fact),
        "Skriv in uppgiften, eller det rätta skälet till att den saknas.",
        quote=quote,
    )


def without_source(place: Place, where: str, quotes: Sequence[str]) -> Problem:
    """Typed figures that the dataset does not know, all of a chapter or a file in one."""
    shown = join_words([f"”{one}”" for one in quotes[:SHOWN]])
    rest = f" och {len(quotes) - SHOWN} till" if len(quotes) > SHOWN else ""
    several, them = ("tal", "dem") if len(quotes) > 1 else ("ett tal", "det")
    return Problem(
        "tal-utan-kalla",
        place,
        f"I {where} står {several} som inte kan föras till någon uppgift i datamängden: {shown}{rest}.",
        "",
        f"Kontrollera {them} mot källan. Ett tal som återkommer varje år bör läggas in i datamängden.",
        Severity.NOTE,
        quotes[0],
    )


def other_population(place: Place, quote: str, noun: str, qualified: str, fact: Observation, dataset: Dataset) -> Problem:
    """A number of some companies called a number of all companies."""
    return Problem(
        "population-oklar",
        place,
        f"Här står {quote} utan att det framgår att talet bara gäller {qualified}: {known(dataset, fact)}.",
        quote.replace(noun, qualified, 1),
        f"Skriv {qualified} i stället för {noun}.",
        Severity.FLAW,
        quote,
    )


def percent(amount: Decimal, decimals: int) -> str:
    """A percentage as it is printed, without its sign."""
    return write_amount(abs(amount), Format(Unit.PERCENT, decimals))


def leap(dataset: Dataset, place: Place, quote: str, new: Observation, old: Observation, limit: str) -> Problem:
    """A figure that has changed more since the year before than the catalogue allows."""
    return Problem(
        "stort-hopp",
        place,
        f"{called(dataset, new)} är {written(dataset, new)}, mot {written(dataset, old)} året före. Katalogen räknar med en "
        f"ändring på högst {limit} ({whence(dataset, new)}).",
        f"högst {limit}",
        "Kontrollera uppgiften vid källan. Stämmer den, förklara ändringen i texten och godkänn fyndet med ett skäl.",
        Severity.FLAW,
        quote,
    )


def percent_of(limit: Decimal) -> str:
    """A limit in percent, without decimals it does not have."""
    return f"{plain_number(limit)} procent"


def plain_number(amount: Decimal) -> str:
    """A number as it was given, with a decimal comma."""
    return f"{amount.normalize():f}".replace(".", ",")
