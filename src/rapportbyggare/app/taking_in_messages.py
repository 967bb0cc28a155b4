"""What is said of a file that cannot be taken in as it is."""

from collections.abc import Sequence
from decimal import Decimal

from rapportbyggare.app.weighing import Conflict
from rapportbyggare.core.figure import FactKey, Observation
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem

SHOWN = 8


def no_extract(place: Place) -> Problem:
    """Neither the file nor the command says when the source was read."""
    return Problem(
        "uttag-saknas",
        place,
        "Det framgår inte när uppgifterna togs ut ur källan.",
        "dagen eller månaden för uttaget",
        "Lägg till --uttag och dagen, till exempel --uttag 2025-09-03, eller månaden, till exempel --uttag 2025-07.",
    )


def extract_ahead(place: Place, extract: str, received: str) -> Problem:
    """An extract later than its intake."""
    return Problem(
        "uttag-efter-inlasning",
        place,
        f"Uttaget {extract} är senare än dagen då uppgifterna läses in, {received}.",
        "ett uttag som är gjort före inläsningen",
        "Rätta --uttag, eller ange rätt dag med --inlast.",
    )


def conflict(place: Place, one: Conflict) -> Problem:
    """The same source and extract date with another value."""
    old, new = one.old, one.new
    return Problem(
        "samma-uttag-annat-varde",
        Place(place.file, cell=new.origin.cell),
        f"{fact_words(new.key)} är {value_words(new)} här men {value_words(old)} i leverans {old.origin.delivery}, "
        f"som har samma källa och samma uttag, {old.origin.extract}.",
        "ett och samma värde för samma uttag, eller ett senare uttag",
        "Är filen ett nyare uttag: ange dess dag med --uttag. "
        f"Var leverans {old.origin.delivery} fel: återkalla den med rapportbyggare ta-emot --aterkalla {old.origin.delivery} "
        "--skal ORSAK och läs in filen igen.",
    )


def gone(place: Place, observations: Sequence[Observation]) -> Problem:
    """Values the delivery covers but no longer holds."""
    named = [f"{fact_words(one.key)} ({value_words(one)}, leverans {one.origin.delivery})" for one in observations[:SHOWN]]
    rest = f" och {len(observations) - SHOWN} till" if len(observations) > SHOWN else ""
    return Problem(
        "varde-borta",
        place,
        f"Filen omfattar uppgifter som arkivet har men som filen inte längre har: {'; '.join(named)}{rest}.",
        "besked om de gamla värdena gäller eller inte",
        "Gäller de gamla värdena fortfarande: kör igen med --saknade behall. Gäller de inte: kör igen med --saknade dra-in, "
        "då står de som ”uppgift saknas” från och med den här leveransen.",
    )


def fact_words(key: FactKey) -> str:
    """A fact as it is named in messages: "antal_kkb, antal, 2025, Berg"."""
    return ", ".join(part for part in (key.indicator, key.measure, str(key.year or ""), key.area) if part)


def value_words(one: Observation) -> str:
    """An observation's value as stored: "71", "1 124 543 000", "saknas"."""
    if one.amount is None:
        return one.status.value
    text = _exact(one.amount)
    return text if one.status.value == "definitiv" else f"{text} ({one.status.value})"


def _exact(amount: Decimal) -> str:
    return f"{amount:,f}".replace(",", "\u00a0").replace(".", ",").replace("-", "\u2212")


def origin_lacking(place: Place, meaning: str) -> Problem:
    """A figure by word of mouth without sender or reason: nobody could trace it."""
    return Problem(
        "ursprung-saknas",
        place,
        "En uppgift utan fil behöver ett ursprung, så att den går att spåra.",
        meaning,
        f"Lägg till {place.file} och kör igen.",
    )


def other_unit(place: Place, value: str, unit: str) -> Problem:
    """A value in another unit than the measure's."""
    return Problem(
        "annan-enhet",
        place,
        f"Värdet ”{value}” är inte i måttets enhet, {unit}.",
        f"ett tal i enheten {unit}",
        f"Räkna om värdet till {unit} och skriv det utan enhet.",
    )
