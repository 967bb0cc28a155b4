"""What an author reads when a section or a specification cannot be read as it stands."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem


def _shown(text: str, limit: int = 40) -> str:
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
        f"Länkens titel {_shown(title)} kan inte skrivas ut.",
        "[text](adress)",
        "Ta bort titeln, eller skriv den i texten.",
    )


def bad_definition(place: Place, address: str, fault: str) -> Problem:
    """`[label]: word`: a link definition, which prints nothing, with an address that is none."""
    return Problem(
        "otillaten-lankdefinition",
        place,
        f"Raden läses som en länkdefinition och skrivs inte ut. Adressen {_shown(address, 60)} kan inte användas: {fault}.",
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
        f"Upprepningen {_shown(argument)} går inte att läsa.",
        "{% for namn in lista %}",
        "Skriv till exempel {% for k in kommuner %}.",
    )


def too_deep(place: Place, deepest: int) -> Problem:
    """Blocks inside blocks without end."""
    return Problem("for-djupt", place, f"Fler än {deepest} block ligger i varandra.", "", "Avsluta något av dem tidigare.")


def unknown_control(place: Place, word: str, near: list[str]) -> Problem:
    """A control word that does not exist."""
    return Problem(
        "okand-styrrad",
        place,
        f"Styrordet {_shown(word)} finns inte.{_near(near)}",
        "tabell, diagram, sidbrytning, faktaruta, liggande, if, for eller format",
        f"Skriv {{% {near[0]} … %}}." if near else "Kör rapportbyggare uttryck för att se alla styrord.",
    )


def insert_without_name(place: Place, word: str) -> Problem:
    """`{% tabell %}` without one name."""
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
        f"HTML kan inte användas i ett avsnitt: {_shown(content)}.",
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
        f"Klammern {_shown(written)} står där den inte läses och skulle skrivas ut.",
        "# Rubrik {#nyckel}, Tabell: Rubrik {#nyckel}, ![alt](fil){#nyckel} eller [text]{lang=en}",
        "Flytta klammern till slutet av rubriken eller bildraden, eller ta bort den.",
    )


def unknown_attribute(place: Place, names: str) -> Problem:
    """Attributes on a passage other than a language."""
    return Problem(
        "okant-attribut",
        place,
        f"Attributet {_shown(names)} kan inte användas här.",
        "[text]{lang=en}",
        "Skriv språkets kod, till exempel {lang=en}, eller ta bort klammern.",
    )


def bad_link(place: Place, address: str, fault: str) -> Problem:
    """An address that may not be linked to."""
    return Problem(
        "otillaten-lank",
        place,
        f"Länken {_shown(address, 60)} kan inte användas: {fault}.",
        "https://…, http://…, mailto:… eller #nyckel",
        "Skriv hela adressen med https:// först, eller #nyckel för en plats i rapporten.",
    )


def link_without_text(place: Place, address: str) -> Problem:
    """A link nobody can see."""
    return Problem(
        "lank-utan-text",
        place,
        f"Länken till {_shown(address, 60)} har ingen text.",
        "[text](adress)",
        "Skriv vad länken leder till mellan [ och ].",
    )


def bad_key(place: Place, key: str) -> Problem:
    """A key with characters that keys cannot have."""
    return Problem(
        "felaktig-nyckel",
        place,
        f"Nyckeln {_shown(key)} innehåller tecken som en nyckel inte kan ha.",
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


def duplicate_name(place: Place, kind: str, name: str) -> Problem:
    """Two specifications of one name."""
    return Problem(
        "dubbelt-namn", place, f"Det finns redan en {kind} som heter ”{name}”.", "", f"Ge den ena {kind}en ett annat id."
    )


def row_without_cell(place: Place) -> Problem:
    """A row rule that says nothing of its cells."""
    return Problem(
        "rad-utan-cell",
        place,
        "Raden säger inte vad som ska stå i cellerna.",
        'cell = ["{{ … }}"] eller summa = true',
        "Lägg till cell eller summa.",
    )


def bad_widths(place: Place, count: int) -> Problem:
    """Column widths that do not fit."""
    return Problem(
        "fel-bredder",
        place,
        f"bredder ska vara {count} tal större än 0 som tillsammans blir 1.",
        "en andel för radrubriken och en för varje kolumn",
        "Rätta talen, eller ta bort raden så väljs bredderna efter innehållet.",
    )


def bad_height(place: Place, bounds: tuple[float, float]) -> Problem:
    """A chart too low or too high for a page."""
    return Problem(
        "fel-hojd", place, f"hojd_cm ska vara från {bounds[0]:.0f} till {bounds[1]:.0f}.", "till exempel 8.0", "Rätta höjden."
    )


def bad_file_name(place: Place, name: str) -> Problem:
    """A file name with other characters than a–z, 0–9 and hyphen."""
    return Problem(
        "fel-filnamn",
        place,
        f"Filnamnet {_shown(name)} får bara innehålla a–z, 0–9 och bindestreck.",
        "till exempel uppfoljningsrapport-2025",
        "Skriv namnet med små bokstäver utan å, ä, ö, mellanslag och filändelse.",
    )


def expression_in_manifest(place: Place, key: str) -> Problem:
    """An expression in a text of the manifest: only the title and the file name take the report year."""
    return Problem(
        "olast-uttryck",
        place,
        f"Uttryck läses inte i {key}, utom {{{{ ar }}}} i titel och filnamn.",
        "text utan {{ och }}",
        "Skriv ut ordet, eller använd {{ ar }} om det gäller rapportåret i titel eller filnamn.",
    )


def bad_year(place: Place) -> Problem:
    """A report year out of reach."""
    return Problem("fel-ar", place, "Rapportåret ska vara ett årtal med fyra siffror.", "till exempel 2025", "Rätta ar.")


def bad_date(place: Place, text: str) -> Problem:
    """A date that is none."""
    return Problem("fel-datum", place, f"{_shown(text)} är inget datum.", "ÅÅÅÅ-MM-DD, till exempel 2025-10-14", "Rätta datumet.")


def empty_text(place: Place, key: str) -> Problem:
    """A fact of the report left empty."""
    return Problem("tom-text", place, f"{key} är tom.", "text", f"Skriv {key} mellan citattecknen.")


def other_language(place: Place, language: str) -> Problem:
    """A report in another language than Swedish."""
    return Problem(
        "annat-sprak",
        place,
        f"Språket {_shown(language)} stöds inte; tal och datum skrivs på svenska.",
        "sv-SE",
        'Skriv sprak = "sv-SE".',
    )


def bad_colour(place: Place, name: str, text: str) -> Problem:
    """A colour that is none."""
    return Problem(
        "fel-farg",
        place,
        f"Färgen {name} = {_shown(text)} är ingen färgkod.",
        "# och sex siffror 0–9, A–F",
        "Skriv till exempel #17365D.",
    )


def weak_contrast(place: Place, name: str, one: str, other: str, ratio: float, least: float) -> Problem:
    """A colour that some readers cannot see (WCAG 2.1, 1.4.3 and 1.4.11)."""
    shown, wanted = (f"{number:.1f}".replace(".", ",") for number in (ratio, least))
    return Problem(
        "svag-kontrast",
        place,
        f"Färgen {name} ({one}) har kontrasten {shown} mot {other}; den måste vara minst {wanted}.",
        f"kontrast minst {wanted}:1 (WCAG 2.1)",
        "Välj en mörkare färg." if contrast_wants_darker(other) else "Välj en ljusare yta.",
    )


def contrast_wants_darker(other: str) -> bool:
    """Whether the remedy is a darker colour: the other one is white."""
    return other.upper() == "#FFFFFF"


def no_colours(place: Place, key: str) -> Problem:
    """An empty palette."""
    return Problem("inga-farger", place, f"{key} har ingen färg.", "minst en färgkod", 'Skriv till exempel ["#17365D"].')


def out_of_bounds(place: Place, name: str, bounds: tuple[float, float]) -> Problem:
    """A size or margin no page can have."""
    return Problem("utanfor-granser", place, f"{name} ska vara från {bounds[0]:.0f} till {bounds[1]:.0f}.", "", f"Rätta {name}.")


def bad_thousands(place: Place, names: list[str]) -> Problem:
    """A thousands mark that Swedish does not use."""
    return Problem(
        "fel-tusental",
        place,
        "tusental ska vara ett av de tecken svenskan har.",
        " eller ".join(names),
        f'Skriv tusental = "{names[0]}".',
    )


def bad_page_number(place: Place) -> Problem:
    """A page number pattern without the page."""
    return Problem(
        "fel-sidnummer",
        place,
        "sidnummer ska innehålla {sida} en gång och högst ett {antal}.",
        "{sida}({antal})",
        "Rätta mönstret.",
    )
