"""Style tokens: every colour, size and mark of the document, named."""

from collections.abc import Mapping
from typing import NamedTuple


class Style(NamedTuple):
    """Tokens as read from `report/stil.toml`. Colours are "#RRGGBB", sizes points, lengths millimetres."""

    colours: Mapping[str, str]
    categories: tuple[str, ...]
    years: tuple[str, ...]
    body_font: str
    heading_font: str
    sizes: Mapping[str, float]
    line_spacing: float
    margins_mm: Mapping[str, float]
    thousands: str
    page_number: str
    source_lead: str
    table_lead: str
    figure_lead: str
    note_lead: str
    logo_file: str
    logo_width_mm: float
    logo_alt: str
