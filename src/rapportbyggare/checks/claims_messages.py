"""What is said of words that the figures say otherwise: shares, directions, ranks, counts, periods, totals."""

from decimal import Decimal

from rapportbyggare.checks.figures_messages import called, percent, whence, written
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.typography.words import number_word


def share_word(place: Place, word: str, share: str) -> Problem:
    """A share word beside a share that is not so."""
    return Problem(
        "andelsord-avviker",
        place,
        f"Här står ”{word}”, men andelen är {share}.",
        "ett ord som stämmer med andelen",
        "Byt ordet (merparten och majoriteten är mer än hälften), eller rätta andelen.",
        quote=word,
    )


def part_of(dataset: Dataset, part: Observation, whole: Observation, share: Decimal) -> str:
    """A part of a whole in words, with its source."""
    of = f"{called(dataset, part)} är {written(dataset, part)} av {written(dataset, whole)}"
    return f"{percent(share, 1)}: {of} ({whence(dataset, part)})"


def announced(place: Place, quote: str, entries: int) -> Problem:
    """A number that is not how many entries the list has."""
    return Problem(
        "antal-i-lista",
        place,
        f"Här står ”{quote}”, men listan har {number_word(entries)}.",
        number_word(entries),
        "Rätta räkneordet, eller listan.",
        quote=quote,
    )


def points(dataset: Dataset, place: Place, quote: str, new: Observation, old: Observation, differs: bool) -> Problem:
    """A change of a share with the wrong unit."""
    right = "procentenheter" if differs else "procent"
    return Problem(
        "procent-eller-procentenheter",
        place,
        f"Här står {quote}, men skillnaden mellan {written(dataset, old)} och {written(dataset, new)} är räknad i {right}: "
        f"{called(dataset, new)} ({whence(dataset, new)}).",
        right,
        f"Skriv {right}.",
        quote=quote,
    )


def direction(dataset: Dataset, place: Place, word: str, new: Observation, old: Observation) -> Problem:
    """A word of direction that the two facts say otherwise."""
    return Problem(
        "riktning-avviker",
        place,
        f"Här står ”{word}”, men {called(dataset, old)} var {written(dataset, old)} och {called(dataset, new)} är "
        f"{written(dataset, new)} "
        f"({whence(dataset, new)}).",
        "ett ord som stämmer med de två uppgifterna",
        "Rätta ordet, eller låt riktning(…) välja det.",
        quote=word,
    )


def compared(place: Place, word: str, first: str, second: str) -> Problem:
    """A word of comparison that the two numbers beside it say otherwise."""
    return Problem(
        "riktning-avviker",
        place,
        f"Här står ”{word}”, men talen i meningen är {first} och {second}.",
        "ett ord som stämmer med de två talen",
        "Rätta ordet eller talen.",
        quote=word,
    )


def no_second_figure(place: Place, quote: str) -> Problem:
    """A comparison without anything to compare with."""
    return Problem(
        "jamforelse-utan-tal",
        place,
        f"”{quote}” jämför med en uppgift som inte står här.",
        "båda uppgifterna, eller skillnaden",
        "Skriv ut den uppgift som jämförelsen gäller, eller hur stor skillnaden är.",
        Severity.NOTE,
        quote,
    )


def rank(dataset: Dataset, place: Place, quote: str, mine: Observation, right: Observation, expected: str) -> Problem:
    """A superlative about a place that is not it."""
    return Problem(
        "rang-avviker",
        place,
        f"Här står ”{quote}”, men {called(dataset, mine)} är {written(dataset, mine)}, och {expected} är {right.key.area} med "
        f"{written(dataset, right)} ({whence(dataset, right)}).",
        right.key.area,
        "Rätta platsen eller ordet, eller låt storst(…) eller rang(…) välja det.",
        quote=quote,
    )


def total(place: Place, where: str, quote: str, expected: str) -> Problem:
    """A total that is not the sum of its parts."""
    return Problem(
        "summa-stammer-inte",
        place,
        f"I {where} står {quote}, men delarna blir tillsammans {expected}.",
        expected,
        "Rätta summan eller delarna.",
        quote=quote,
    )


def mean_of_shares(place: Place, quote: str, known: str) -> Problem:
    """A share for the whole that is the mean of the parts' shares."""
    return Problem(
        "medelvarde-av-andelar",
        place,
        f"Här står {quote}, som är det ovägda medelvärdet av andelarna i kolumnen. En andel för helheten räknas som "
        f"summan av antalen "
        f"delad med summan av det de är andelar av: {known}.",
        known,
        "Byt till kvoten för helheten.",
        quote=quote,
    )


def odd_period(place: Place, quote: str, expected: str) -> Problem:
    """A period label that is not the series'."""
    return Problem(
        "period-avviker",
        place,
        f"Här står ”{quote}”, men uppgifterna gäller {expected}.",
        expected,
        "Rätta perioden, eller skriv ut varför den är en annan.",
        quote=quote,
    )


def past_measurement(place: Place, quote: str, known: str) -> Problem:
    """A promise to measure in a year that has come."""
    has = f" Datamängden har nu {known}." if known else ""
    return Problem(
        "mats-passerat",
        place,
        f"Här står ”{quote}”, men året är inte längre framtid.{has}",
        known or "uppgiften, eller ett senare år",
        "Skriv in uppgiften, eller när den mäts.",
        Severity.ERROR if known else Severity.FLAW,
        quote,
    )


def other_extract(place: Place, quote: str, expected: str) -> Problem:
    """A date of extraction that no delivery has."""
    return Problem(
        "uttag-avviker",
        place,
        f"Här står uttaget {quote}, men leveranserna i datamängden är uttagna {expected}.",
        expected,
        "Rätta datumet, eller hämta det med uttag(…).",
        quote=quote,
    )


def small_base(place: Place, quote: str, base: int, what: str) -> Problem:
    """A share with decimals that rests on few."""
    return Problem(
        "litet-underlag",
        place,
        f"{quote} skrivs med decimaler men bygger på {base}: {what}.",
        "hela procent",
        "Skriv andelen i hela procent, eller skriv antalen.",
        Severity.NOTE,
        quote,
    )


def unit_lost(place: Place, quote: str, unit: str) -> Problem:
    """A cell without the unit of its neighbours."""
    return Problem(
        "enhet-saknas",
        place,
        f"Talet {quote} har ingen enhet, men de andra i raden eller kolumnen har {unit}.",
        f"{quote}\u00a0{unit}",
        f"Skriv {unit} efter talet.",
        Severity.FLAW,
        quote,
    )


def municipalities(place: Place, quote: str, there: int) -> Problem:
    """A number of municipalities that the county does not have."""
    return Problem(
        "antal-kommuner",
        place,
        f"Här står ”{quote}”, men länet har {number_word(there)} kommuner i katalogen.",
        number_word(there),
        "Rätta räkneordet.",
        quote=quote,
    )


def with_itself(place: Place, quote: str) -> Problem:
    """A comparison of a time with itself, or backwards."""
    return Problem(
        "period-avviker",
        place,
        f"”{quote}” går inte framåt i tiden.",
        "ett tidigare år och ett senare",
        "Rätta något av årtalen.",
        quote=quote,
    )


def level(dataset: Dataset, place: Place, word: str, mine: Observation, other: Observation) -> Problem:
    """Words for a level, "relativt låg", that the two levels say otherwise."""
    return Problem(
        "riktning-avviker",
        place,
        f"Här står ”{word}”, men {called(dataset, mine)} är {written(dataset, mine)} och {called(dataset, other)} är "
        f"{written(dataset, other)} "
        f"({whence(dataset, mine)}).",
        "ett ord som stämmer med de två uppgifterna",
        "Rätta ordet.",
        quote=word,
    )


def not_provisional(place: Place, year: str, word: str, right: str) -> Problem:
    """Figures of a year called preliminary that are not."""
    return Problem(
        "preliminart-ar",
        place,
        f"Här står ”{word}” om uppgifter för {year}, men datamängden har inga preliminära uppgifter för det året. De preliminära "
        f"gäller {right}.",
        right,
        "Rätta året, eller ta bort förbehållet.",
        quote=year,
    )


def together(place: Place, quote: str, expected: str, what: str) -> Problem:
    """Several places' number together that is not their sum."""
    return Problem(
        "summa-stammer-inte",
        place,
        f"Här står {quote} tillsammans, men delarna blir {expected}: {what}.",
        expected,
        "Rätta summan, eller hämta den med summa(…).",
        quote=quote,
    )


def mixed(place: Place, quote: str, usual: str) -> Problem:
    """A cell in another unit than the rest of its row."""
    return Problem(
        "blandade-matt",
        place,
        f"Här står {quote}, men raden mäts i {usual}. En rad har ett mått.",
        usual,
        "Skriv uppgiften i samma enhet, eller flytta den till en egen rad.",
        Severity.FLAW,
        quote,
    )


def said_otherwise(place: Place, quote: str, other: str, where: str) -> Problem:
    """The same thing with another number elsewhere, the dataset knowing neither."""
    return Problem(
        "olika-tal",
        place,
        f"Här står {quote}, men i {where or 'ett annat stycke'} står {other} med samma ord. Datamängden känner inget av talen.",
        "samma tal på båda ställena",
        "Rätta det tal som är fel, eller skriv ut vad som skiljer uppgifterna åt.",
        Severity.FLAW,
        quote,
    )
