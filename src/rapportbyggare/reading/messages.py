"""What an author reads when a section cannot be read as it stands."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def shown(text: str, limit: int = 40) -> str:
    """What the author wrote, quoted, on one line and not too long."""
    line = " ".join(text.split())
    return f"”{line[:limit]}…”" if len(line) > limit else f"”{line}”"


def near_question(names: list[str]) -> str:
    """ " Menade du …?" with the nearest name, or nothing."""
    return f" Menade du ”{names[0]}”?" if names else ""


def harmful_character(place: Place, code: int) -> Problem:
    """A character, written as an entity or an escape, that no document can hold."""
    return Problem(
        "skadligt-tecken",
        place,
        f"Texten innehåller ett osynligt tecken (U+{code:04X}) som inte kan stå i ett dokument.",
        "synliga tecken",
        "Ta bort tecknet eller koden som ger det, till exempel &#12; eller \\u000c.",
    )


def nested_too_deep(place: Place, deepest: int) -> Problem:
    """Lists, quotations or emphasis inside each other without end."""
    return Problem(
        "for-djupt",
        place,
        f"Fler än {deepest} delar ligger i varandra, så texten längst in går förlorad.",
        "",
        "Dela upp texten.",
    )


def too_many_cells(place: Place, written: int, columns: int) -> Problem:
    """A table row with more cells than the head: the last ones would vanish."""
    return Problem(
        "for-manga-celler",
        place,
        f"Raden har {written} celler, men tabellens huvud har {columns}.",
        f"{columns} celler",
        "Ta bort celler eller lägg till kolumner i tabellens första två rader. Ett | i en cell skrivs \\|.",
    )


def link_title(place: Place, title: str) -> Problem:
    """A link's title, which a printed page cannot show."""
    return Problem(
        "lank-med-titel",
        place,
        f"Länkens titel {shown(title)} kan inte skrivas ut.",
        "[text](adress)",
        "Ta bort titeln, eller skriv den i texten.",
    )


def bad_definition(place: Place, address: str, fault: str) -> Problem:
    """`[label]: word`: a link definition, which prints nothing, with an address that is none."""
    return Problem(
        "otillaten-lankdefinition",
        place,
        f"Raden läses som en länkdefinition och skrivs inte ut. Adressen {shown(address, 60)} kan inte användas: {fault}.",
        "[namn]: https://…",
        "Skriv hela adressen. Är raden vanlig text, skriv \\[ i stället för [.",
    )


def note_in_plain_text(place: Place, label: str) -> Problem:
    """A footnote mark in an alt text or a chart's labels."""
    return Problem(
        "fotnot-i-bildtext",
        place,
        f"Fotnoten [^{label}] står i en alternativtext, en beskrivning eller ett diagrams text. De kan inte ha fotnoter.",
        "fotnoter i rubriken eller i löpande text",
        "Flytta fotnoten till rubriken.",
    )


def image_in_text(place: Place) -> Problem:
    """An image among words."""
    return Problem("bild-i-text", place, "En bild kan inte stå inne i en text.", "", "Lägg bilden ensam i ett eget stycke.")


def html(place: Place, content: str) -> Problem:
    """HTML, which Word has no place for."""
    return Problem(
        "html",
        place,
        f"HTML kan inte användas i ett avsnitt: {shown(content)}.",
        "",
        "Ta bort HTML-koden och skriv texten i Markdown.",
    )


def rule(place: Place) -> Problem:
    """A thematic break."""
    return Problem(
        "streck",
        place,
        "Ett vågrätt streck finns inte i rapporten.",
        "",
        "Ta bort raden, eller skriv {% sidbrytning %} för ny sida.",
    )


def code_block(place: Place) -> Problem:
    """A fenced code block."""
    return Problem(
        "kodblock", place, "Kodblock finns inte i rapporten.", "", "Ta bort raderna med ``` och skriv texten som stycke."
    )


def not_understood(place: Place, kind: str) -> Problem:
    """A construct no writer knows."""
    return Problem(
        "okand-konstruktion", place, f"Konstruktionen ({kind}) stöds inte.", "", "Skriv texten som stycke eller lista."
    )


def unread_attributes(place: Place, written: str) -> Problem:
    """A key, class or language where none is read: the braces would be printed."""
    return Problem(
        "olast-klammer",
        place,
        f"Klammern {shown(written)} står där den inte läses och skulle skrivas ut.",
        "# Rubrik {#nyckel}, Tabell: Rubrik {#nyckel}, ![alt](fil){#nyckel} eller [text]{lang=en}",
        "Flytta klammern till slutet av rubriken eller bildraden, eller ta bort den.",
    )


def unknown_attribute(place: Place, names: str) -> Problem:
    """Attributes on a passage other than a language."""
    return Problem(
        "okant-attribut",
        place,
        f"Attributet {shown(names)} kan inte användas här.",
        "[text]{lang=en}",
        "Skriv språkets kod, till exempel {lang=en}, eller ta bort klammern.",
    )


def bad_link(place: Place, address: str, fault: str) -> Problem:
    """An address that may not be linked to."""
    return Problem(
        "otillaten-lank",
        place,
        f"Länken {shown(address, 60)} kan inte användas: {fault}.",
        "https://…, http://…, mailto:… eller #nyckel",
        "Skriv hela adressen med https:// först, eller #nyckel för en plats i rapporten.",
    )


def link_without_text(place: Place, address: str) -> Problem:
    """A link nobody can see."""
    return Problem(
        "lank-utan-text",
        place,
        f"Länken till {shown(address, 60)} har ingen text.",
        "[text](adress)",
        "Skriv vad länken leder till mellan [ och ].",
    )


def bad_key(place: Place, key: str) -> Problem:
    """A key with characters that keys cannot have."""
    return Problem(
        "felaktig-nyckel",
        place,
        f"Nyckeln {shown(key)} innehåller tecken som en nyckel inte kan ha.",
        "bokstäver, siffror, - och _",
        "Skriv till exempel {#antal-per-kommun}.",
    )


def unknown_class(place: Place, name: str, near: list[str]) -> Problem:
    """A class that is not one of ours."""
    return Problem(
        "okand-klass",
        place,
        f"Klassen .{name} finns inte.{near_question(near)}",
        ".onumrerad eller .bilaga",
        "Rätta eller ta bort klassen.",
    )


def heading_too_deep(place: Place, levels: int) -> Problem:
    """A heading of level five or six."""
    return Problem(
        "for-djup-rubrik", place, f"Rapporten har rubriker i högst {levels} nivåer.", "", "Använd färre # framför rubriken."
    )


def empty_heading(place: Place) -> Problem:
    """A heading without words."""
    return Problem("tom-rubrik", place, "Rubriken saknar text.", "", "Skriv en rubrik efter #, eller ta bort raden.")


def caption_without_table(place: Place) -> Problem:
    """A table heading line that no table follows."""
    return Problem(
        "tabellrubrik-utan-tabell",
        place,
        "Efter raden ”Tabell: …” följer ingen tabell.",
        "en tabell direkt efter",
        "Lägg tabellen direkt efter rubriken, med en tom rad emellan, eller ta bort raden.",
    )


def line_without_table(place: Place, word: str) -> Problem:
    """A source or note line that no table stands before."""
    return Problem(
        "rad-utan-tabell",
        place,
        f"Raden ”{word}: …” hör till en tabell, men ingen tabell står direkt före.",
        "",
        f"Flytta raden till direkt efter tabellen, eller skriv om meningen så att den inte börjar med ”{word}:”.",
    )


def note_not_a_paragraph(place: Place, label: str) -> Problem:
    """A footnote with lists, tables or several paragraphs."""
    return Problem(
        "fotnot-inte-stycke", place, f"Fotnoten [^{label}] ska vara ett enda stycke text.", "", "Skriv fotnoten som ett stycke."
    )


def note_in_note(place: Place, label: str) -> Problem:
    """A footnote that refers to a footnote."""
    return Problem(
        "fotnot-i-fotnot",
        place,
        f"Fotnoten [^{label}] innehåller själv en fotnot; det kan Word inte visa.",
        "",
        "Skriv in texten i fotnoten.",
    )


def duplicate_note(place: Place, label: str, first: Place) -> Problem:
    """Two definitions of one label."""
    return Problem(
        "dubbel-fotnot",
        place,
        f"Fotnoten [^{label}] finns redan på rad {first.line}.",
        "en definition per märke",
        "Ge den ena ett annat märke, både i texten och i definitionen.",
    )


def undefined_note(place: Place, label: str, near: list[str]) -> Problem:
    """A mark that leads to no footnote."""
    return Problem(
        "odefinierad-fotnot",
        place,
        f"Fotnoten [^{label}] finns inte.{near_question(near)}",
        f"[^{label}]: text",
        f"Skriv [^{near[0]}]."
        if near
        else f"Skriv raden [^{label}]: följd av fotnotens text (i en specifikation under [noter]).",
    )


def unused_note(place: Place, label: str) -> Problem:
    """A footnote nothing leads to: its text would be lost."""
    return Problem(
        "oanvand-fotnot",
        place,
        f"Fotnoten [^{label}] används inte, så dess text skulle försvinna.",
        f"[^{label}] i texten",
        f"Skriv [^{label}] där noten ska stå, eller ta bort fotnoten.",
    )
