"""What an author reads when a specification, the manifest or the style cannot be used as it stands."""

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.reading.messages import shown


def duplicate_name(place: Place, kind: str, name: str) -> Problem:
    """Two specifications of one name."""
    return Problem(
        "dubbelt-namn", place, f"Det finns redan en {kind} som heter ”{name}”.", "", f"Ge den ena {kind}en ett annat id."
    )


def unsayable_name(place: Place, kind: str, name: str, remedy: str) -> Problem:
    """A table or chart that `{% tabell … %}` or `{% diagram … %}` cannot name."""
    return Problem(
        "fel-namn",
        place,
        f"Namnet {shown(name)} kan inte skrivas i {{% {kind} … %}}.",
        "bokstäver, siffror, - och _",
        remedy,
    )


def braced_expression(place: Place, key: str, source: str) -> Problem:
    """`varde = "{{ … }}"`: an expression key with the braces that only texts have."""
    quote = "'" if '"' in source else '"'
    return Problem(
        "klamrar-i-uttryck",
        place,
        f"{key} är ett uttryck, inte en text: skriv uttrycket utan klamrar.",
        "ett uttryck utan {{ och }}",
        f"Skriv {quote}{source}{quote}.",
    )


def bad_paragraph(place: Place, written: str, digits: str) -> Problem:
    """A § that is not a number alone: the sign is written by the report."""
    return Problem(
        "fel-paragraf",
        place,
        f"paragraf = {shown(written)} är inte bara ett nummer. Tecknet § skrivs ut av sig självt.",
        'till exempel paragraf = "212"',
        f"Skriv bara siffror: {digits}." if digits else 'Skriv bara siffror, eller paragraf = "" så länge numret inte är känt.',
    )


def no_edition(place: Place) -> Problem:
    """A decided document that does not say which frozen edition was decided."""
    return Problem(
        "utgava-saknas",
        place,
        "Ett beslutat dokument byggs ur en fryst utgåva, den som nämnden fick, men ingen utgåva är angiven.",
        'utgava = "NAMN", namnet på en fryst utgåva med status till nämnden',
        'Sätt status = "till nämnden", kör rapportbyggare frys NAMN, och sätt sedan status = "beslutad" och utgava = "NAMN". '
        "Är utgåvan redan fryst räcker det sista; rapportbyggare frys --lista visar vad den heter.",
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
        f"Filnamnet {shown(name)} får bara innehålla a–z, 0–9 och bindestreck.",
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
    return Problem("fel-datum", place, f"{shown(text)} är inget datum.", "ÅÅÅÅ-MM-DD, till exempel 2025-10-14", "Rätta datumet.")


def empty_text(place: Place, key: str) -> Problem:
    """A fact of the report left empty."""
    return Problem("tom-text", place, f"{key} är tom.", "text", f"Skriv {key} mellan citattecknen.")


def other_language(place: Place, language: str) -> Problem:
    """A report in another language than Swedish."""
    return Problem(
        "annat-sprak",
        place,
        f"Språket {shown(language)} stöds inte; tal och datum skrivs på svenska.",
        "sv-SE",
        'Skriv sprak = "sv-SE".',
    )


def bad_colour(place: Place, name: str, text: str) -> Problem:
    """A colour that is none."""
    return Problem(
        "fel-farg",
        place,
        f"Färgen {name} = {shown(text)} är ingen färgkod.",
        "# och sex siffror 0–9, A–F",
        "Skriv till exempel #17365D.",
    )


def weak_contrast(place: Place, name: str, one: str, other: str, ratio: float, least: float) -> Problem:
    """A colour that some readers cannot see (WCAG 2.1, 1.4.3 and 1.4.11)."""
    found, wanted = (f"{number:.1f}".replace(".", ",") for number in (ratio, least))
    return Problem(
        "svag-kontrast",
        place,
        f"Färgen {name} ({one}) har kontrasten {found} mot {other}; den måste vara minst {wanted}.",
        f"kontrast minst {wanted}:1 (WCAG 2.1)",
        "Välj en mörkare färg.",
    )


def weak_surface(place: Place, name: str, surface: str, text: str, ratio: float, least: float) -> Problem:
    """A surface on which the text cannot be read (WCAG 2.1, 1.4.3)."""
    shown_ratio, wanted = (f"{number:.1f}".replace(".", ",") for number in (ratio, least))
    return Problem(
        "svag-kontrast",
        place,
        f"Texten ({text}) har kontrasten {shown_ratio} mot ytan {name} ({surface}); den måste vara minst {wanted}.",
        f"kontrast minst {wanted}:1 (WCAG 2.1)",
        f"Välj en ljusare färg för {name}, eller en mörkare för text.",
    )


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
