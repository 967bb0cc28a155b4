"""What is said of relations between figures that they say otherwise: changes, their ranks, places counted and added."""

from decimal import Decimal

from rapportbyggare.checks.figures_messages import called, percent, plain_number, whence, written
from rapportbyggare.core.dataset import Dataset
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.words import join_words, number_word


def points_between(place: Place, quote: str, first: str, second: str, right: str) -> Problem:
    """A change between two typed numbers with the wrong unit."""
    return Problem(
        "procent-eller-procentenheter",
        place,
        f"Här står {quote}, men skillnaden mellan {first} och {second} är räknad i {right}.",
        right,
        f"Skriv {right}.",
        quote=quote,
    )


def changed_between(place: Place, quote: str, first: str, second: str, expected: str) -> Problem:
    """A change that is not the one between the two numbers beside it."""
    return Problem(
        "forandring-avviker",
        place,
        f"Här står {quote}, men mellan {first} och {second} är förändringen {expected}.",
        expected,
        "Rätta förändringen, eller något av de två talen.",
        quote=quote,
    )


def changed_most(
    dataset: Dataset, place: Place, quote: str, mine: tuple[Observation, Observation], right: tuple[Observation, Observation]
) -> Problem:
    """A place said to have changed most that has not."""
    told = [f"från {written(dataset, old)} till {written(dataset, new)} i {new.key.area}" for old, new in (mine, right)]
    new = right[1]
    return Problem(
        "rang-avviker",
        place,
        f"Här sägs förändringen vara störst i ”{quote}”, men den var {told[0]} och {told[1]}: {called(dataset, new)}, "
        f"jämfört med {right[0].key.year} ({whence(dataset, new)}).",
        new.key.area,
        "Rätta platsen, eller skriv ut vilken förändring som menas.",
        quote=quote,
    )


def places_changed(place: Place, quote: str, word: str, changed: int, there: int) -> Problem:
    """A number of municipalities said to have changed one way, when others have."""
    return Problem(
        "antal-kommuner",
        place,
        f"Här står ”{quote}” om hur många kommuner det gäller (”{word}”), men enligt datamängden är det "
        f"{number_word(changed)} av {number_word(there)}.",
        number_word(changed),
        "Rätta räkneordet, eller skriv ut vilka kommuner och år som menas.",
        quote=quote,
    )


def times(dataset: Dataset, place: Place, quote: str, mine: Observation, other: Observation, ratio: Decimal) -> Problem:
    """A number of times that one place's fact is not of another's."""
    right = plain_number(ratio.quantize(Decimal("0.1")))
    return Problem(
        "riktning-avviker",
        place,
        f"Här står ”{quote}”, men {called(dataset, mine)} är {written(dataset, mine)} och {called(dataset, other)} är "
        f"{written(dataset, other)}: {right} gånger så många ({whence(dataset, mine)}).",
        f"{right} gånger",
        "Rätta antalet gånger.",
        quote=quote,
    )


def parts_of(dataset: Dataset, areas: list[str], amount: Decimal, whole: Observation, share: Decimal) -> str:
    """Some places' part of a whole in words, with its source."""
    label = dataset.catalogue.indicators[whole.key.indicator].label
    of = f"{label}, {join_words(areas)}, {whole.key.year} är {plain_number(amount)} av {written(dataset, whole)}"
    return f"{percent(share, 1)}: {of} ({whence(dataset, whole)})"
