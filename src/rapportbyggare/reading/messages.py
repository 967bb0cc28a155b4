"""What an author reads when a section cannot be read as it stands."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def shown(text: str, limit: int = 40) -> str:
    """What the author wrote, quoted, on one line and not too long."""
    line = " ".join(text.split())
    return f"”{line[:limit]}…”" if len(line) > limit else f"”{line}”"


def _near(names: list[str]) -> str:
    return f" Menade du ”{names[0]}”?" if names else ""


def unclosed_expression(place: Place) -> Problem:
    """`{{` without `}}` on the same line."""
    return Problem(
        "ostangt-uttryck",
        place,
        "Uttrycket börjar med {{ men avslutas inte på samma rad.",
        "}} på samma rad",
        "Skriv }} där uttrycket slutar, till exempel {{ antal_kkb() }}.",
    )


def unclosed_before_next(place: Place, source: str) -> Problem:
    """`{{ a } till {{ b }}`: an expression that runs into the next one; `source` is what it seems to be."""
    meant = f", till exempel {{{{ {source} }}}}" if source else ""
    return Problem(
        "ostangt-uttryck",
        place,
        "Uttrycket börjar med {{ men avslutas inte: }} saknas före nästa {{ på raden.",
        "}} före nästa {{",
        f"Skriv }}}} där uttrycket slutar{meant}.",
    )


def too_many_expressions(place: Place) -> Problem:
    """More expressions in one file than can be told apart."""
    return Problem(
        "for-manga-uttryck", place, "Filen innehåller fler uttryck än bygget klarar.", "", "Dela filen i flera avsnitt."
    )


def stray_braces(place: Place) -> Problem:
    """`}}` without `{{`."""
    return Problem(
        "slut-utan-uttryck",
        place,
        "Här står }} utan att något uttryck har börjat på raden.",
        "{{ före }} på samma rad",
        "Skriv {{ där uttrycket börjar, eller ta bort }}.",
    )


def braces_in_control(place: Place) -> Problem:
    """`{% if {{ … }} %}`: a control line's expression stands without braces."""
    return Problem(
        "klamrar-i-styrrad",
        place,
        "Uttrycket i en styrrad skrivs utan {{ och }}.",
        "{% if finns(antal_kkb(ar)) %}",
        "Ta bort {{ och }} på raden.",
    )


def tight_remark(place: Place) -> Problem:
    """A comment without the space that makes it one: it would be printed."""
    return Problem(
        "kommentar-utan-mellanslag",
        place,
        "En kommentar behöver ett mellanslag efter {#, annars skrivs den ut.",
        "{# kommentar #}",
        "Skriv ett mellanslag efter {#.",
    )


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


def unclosed_remark(place: Place) -> Problem:
    """`{#` without `#}`."""
    return Problem(
        "ostangd-kommentar", place, "Kommentaren börjar med {# men avslutas inte.", "#}", "Skriv #} där kommentaren slutar."
    )


def misplaced_control(place: Place) -> Problem:
    """`{% … %}` that does not stand alone at the left margin."""
    return Problem(
        "felplacerad-styrrad",
        place,
        "En styrrad, {% … %}, måste stå ensam på sin rad, längst till vänster.",
        "bara {% … %} på raden",
        "Flytta styrraden till en egen rad utan indrag. Villkor mitt i en mening skrivs i stället "
        "{{ 'ord' if villkor else 'andra ord' }}.",
    )


def torn_control(place: Place, content: str, headless: bool) -> Problem:
    """`{% endif }` or `{ % if a %}`: a control line without its whole signs."""
    lost = "den börjar inte med {%" if headless else "det saknas ett %}"
    return Problem(
        "ostangd-styrrad",
        place,
        f"Styrraden är inte hel: {lost}.",
        "{% först och %} sist på raden",
        f"Skriv {{% {content} %}} ensamt på raden, längst till vänster.",
    )


def unended_control(place: Place) -> Problem:
    """`{%` without `%}` on the same line, with other words around."""
    return Problem(
        "ostangd-styrrad",
        place,
        "Styrraden är inte hel: det saknas ett %} på raden.",
        "{% först och %} sist på raden",
        "Skriv %} där styrraden slutar. Den ska stå ensam på sin rad, längst till vänster.",
    )


def unread_control(file: str, line: int) -> Problem:
    """A control line inside a construct that swallows it."""
    return Problem(
        "olast-styrrad",
        Place(file, line, 1),
        "Styrraden står inne i något som inte kan delas, till exempel ett kodblock eller HTML.",
        "",
        "Lägg styrraden utanför, med en tom rad före och efter.",
    )


def unread_expression(place: Place, source: str) -> Problem:
    """An expression where expressions are not read."""
    return Problem(
        "olast-uttryck",
        place,
        f"Uttrycket {{{{ {source} }}}} står där uttryck inte läses: i kod, HTML, en HTML-kommentar eller en adress.",
        "uttryck i löpande text, rubriker, listor, tabellceller, fotnoter, bildtexter och länktexter",
        "Flytta uttrycket till texten. Ska det inte skrivas ut, använd {# … #}.",
    )


def stray_end(place: Place, word: str) -> Problem:
    """An end without a beginning."""
    return Problem("slut-utan-borjan", place, f"{{% {word} %}} hör inte ihop med något som har börjat.", "", "Ta bort raden.")


def unclosed_block(place: Place, word: str, closer: str) -> Problem:
    """A block that runs to the end of the file."""
    return Problem(
        "oavslutat-block",
        place,
        f"{{% {word} … %}} avslutas inte i filen.",
        f"{{% {closer} %}}",
        f"Skriv {{% {closer} %}} på en egen rad där det ska sluta.",
    )


def wrong_end(place: Place, found: str, start: Place, closer: str) -> Problem:
    """A block ended by another block's end."""
    return Problem(
        "fel-slut",
        place,
        f"{{% {found} %}} står där det som började på rad {start.line} borde avslutas.",
        f"{{% {closer} %}}",
        f"Skriv {{% {closer} %}} före den här raden.",
    )


def after_else(place: Place) -> Problem:
    """A second else, or an elif after else."""
    return Problem("efter-else", place, "Efter {% else %} kan bara {% endif %} följa.", "{% endif %}", "Ta bort den här grenen.")


def bad_loop(place: Place, argument: str) -> Problem:
    """A for that is not `name in list`."""
    return Problem(
        "olaslig-slinga",
        place,
        f"Upprepningen {shown(argument)} går inte att läsa.",
        "{% for namn in lista %}",
        "Skriv till exempel {% for k in kommuner %}.",
    )


def too_deep(place: Place, deepest: int) -> Problem:
    """Blocks inside blocks without end."""
    return Problem("for-djupt", place, f"Fler än {deepest} block ligger i varandra.", "", "Avsluta något av dem tidigare.")


def unknown_control(place: Place, word: str, near: str, rest: str) -> Problem:
    """A control word that does not exist; `near` is the one that was meant and `rest` what follows it."""
    return Problem(
        "okand-styrrad",
        place,
        f"Styrordet {shown(word)} finns inte.{_near([near] if near else [])}",
        "tabell, diagram, sidbrytning, faktaruta, liggande, if, for eller format",
        f"Skriv {{% {f'{near} {rest}'.strip()} %}}." if near else "Kör rapportbyggare uttryck för att se alla styrord.",
    )


def insert_with_bad_name(place: Place, word: str, name: str, better: str) -> Problem:
    """`{% tabell två ord %}`: a name that no table or chart can have."""
    return Problem(
        "namn-saknas",
        place,
        f"{shown(name)} kan inte vara ett namn i {{% {word} %}}.",
        "bokstäver, siffror, - och _",
        f"Skriv {'tabellens' if word == 'tabell' else 'diagrammets'} namn utan mellanslag och andra tecken"
        f"{f', till exempel {{% {word} {better} %}}' if better else ''}.",
    )


def insert_without_name(place: Place, word: str) -> Problem:
    """`{% tabell %}` without a name."""
    return Problem(
        "namn-saknas", place, f"{{% {word} %}} behöver ett namn.", f"{{% {word} namn %}}", f"Skriv namnet efter {word}."
    )


def newer_format(place: Place, number: str, newest: int) -> Problem:
    """A section written for a newer version."""
    return Problem(
        "nyare-format",
        place,
        f"Avsnittet är skrivet i format {number or '(tomt)'}, men den här versionen läser till och med {newest}.",
        f"{{% format {newest} %}}",
        "Uppdatera rapportbyggare, eller be den som skrev filen om en version i äldre format.",
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
        f"Klassen .{name} finns inte.{_near(near)}",
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
        f"Fotnoten [^{label}] finns inte.{_near(near)}",
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
