"""`report/stil.toml`: the style tokens; a colour without contrast is refused."""

from pathlib import Path

from rapportbyggare.core.colour import channels, contrast
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.style import Style
from rapportbyggare.reading import specification_messages as messages
from rapportbyggare.sources.text import read_text
from rapportbyggare.sources.toml import Fields, format_number, read_table

FILE = "report/stil.toml"
WHITE = "#FFFFFF"
TEXTS = ("text", "dampad", "rubrik", "accent", "lank")
GRAPHICS = ("linje",)
SURFACES = ("zebra", "summa")
SIZES = {
    "brodtext": 11.0,
    "titel": 28.0,
    "rubrik1": 16.0,
    "rubrik2": 13.0,
    "rubrik3": 11.5,
    "rubrik4": 11.0,
    "tabell": 9.5,
    "not": 9.0,
    "diagram": 9.0,
}
MARGINS = {"topp": 25.0, "botten": 25.0, "vanster": 25.0, "hoger": 25.0}
TEXT_CONTRAST, GRAPHIC_CONTRAST = 4.5, 3.0
THOUSANDS = {"hårt blanksteg": "\u00a0", "smalt hårt blanksteg": "\u202f"}


def read_style(project: Path) -> tuple[Style | None, tuple[Problem, ...]]:
    """The style, or None when the file cannot be read at all."""
    source, faults = read_text(project, FILE)
    problems = list(faults)
    if faults:
        return None, tuple(problems)
    fields = read_table(source, FILE, problems)
    format_number(fields)
    style = _style(fields, problems)
    fields.done()
    return style, tuple(problems)


def _style(fields: Fields, problems: list[Problem]) -> Style:
    colours, marks = fields.table("farger", required=True), fields.table("tecken")
    fonts, leads, logo = fields.table("typsnitt"), fields.table("rubriker"), fields.table("logotyp")
    chart = fields.table("diagramfarger", required=True)
    return Style(
        colours=_colours(colours, problems),
        categories=_palette(chart, "kategorier", problems),
        years=_palette(chart, "ar", problems),
        body_font=fonts.text("brodtext", "Calibri"),
        heading_font=fonts.text("rubrik", "Calibri"),
        sizes=_numbers(fields.table("storlekar"), SIZES, (6.0, 60.0), problems),
        line_spacing=fonts.number("radavstand", 1.15),
        margins_mm=_numbers(fields.table("marginaler"), MARGINS, (10.0, 60.0), problems),
        thousands=_thousands(marks, problems),
        page_number=_page_number(marks, problems),
        source_lead=leads.text("kalla", "Källa:"),
        table_lead=leads.text("tabell", "Tabell"),
        figure_lead=leads.text("figur", "Figur"),
        note_lead=leads.text("anmarkning", "Anm."),
        logo_file=logo.text("fil", ""),
        logo_width_mm=logo.number("bredd_mm", 30.0),
        logo_alt=logo.text("alt", ""),
    )


def _colours(fields: Fields, problems: list[Problem]) -> dict[str, str]:
    found = {name: _colour(fields, name, problems) for name in (*TEXTS, *GRAPHICS, *SURFACES)}
    for name in TEXTS:
        _contrast(fields, name, found[name], WHITE, TEXT_CONTRAST, problems)
    for name in GRAPHICS:
        _contrast(fields, name, found[name], WHITE, GRAPHIC_CONTRAST, problems)
    for name in SURFACES:
        _surface(fields, name, found["text"], found[name], problems)
    return found


def _colour(fields: Fields, name: str, problems: list[Problem]) -> str:
    text = fields.text(name)
    if text and not _is_colour(text):
        problems.append(messages.bad_colour(fields.value_place(name), name, text))
    return text.upper() if _is_colour(text) else "#000000"


def _is_colour(text: str) -> bool:
    try:
        channels(text)
        return True
    except ValueError:
        return False


def _contrast(fields: Fields, name: str, one: str, other: str, least: float, problems: list[Problem]) -> None:
    ratio = contrast(one, other)
    if name in fields and ratio < least and _is_colour(fields.text(name)):
        problems.append(messages.weak_contrast(fields.value_place(name), name, one, other, ratio, least))


def _surface(fields: Fields, name: str, text: str, surface: str, problems: list[Problem]) -> None:
    ratio = contrast(text, surface)
    if name in fields and ratio < TEXT_CONTRAST and _is_colour(fields.text(name)):
        problems.append(messages.weak_surface(fields.value_place(name), name, surface, text, ratio, TEXT_CONTRAST))


def _palette(fields: Fields, key: str, problems: list[Problem]) -> tuple[str, ...]:
    colours = fields.texts(key)
    for index, colour in enumerate(colours):
        place = fields.value_place(key, index)
        if not _is_colour(colour):
            problems.append(messages.bad_colour(place, key, colour))
        elif contrast(colour, WHITE) < GRAPHIC_CONTRAST:
            ratio = contrast(colour, WHITE)
            problems.append(messages.weak_contrast(place, f"{key} {index + 1}", colour, WHITE, ratio, GRAPHIC_CONTRAST))
    if key in fields and not colours:
        problems.append(messages.no_colours(fields.place(key), key))
    return tuple(colour.upper() for colour in colours if _is_colour(colour)) or ("#000000",)


def _numbers(
    fields: Fields, defaults: dict[str, float], bounds: tuple[float, float], problems: list[Problem]
) -> dict[str, float]:
    found = {name: fields.number(name, default) for name, default in defaults.items()}
    for name, number in found.items():
        if not bounds[0] <= number <= bounds[1]:
            problems.append(messages.out_of_bounds(fields.value_place(name), name, bounds))
    return found


def _thousands(fields: Fields, problems: list[Problem]) -> str:
    name = fields.text("tusental", "hårt blanksteg")
    if name not in THOUSANDS:
        problems.append(messages.bad_thousands(fields.value_place("tusental"), list(THOUSANDS)))
    return THOUSANDS.get(name, "\u00a0")


def _page_number(fields: Fields, problems: list[Problem]) -> str:
    pattern = fields.text("sidnummer", "{sida}({antal})")
    if pattern.count("{sida}") != 1 or pattern.count("{antal}") > 1:
        problems.append(messages.bad_page_number(fields.value_place("sidnummer")))
        return "{sida}({antal})"
    return pattern
