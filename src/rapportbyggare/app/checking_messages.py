"""What is said of the files that are checked."""

import os
from pathlib import Path

from rapportbyggare.app.messages import installing, no_file
from rapportbyggare.core.place import NOWHERE, Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.text import is_folder


def uncheckable(file: Path) -> Problem:
    """A file that is neither Word nor text, or no file at all."""
    name = file.as_posix()
    if is_folder(file):
        return _folder(name)
    if not os.access(file, os.F_OK):
        return no_file(name)
    return Problem(
        "okant-filslag",
        Place(name),
        f"{name} är ett slags fil som inte kontrolleras.",
        "en fil som slutar på .docx, .md eller .txt",
        "Spara texten som Word-dokument (.docx) eller som oformaterad text (.txt), och ange den filen.",
    )


def _folder(name: str) -> Problem:
    return Problem(
        "mapp-i-stallet-for-fil",
        Place(name),
        f"{name} är en mapp, men FIL ska vara en fil.",
        "en fil som slutar på .docx, .md eller .txt, eller ingen FIL alls",
        "Utelämna FIL: då gäller det hela rapporten i mappen du står i, eller i den som anges med --projekt MAPP. "
        "Gäller det några av filerna i mappen: ange dem var för sig.",
    )


def not_word(name: str) -> Problem:
    """A text where a Word file is asked for."""
    return Problem(
        "slutkontroll-av-text",
        Place(name),
        f"Slutkontrollen är för Word-dokument, och {name} är en textfil.",
        "en .docx-fil",
        "Ange Word-dokumentet, eller kör utan --slutlig.",
    )


def undated_decision(place: Place, lacking: str, words: str) -> Problem:
    """A line that says that the document is decided, but not when or by which §."""
    return Problem(
        "beslutsrad-ofullstandig",
        place,
        f"Raden om beslutet saknar {lacking}.",
        "Beslutad 2025-10-14, § 212, av nämnden",
        "Skriv datum och § som de står i protokollet.",
        quote=words,
    )


def still_draft(place: Place, words: str) -> Problem:
    """A line that says that the document is a draft."""
    return Problem(
        "utkast-i-slutligt",
        place,
        "Dokumentet säger själv att det är ett utkast.",
        "ett slutligt dokument",
        "Bygg det med rapportbyggare bygg --slutlig, eller ta bort raden.",
        quote=words,
    )


def no_tidying(name: str) -> Problem:
    """A file whose typography is not mended by the program."""
    return Problem(
        "stadas-inte",
        Place(name),
        f"{name} städas inte: bara textfiler skrivs om av verktyget.",
        "en fil som slutar på .md eller .txt",
        "Rätta Word-dokumentet i Word efter listan från rapportbyggare kontrollera.",
    )


def changed_meanwhile(name: str) -> Problem:
    """A file that somebody saved while it was being mended."""
    return Problem(
        "andrad-under-stadning",
        Place(name),
        f"{name} ändrades medan den städades, och är orörd.",
        "en fil som ingen skriver i",
        "Spara och stäng filen i andra program och kör igen.",
    )


def unwritable(name: str) -> Problem:
    """A file that cannot be written."""
    return Problem(
        "gar-inte-att-skriva",
        Place(name),
        f"{name} går inte att skriva.",
        "en fil som får ändras",
        "Se efter att filen inte är skrivskyddad eller öppen i ett annat program.",
    )


def other_encoding(name: str) -> Problem:
    """A text that is not UTF-8."""
    return Problem(
        "inte-utf8",
        Place(name),
        f"{name} är inte sparad som UTF-8 och städas inte.",
        "en fil i UTF-8",
        "Öppna filen i ett textprogram och spara den med kodningen UTF-8.",
    )


def no_dictionary(python: str) -> Problem:
    """Spelling that is asked for, and no dictionary."""
    return Problem(
        "ordlista-saknas",
        NOWHERE,
        "Stavningen kontrolleras inte: ordlistan är inte installerad.",
        "paketen chunspell och hunspell-sv",
        f"Kör {installing(python)} chunspell hunspell-sv",
    )
