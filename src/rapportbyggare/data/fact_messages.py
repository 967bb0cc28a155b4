"""What is said of a fact that is given more than once."""

from rapportbyggare.core.figure import FactKey, Observation, Origin
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity


def _fact(key: FactKey) -> str:
    year = f" {key.year}" if key.year else ""
    return f"{key.indicator} ({key.measure}) för {key.area}{year}"


def fact_twice(place: Place, key: FactKey, first: int) -> Problem:
    """A fact that an earlier row of the same delivery gives."""
    return Problem(
        "dubbel-uppgift",
        place,
        f"{_fact(key)} står redan på rad {first}.",
        "varje uppgift en gång i samma leverans",
        f"Ta bort den ena raden. Är det en rättelse av rad {first}: den ska komma i en ny leverans.",
    )


def contradiction(later: Observation, earlier: Observation) -> Problem:
    """A fact that two deliveries of the same source and extract give different values."""
    one, other = earlier.origin, later.origin
    said, before = _values(later, earlier)
    return Problem(
        "olika-varden-samma-uttag",
        other.place,
        f"{_fact(later.key)}: leverans {other.delivery} säger {said}, men leverans {one.delivery} säger "
        f"{before} ({_spot(one)}). Båda är från {other.source}, uttag {other.extract}.",
        "samma värde i alla leveranser från samma uttag",
        "Läs in det som är ett nytt uttag med dess egen dag, --uttag. Är en leverans i arkivet fel: återkalla den med "
        "rapportbyggare ta-emot --aterkalla NUMMER --skal ORSAK.",
    )


def unused(place: Place, later: Observation, used: Observation, count: int) -> Problem:
    """A delivery taken in after one with a newer extract, with `count` other values; `later` is the first that is not used."""
    one, other = used.origin, later.origin
    what = "1 uppgift i leverans" if count == 1 else f"{count} uppgifter i leverans"
    first = "" if count == 1 else "Den första: "
    said, instead = _values(later, used)
    return Problem(
        "leverans-anvands-inte",
        place,
        f"{what} {other.delivery} används inte, fast leveransen är inläst sist. {first}{_fact(later.key)} är {said} i "
        f"leverans {other.delivery}, men {instead} i leverans {one.delivery}, som gäller för att den har ett senare "
        f"uttag: {one.extract} mot {other.extract}.",
        "ett senare uttag för den leverans som ska gälla",
        f"Är värdena i leverans {other.delivery} äldre gäller leverans {one.delivery} med rätta, och inget behöver göras. Har "
        f"leverans {other.delivery} fått fel uttag: återkalla den med rapportbyggare ta-emot --aterkalla {other.delivery} --skal "
        "”fel uttag” och läs in filen igen med rätt --uttag.",
        Severity.FLAW,
    )


def _values(one: Observation, other: Observation) -> tuple[str, str]:
    """What each says; with its period when that is what tells them apart."""
    if one.period == other.period:
        return _value(one), _value(other)
    return f"{_value(one)} för perioden {one.period}", f"{_value(other)} för perioden {other.period}"


def _value(observation: Observation) -> str:
    if observation.amount is None:
        year = f" {observation.measured}" if observation.measured else ""
        return f"”{observation.status.value}{year}”"
    base = f", underlag {observation.base}" if observation.base is not None else ""
    return f"{observation.amount:f}".replace(".", ",") + f" ({observation.status.value}{base})"


def _spot(origin: Origin) -> str:
    return f"{origin.place.file}, rad {origin.place.line}"
