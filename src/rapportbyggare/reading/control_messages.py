"""What an author reads when braces or control lines, `{{ }}`, `{# #}` and `{% %}`, cannot be read as they stand."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.reading.messages import near_question, shown


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
        "{{ 'ord' if villkor else 'andra ord' }}, och ett påstående {{ 'ord' | galler(villkor) }}.",
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
        f"Styrordet {shown(word)} finns inte.{near_question([near] if near else [])}",
        "tabell, diagram, sidbrytning, faktaruta, liggande, if, for, pastaende eller format",
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
