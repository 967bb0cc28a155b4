"""What is said when a decided document is built of a frozen edition."""

from collections.abc import Sequence
from typing import assert_never

from rapportbyggare.core.manifest import DocumentStatus
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.typography.words import counted

MOST = 12


def not_for_decision(place: Place, name: str, status: DocumentStatus, decided: str) -> Problem:
    """An edition that is not what the committee was given."""
    return Problem(
        "utgava-inte-till-namnden",
        place,
        f"Utgåvan {name} har status {status.value}. Det är det som nämnden fick som blir beslutat.",
        "en utgåva som frystes med status till nämnden",
        _remedy(status, decided),
    )


def _remedy(status: DocumentStatus, decided: str) -> str:
    match status:
        case DocumentStatus.DECIDED:
            return f'Skriv utgava = "{decided}": det är utgåvan som beslutet redan är byggt av.'
        case DocumentStatus.DRAFT | DocumentStatus.PROPOSAL:
            return (
                'Frys utgåvan med status till nämnden: sätt status = "till nämnden" i report/rapport.toml, '
                "kör rapportbyggare frys NAMN, och ange sedan det namnet."
            )
        case _:
            assert_never(status)


def not_used(place: Place, name: str, what: Sequence[str]) -> Problem:
    """What has been changed since the edition was frozen."""
    more = f" och {len(what) - MOST} till" if len(what) > MOST else ""
    return Problem(
        "andrat-efter-frysning",
        place,
        f"Dokumentet byggs ur utgåvan {name}. Det här har ändrats sedan den frystes och används inte: "
        f"{', '.join(what[:MOST])}{more}.",
        "",
        "Inget behöver göras. Ska ändringen med är det en ny utgåva som nämnden får besluta om.",
        Severity.NOTE,
    )


def differs(place: Place, name: str, where: Sequence[str], tools: Sequence[str]) -> Problem:
    """A decided document that is not the edition with a decision on it."""
    more = f" och {counted(len(where) - MOST, 'ställe', 'ställen')} till" if len(where) > MOST else ""
    why = f" Utgåvan frystes med ett annat verktyg eller på en annan dator: {'; '.join(tools)}." if tools else ""
    return Problem(
        "beslut-avviker",
        place,
        f"Det beslutade dokumentet skulle skilja sig från utgåvan {name} också i annat än beslutet: "
        f"{', '.join(where[:MOST])}{more}.{why}",
        "samma dokument, med status, beslutsdatum och § på försättsbladet och bland egenskaperna",
        "Bygg med den version av verktyget, och på samma slags dator, som utgåvan frystes med."
        if tools
        else "Felet ligger i verktyget. Låt utgåvans dokument gälla tills det är rättat.",
    )


def likeness(name: str, before: str, after: str) -> str:
    """How a decided document differs from the edition that was decided, when it is only where it may."""
    return (
        f"Skiljer sig från utgåvan {name} bara i försättsblad och egenskaper (status, beslutsdatum, §): "
        f"”{before}” har blivit ”{after}”."
    )


def data_fixed(name: str) -> Problem:
    """A decided document with other data than those decided on."""
    return Problem(
        "beslutat-har-sina-uppgifter",
        NOWHERE,
        f"Det beslutade dokumentet byggs med uppgifterna i utgåvan {name} och kan inte byggas med andra.",
        "kommandot utan --per",
        'Ta bort --per, eller sätt status = "utkast" i report/rapport.toml.',
    )
