"""What is said of withdrawals."""

from collections.abc import Iterable

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.data.wording import quoted


def not_a_number(place: Place, cell: str) -> Problem:
    """A withdrawal that does not say which delivery it withdraws."""
    return Problem(
        "fel-aterkallad-leverans",
        place,
        f"{quoted(cell)} är inget leveransnummer." if cell else "Det står inte vilken leverans som återkallas.",
        "numret på den leverans som återkallas",
        "Skriv leveransens nummer i kolumnen aterkallar.",
    )


def of_unknown(place: Place, number: int, known: Iterable[int]) -> Problem:
    """A withdrawal of a delivery that is not there."""
    there = ", ".join(map(str, sorted(known)))
    return Problem(
        "okand-leverans",
        place,
        f"Leverans {number} finns inte, så den kan inte återkallas.",
        f"numret på en leverans: {there}" if there else "en leverans att återkalla",
        "Skriv numret på den leverans som ska återkallas.",
    )


def of_a_withdrawal(place: Place, number: int) -> Problem:
    """A withdrawal of a withdrawal."""
    return Problem(
        "aterkallelse-av-aterkallelse",
        place,
        f"{number} är en återkallelse. En återkallelse kan inte återkallas.",
        "numret på en leverans",
        "Ska den återkallade leveransen gälla igen: läs in dess fil på nytt. Den får då ett eget nummer.",
    )


def withdrawn_twice(place: Place, number: int, first: int, date: str) -> Problem:
    """A delivery that is withdrawn already."""
    return Problem(
        "redan-aterkallad",
        place,
        f"Leverans {number} är redan återkallad från och med {date} (nummer {first} i förteckningen).",
        "högst en återkallelse för varje leverans",
        "Inget behöver göras om det är den leveransen. Är det en annan leverans som ska återkallas: skriv dess nummer.",
    )


def before_intake(place: Place, date: str, number: int, received: str) -> Problem:
    """A withdrawal that comes before what it withdraws."""
    return Problem(
        "aterkallelse-fore-inlasning",
        place,
        f"Återkallelsen ({date}) kommer före leverans {number}, som lästes in {received}.",
        f"en dag som är {received} eller senare, och ett nummer efter leveransens",
        f"Skriv den dag då leverans {number} slutade gälla, tidigast {received}.",
    )


def other_source(place: Place, source: str, number: int, right: str) -> Problem:
    """A withdrawal under another source than the delivery's."""
    return Problem(
        "fel-kalla-i-aterkallelse",
        place,
        f"Återkallelsen har källan {quoted(source)}, men leverans {number} har källan {right}.",
        "samma källa som leveransen",
        f"Skriv {right} i kolumnen kalla, eller rätta numret om det är en annan leverans som återkallas.",
    )


def not_wanted(place: Place, cell: str) -> Problem:
    """A cell that is filled in although a withdrawal has nothing there."""
    return Problem(
        "cell-i-aterkallelse",
        place,
        f"Raden är en återkallelse, men i kolumnen {place.cell} står {quoted(cell)}.",
        "en tom cell",
        "Töm cellen. Är raden en leverans: skriv leverans i kolumnen slag.",
    )


def not_a_withdrawal(place: Place, cell: str) -> Problem:
    """A delivery that says it withdraws another."""
    return Problem(
        "aterkallar-i-leverans",
        place,
        f"Raden är en leverans, men i kolumnen aterkallar står {quoted(cell)}.",
        "en tom cell",
        "Töm cellen. Ska en leverans återkallas: skriv det på en egen rad med återkallelse i kolumnen slag.",
    )


def reason_wanted(place: Place) -> Problem:
    """A withdrawal asked for without a reason."""
    return Problem(
        "orsak-saknas",
        place,
        "Det står inte varför leveransen ska återkallas.",
        "en orsak, som sparas i förteckningen",
        'Lägg till orsaken efter --skal, till exempel --skal "fel urval i registret".',
    )


def no_reason(place: Place) -> Problem:
    """A withdrawal without a reason."""
    return Problem(
        "orsak-saknas",
        place,
        "Det står inte varför leveransen återkallas.",
        "en orsak i kolumnen not",
        "Skriv orsaken, till exempel: fel urval i registret.",
        Severity.FLAW,
    )
