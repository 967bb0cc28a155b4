"""What is said when an edition is frozen, or cannot be."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity

REFUSED = "utgava-namn"
EXAMPLE = "till exempel namnden-2025"


def no_name(place: Place, name: str, allowed: str) -> Problem:
    """A name that is not letters, digits, hyphen and underscore."""
    return Problem(
        REFUSED,
        place,
        f"Utgåvan kan inte heta ”{name}”.",
        f"ett namn på högst 60 bokstäver, siffror, bindestreck och understreck, {EXAMPLE}",
        f"Kör rapportbyggare frys {allowed}." if allowed else f"Välj ett annat namn, {EXAMPLE}.",
    )


def device_name(place: Place, name: str) -> Problem:
    """A name that Windows keeps for itself."""
    return Problem(
        REFUSED,
        place,
        f"Utgåvan kan inte heta ”{name}”: Windows använder namnet till annat, och mappen skulle inte gå att öppna där.",
        f"ett annat namn, {EXAMPLE}",
        f"Kör rapportbyggare frys utgava-{name}.",
    )


def like_a_moment(place: Place, name: str) -> Problem:
    """A name that means a day, a delivery or now where editions are compared."""
    return Problem(
        REFUSED,
        place,
        f"Utgåvan kan inte heta ”{name}”: det läses som en tidpunkt: ett datum, numret på en leverans eller nu.",
        f"ett namn med ett ord i, {EXAMPLE}",
        f"Kör rapportbyggare frys utgava-{name}.",
    )


def taken(place: Place, name: str, there: str) -> Problem:
    """A name that an edition already has."""
    also = "" if name == there else f" (som ”{there}”; stora och små bokstäver räknas som samma)"
    return Problem(
        "utgava-finns",
        place,
        f"Det finns redan en utgåva ”{name}”{also}. En fryst utgåva ersätts aldrig.",
        "ett nytt namn",
        f"Välj ett annat namn, till exempel {name}-2.",
    )


def leads_out(place: Place) -> Problem:
    """A folder of editions that leads out of the project."""
    return Problem(
        "utanfor-projektet",
        place,
        "Mappen report/utgavor är en länk som leder ut ur projektet.",
        "en vanlig mapp i projektet",
        "Ta bort länken, och flytta dit mappen som den leder till om det finns utgåvor i den.",
    )


def busy(place: Place) -> Problem:
    """Another freeze in the same project."""
    return Problem(
        "frysning-pagar",
        place,
        "En annan frysning pågår i projektet.",
        "en frysning i taget",
        "Vänta tills den är klar och kör kommandot igen.",
    )


def changed_meanwhile(place: Place) -> Problem:
    """Inputs that were written to between the build and the copy."""
    return Problem(
        "andrat-under-frysning",
        place,
        "Rapportens filer ändrades medan utgåvan frystes, så ingen utgåva sparades.",
        "filer som ingen ändrar så länge",
        "Vänta tills ingen annan skriver i projektet och kör kommandot igen. "
        "Händer det igen fast ingen ändrar något ligger felet i verktyget.",
    )


def cannot_write(place: Place, cause: str) -> Problem:
    """An edition that could not be written."""
    return Problem(
        "utgavan-gar-inte-att-skriva",
        place,
        f"Utgåvan går inte att spara: {cause}. Inget av den ligger kvar.",
        "en mapp som du får skriva i, på en disk med plats",
        "Åtgärda det och kör kommandot igen.",
    )


def edited(place: Place, name: str, frozen: str) -> Problem:
    """A built document that somebody has edited, which is not what was frozen."""
    return Problem(
        "redigerat-dokument",
        place,
        f"Dokumentet har ändrats sedan det byggdes (kanske i Word). Utgåvan {name} har det som verktyget bygger, {frozen}, "
        "och inte ändringarna.",
        "",
        "Ska ändringarna vara med: för in dem i sections, bygg, och frys en ny utgåva med ett annat namn.",
        Severity.NOTE,
    )
