"""What is said of references in words, constants, headings, tables, terms, links and definitions."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity


def no_such_number(place: Place, words: str, kind: str, known: str) -> Problem:
    """A reference by number to something that is not there."""
    remedy = f"Rätta numret (det finns {known}), eller ta bort hänvisningen. Med [](#nyckel) sköter sig numret självt."
    return Problem("hanvisning-i-ord", place, f"”{words}” finns inte i dokumentet.", known, remedy, quote=words)


def no_such_heading(place: Place, words: str, near: str) -> Problem:
    """A reference by name to a chapter that is not there."""
    expected = f"”{near}”" if near else "en rubrik som finns"
    remedy = f"Skriv rubriken som den heter{f' (kanske {expected})' if near else ''}, eller ta bort hänvisningen."
    return Problem("hanvisning-i-ord", place, f"Det finns ingen rubrik ”{words}” i dokumentet.", expected, remedy, quote=words)


def drifted(place: Place, words: str, name: str, value: str, severity: Severity = Severity.ERROR) -> Problem:
    """A constant of the report that stands otherwise in the text."""
    message = f"Här står ”{words}”, men {name} är ”{value}”."
    return Problem(
        "konstant-avviker", place, message, value, f"Skriv ”{value}”, eller hämta uppgiften med ett uttryck.", severity, words
    )


def full_stop(place: Place, words: str) -> Problem:
    """A heading that ends with a full stop."""
    message = f"Rubriken ”{words}” slutar med punkt."
    return Problem("rubrik-med-punkt", place, message, words.rstrip("."), "Ta bort punkten.", Severity.FORM, words)


def doubled_heading(place: Place, words: str, first: Place) -> Problem:
    """Two headings with the same words in the same chapter."""
    message = f"Rubriken ”{words}” finns redan ({first})."
    return Problem(
        "dubbel-rubrik", place, message, "en egen rubrik", "Ge ett av avsnitten en annan rubrik.", Severity.FLAW, words
    )


def empty_chapter(place: Place, words: str) -> Problem:
    """A heading that nothing follows."""
    message = f"Under rubriken ”{words}” står ingenting."
    return Problem(
        "tomt-avsnitt", place, message, "text under rubriken", "Skriv avsnittet, eller ta bort rubriken.", Severity.FLAW, words
    )


def no_source(place: Place, name: str) -> Problem:
    """A table or figure that does not say where its figures come from."""
    remedy = "Skriv raden ”Källa: …” i ett eget stycke direkt efter."
    return Problem("kalla-saknas", place, f"{name[:1].upper()}{name[1:]} saknar källa.", "Källa: …", remedy, Severity.FLAW)


def no_period(place: Place, name: str) -> Problem:
    """A table or figure that does not say which time its figures are of."""
    remedy = "Skriv året eller perioden i rubriken, i en kolumns rubrik eller i en not."
    return Problem(
        "period-saknas",
        place,
        f"{name[:1].upper()}{name[1:]} säger inte vilken tid talen gäller.",
        "ett år",
        remedy,
        Severity.FLAW,
    )


def no_unit(place: Place, name: str) -> Problem:
    """A table of numbers that does not say what they count."""
    message = f"{name[:1].upper()}{name[1:]} har tal, men säger inte vad de mäter."
    remedy = "Skriv enheten i tabellens rubrik, i radens eller kolumnens rubrik eller efter talen."
    return Problem("enhet-saknas", place, message, "antal, procent, kr …", remedy, Severity.FLAW)


def avoided(place: Place, words: str, word: str, why: str) -> Problem:
    """A word that the report calls something else."""
    message = f"”{words}” heter ”{word}” i rapporten.{f' {why}' if why else ''}"
    return Problem("annan-term", place, message, word, f"Skriv ”{word}”.", Severity.FLAW, words)


def place_name(place: Place, words: str, name: str) -> Problem:
    """A place's name spelt otherwise than in the catalogue."""
    return Problem("ortnamn", place, f"”{words}” skrivs ”{name}”.", name, f"Skriv ”{name}”.", Severity.FLAW, words)


def unexplained(place: Place, words: str) -> Problem:
    """An abbreviation that nothing explains."""
    message = f"Förkortningen {words} förklaras ingenstans."
    remedy = (
        f"Skriv ut den första gången, med ({words}) efter, eller lägg den bland rapportens egna ord (ord i report/kontroll.toml)."
    )
    return Problem("oforklarad-forkortning", place, message, f"… ({words})", remedy, Severity.NOTE, words)


def link_words(place: Place, words: str) -> Problem:
    """A link whose words do not say where it leads (WCAG 2.1, 2.4.4)."""
    message = f"Länktexten ”{words}” säger inte vad länken leder till."
    remedy = "Skriv vad man kommer till, till exempel [webbplatsen för Samspel63](https://…)."
    return Problem("intetsagande-lanktext", place, message, "målets namn", remedy, Severity.FLAW, words)


def bare_address(place: Place, words: str) -> Problem:
    """An address that stands in the text itself."""
    message = f"Adressen ”{words}” står i texten."
    return Problem("adress-i-texten", place, message, "en länk med ord", f"Skriv [vad det är]({words}).", Severity.FLAW, words)


def both_ways(place: Place, words: str, name: str, included: bool) -> Problem:
    """A definition that a sentence contradicts."""
    said, held = ("räknas in i", "utesluter") if included else ("utesluts ur", "tar med")
    message = f"”{words}” {said} {name} här, men den avgränsning som är angiven {held} det."
    return Problem(
        "motsagd-avgransning", place, message, "det som avgränsningen säger", "Rätta meningen, eller avgränsningen.", quote=words
    )


def in_both_lists(place: Place, words: str, name: str) -> Problem:
    """A definition that names a thing both among what it takes in and what it leaves out."""
    message = f"Avgränsningen av {name} både tar med och utesluter ”{words}”."
    return Problem("motsagd-avgransning", place, message, "i en av listorna", "Ta bort det ur den ena listan.", quote=words)
