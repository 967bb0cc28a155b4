"""The style tokens a Word document uses, with the neutral default of each."""

from rapportbyggare.core.style import Style

COLOURS = {
    "text": "#1A1A1A",
    "dampad": "#4D4D4D",
    "rubrik": "#17365D",
    "accent": "#1F5C7A",
    "lank": "#0B5394",
    "linje": "#767676",
    "zebra": "#F2F5F8",
    "summa": "#E3EAF1",
}
SIZES = {
    "brodtext": 11.0,
    "titel": 28.0,
    "rubrik1": 16.0,
    "rubrik2": 13.0,
    "rubrik3": 11.5,
    "rubrik4": 11.0,
    "tabell": 9.5,
    "not": 9.0,
}


def colour(style: Style, name: str) -> str:
    """A colour token as Word writes it ("17365D")."""
    return style.colours.get(name, COLOURS[name]).lstrip("#").upper()


def half_points(style: Style, name: str) -> int:
    """A size token in half points."""
    return round(style.sizes.get(name, SIZES[name]) * 2)


def points(style: Style, name: str) -> float:
    """A size token in points."""
    return style.sizes.get(name, SIZES[name])
