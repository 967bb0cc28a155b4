"""What is said of typography and of small matters of language: always what stands there and what should."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity

WHY = {
    "dubbelt-mellanslag": "Här står två mellanslag i rad.",
    "mellanslag-fore-tecken": "Före ett skiljetecken ska det inte stå något mellanslag.",
    "mellanslag-i-parentes": "Innanför en parentes ska det inte stå något mellanslag.",
    "mellanslag-saknas": "Här saknas ett mellanslag.",
    "mellanslag-efter-kolon": "En förkortnings ändelse skrivs ihop med kolonet.",
    "hart-mellanslag": "Ett tal och det som hör till det ska hållas ihop på raden, med hårt mellanslag.",
    "tusental": "Tusental skiljs åt med hårt mellanslag.",
    "paragraftecken": "Mellan § och numret ska det stå ett hårt mellanslag.",
    "intervall": "I ett intervall ska det stå tankstreck (–) utan mellanslag omkring.",
    "minustecken": "Ett minustecken skrivs med − (U+2212).",
    "tankstreck": "Mellan ord ska det stå tankstreck (–), inte bindestreck.",
    "citattecken": "Citattecknet ska vara ” både före och efter.",
    "uteslutningstecken": "Uteslutningstecknet är ett enda tecken (…).",
    "procentenheter-i-tecken": "Procentenheter skrivs ut.",
    "procent-i-ord": "Efter ett tal i ord skrivs procent ut.",
    "manad-med-versal": "Månader skrivs med liten bokstav.",
    "genitiv-av-forkortning": "En förkortnings genitiv skrivs med kolon.",
    "miljoner-kronor": "Miljoner kronor förkortas mnkr.",
    "forkortning": "Förkortningen ska ha sina punkter.",
}


def form(code: str, place: Place, old: str, new: str) -> Problem:
    """Words that typography writes otherwise; `old` and `new` are whole words."""
    by_itself = " (rapportbyggare kontrollera --stada gör det åt dig)" if place.file.endswith(".md") else ""
    remedy = f"Skriv ”{new}”{by_itself}."
    return Problem(code, place, f"{WHY[code]} Här står ”{old}”.", new, remedy, Severity.FORM, old)


def soft_spaces(place: Place, count: int, example: str) -> Problem:
    """All places in a file that we did not build where a number may be torn from what follows it."""
    spots, first = (f"På {count} ställen i filen", ", det första") if count > 1 else ("Här", "")
    message = f"{WHY['hart-mellanslag']} {spots} står ett vanligt mellanslag{first} i ”{example}”."
    remedy = f"Byt {'mellanslagen mot hårda' if count > 1 else 'det mot ett hårt'} (Ctrl+Skift+mellanslag i Word)."
    return Problem("hart-mellanslag", place, message, "hårt mellanslag", remedy, Severity.FORM, example)


def ungrouped(place: Place, words: str, written: str) -> Problem:
    """A number in a table cell without spaces between its thousands."""
    message = f"{WHY['tusental']} Här står ”{words}”."
    return Problem("tusental", place, message, written, f"Skriv ”{written}”.", Severity.FORM, words)


def decimal_point(place: Place, words: str) -> Problem:
    """A number with a decimal point."""
    message = f"”{words}” har decimalpunkt. På svenska skrivs decimalkomma."
    return Problem("decimalpunkt", place, message, words.replace(".", ","), "Skriv talet med komma.", Severity.FORM, words)


def date_form(place: Place, words: str, day: str) -> Problem:
    """A date in another form than the report's."""
    message = f"”{words}” är ett datum i en form som rapporten inte använder."
    remedy = f"Skriv {day}, eller dagen med månaden i ord i löpande text."
    return Problem("datumform", place, message, day, remedy, Severity.FORM, words)


def starts_with_digit(place: Place, words: str) -> Problem:
    """A sentence that begins with a digit."""
    message = f"En mening börjar med siffror: ”{words}”."
    remedy = "Lägg om meningen, eller skriv talet med bokstäver."
    return Problem("siffra-forst-i-mening", place, message, "ett ord först", remedy, Severity.FORM, words)


def small_number(place: Place, words: str, written: str) -> Problem:
    """A small number in digits in running text."""
    message = f"Tal till och med tolv skrivs med bokstäver i löpande text. Här står ”{words}”."
    return Problem("litet-tal-i-siffror", place, message, written, f"Skriv ”{written}”.", Severity.FORM, words)


def loose_hyphen(place: Place, words: str) -> Problem:
    """A hyphen with a space after it where no second part of a pair follows."""
    message = f"Efter bindestrecket i ”{words}” står ett mellanslag."
    together = words.replace("- ", "-")
    remedy = f"Skriv ihop orden (”{together}”), eller skriv tankstreck med mellanslag på båda sidor."
    return Problem("lost-bindestreck", place, message, together, remedy, Severity.FORM, words)


def unpaired_mark(place: Place, words: str) -> Problem:
    """A quotation mark without its other half."""
    message = f"Citattecknet vid ”{words.strip('”')}” har ingen motsvarighet i stycket."
    return Problem(
        "citattecken-utan-par", place, message, "”…”", "Sätt ut det som saknas, eller ta bort det.", Severity.FORM, words
    )
