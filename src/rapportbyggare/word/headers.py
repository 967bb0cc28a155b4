"""The page header: the title once, and the page's number by the pattern of the tokens."""

import re

from rapportbyggare.word.look import Look
from rapportbyggare.word.names import END
from rapportbyggare.word.namespaces import word_root
from rapportbyggare.word.ooxml import field, paragraph, paragraph_style, run, text_run
from rapportbyggare.word.roles import Role

STOPS = (4536, 9072)
PLACES = re.compile(r"(\{sida\}|\{antal\})")


def header_part(look: Look, title: str, width: int) -> str:
    """A header `width` twentieths of a point wide, with our paragraph alone."""
    return word_root("hdr", header_paragraph(look, title, width))


def header_paragraph(look: Look, title: str, width: int) -> str:
    """Title to the left, page number to the right."""
    cleared = "".join(f'<w:tab w:val="clear" w:pos="{stop}"/>' for stop in STOPS)
    tabs = f'<w:tabs>{cleared}<w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    content = text_run(title) + run("<w:tab/>") + page_number(look.style.page_number)
    return paragraph(f"{paragraph_style(look.ids[Role.HEADER])}{tabs}", content)


def page_number(pattern: str) -> str:
    """ "{sida}({antal})" with live fields; the count is the page of the last paragraph, so that the cover is not counted."""
    return "".join(number_part(part) for part in PLACES.split(pattern) if part)


def number_part(part: str) -> str:
    """A place as a field, other words as they are."""
    match part:
        case "{sida}":
            return field("PAGE", "1")
        case "{antal}":
            return field(f"PAGEREF {END}", "1")
        case _:
            return text_run(part)
