"""What is said of `report/kontroll.toml`."""

from collections.abc import Iterable

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources.nearest import suggestion


def empty(place: Place, key: str) -> Problem:
    """A text that says nothing."""
    return Problem("tom-text", place, f"{key} är tom.", "text", f"Skriv {key} mellan citattecknen, eller ta bort raden.")


def empty_list(place: Place, key: str) -> Problem:
    """A list without which the rest means nothing."""
    return Problem(
        "tom-lista", place, f"{key} har inget ord.", f'{key} = ["ett ord"]', "Skriv minst ett ord, eller ta bort avdelningen."
    )


def repeated(place: Place, name: str) -> Problem:
    """Two declarations of the same thing."""
    return Problem(
        "dubbelt-namn", place, f"”{name}” står redan i filen.", "ett namn en gång", "Slå ihop de två avdelningarna till en."
    )


def avoids_itself(place: Place, word: str) -> Problem:
    """A term that is not to be called what it is called."""
    return Problem(
        "motsagd-term", place, f"”{word}” både används och undviks.", "ett annat ord att undvika", "Ta bort ordet ur undvik."
    )


def opposed(place: Place, word: str, instead: str) -> Problem:
    """A word that one term avoids, and another asks for."""
    message = f"”{word}” ska heta ”{instead}” här, men är en egen term i filen."
    return Problem("motsagd-term", place, message, "ett ord som ingen term har", "Ta bort ordet ur undvik, eller ta bort termen.")


def unknown_indicator(place: Place, name: str, known: Iterable[str]) -> Problem:
    """Another name for an indicator that the catalogue does not have."""
    remedy = suggestion(name, known) or "Skriv indikatorns id som det står i report/katalog.toml."
    return Problem("okand-indikator", place, f"Katalogen har ingen indikator ”{name}”.", "en indikators id", remedy)


def negative_base(place: Place, least: int) -> Problem:
    """A number of units below nothing."""
    message = f"minsta_underlag = {least} är inget antal."
    return Problem("fel-underlag", place, message, "0 (ingen gräns) eller fler", "Skriv ett antal, till exempel 50.")


def no_code(place: Place, written: str) -> Problem:
    """An excuse of something that is no code."""
    return Problem(
        "fel-kod", place, f"”{written}” är ingen kod.", "till exempel tal-utan-kalla", "Skriv koden som den står efter fyndet."
    )
