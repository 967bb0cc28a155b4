"""What is said of a file that cannot be taken in as it is."""

from collections.abc import Sequence
from decimal import Decimal

from rapportbyggare.app.weighing import Conflict
from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.figure import FactKey, Observation
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity

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
        f"{fact_words(new.key)} är {value_words(new, old)} här men {value_words(old, new)} i leverans {old.origin.delivery}, "
        f"som har samma källa och samma uttag, {old.origin.extract}.",
        "ett och samma värde för samma uttag, eller ett senare uttag",
        "Är filen ett nyare uttag: ange dess dag med --uttag. "
        f"Var leverans {old.origin.delivery} fel: återkalla den med rapportbyggare ta-emot --aterkalla {old.origin.delivery} "
        "--skal ORSAK och läs in filen igen.",
    )


def month_or_day(place: Place, one: Conflict) -> Problem:
    """Two extracts of one month, one without its day: which of them is the newer cannot be known."""
    old, new = one.old, one.new
    return Problem(
        "uttagets-dag-saknas",
        Place(place.file, cell=new.origin.cell),
        f"{fact_words(new.key)} är {value_words(new, old)} här men {value_words(old, new)} i leverans {old.origin.delivery}. "
        f"Det ena uttaget är angivet som månad ({min(old.origin.extract, new.origin.extract, key=len)}), så det går inte att "
        "veta vilket som är nyast.",
        "dagen för uttaget",
        "Ange dagen för uttaget med --uttag, till exempel --uttag 2025-09-19. Är det leverans "
        f"{old.origin.delivery} som saknar dag: återkalla den (--aterkalla {old.origin.delivery} --skal ORSAK) och läs in dess "
        "fil igen med dag.",
    )


def leap(place: Place, one: Conflict) -> Problem:
    """A value of another order of magnitude than the one in force."""
    old, new = one.old, one.new
    return Problem(
        "stort-hopp",
        Place(place.file, cell=new.origin.cell),
        f"{fact_words(new.key)} blir {value_words(new, old)} men är {value_words(old, new)} i leverans {old.origin.delivery}: "
        "minst tio gånger mer eller mindre.",
        "ett värde av samma storlek som förut, om inget särskilt har hänt",
        "Kontrollera enheten (kr, tkr, mnkr) i filen och i kartan. Är värdet fel och redan inläst: återkalla leveransen med "
        "--aterkalla och läs in den rättade filen.",
        Severity.FLAW,
    )


def reads_otherwise(place: Place, twin: Delivery) -> Problem:
    """A file that is in already is read otherwise today: its map has been changed."""
    return Problem(
        "redan-inlast-annorlunda",
        place,
        f"Filen är redan inläst som leverans {twin.number}, men läses nu på ett annat sätt än då. "
        "Kartan eller katalogen har ändrats.",
        "samma värden som när filen lästes in, eller en ny leverans i stället för den gamla",
        f"Var leverans {twin.number} fel: återkalla den med rapportbyggare ta-emot --aterkalla {twin.number} --skal ORSAK "
        "och läs in filen igen.",
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


def value_words(one: Observation, other: Observation | None = None) -> str:
    """An observation's value as stored: "71", "1 124 543 000 (preliminär)", "saknas".

    Its base is said when `other` differs only there.
    """
    if one.amount is None:
        return f"{one.status.value} {one.measured or ''}".strip()
    said = [] if one.status.value == "definitiv" else [one.status.value]
    if other is not None and other.amount == one.amount and other.base != one.base:
        said.append(f"underlag {one.base}" if one.base is not None else "utan underlag")
    return f"{_exact(one.amount)} ({', '.join(said)})" if said else _exact(one.amount)


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


def status_wanted(place: Place, old: Observation) -> Problem:
    """A correction of a preliminary figure that does not say whether it is final now."""
    return Problem(
        "status-maste-anges",
        place,
        f"{fact_words(old.key)} är preliminär i leverans {old.origin.delivery}. "
        "Det framgår inte om den rättade uppgiften är slutlig.",
        "--status preliminär eller --status definitiv",
        f"Lägg till --status preliminär (och --underlag, som var {old.base if old.base is not None else 'okänt'}), "
        "eller --status definitiv.",
    )


def share_or_percent(place: Place, value: str) -> Problem:
    """A small number without its unit in a measure of percent."""
    return Problem(
        "procent-eller-andel",
        place,
        f"Det framgår inte om {value} är {value} procent eller en andel, alltså hundra gånger mer i procent.",
        "ett tal med procenttecken",
        f'Skriv enheten, till exempel --varde "{value} %" eller --varde "5,1 %".',
    )
