"""How a run looks beyond its paragraph."""

from functools import lru_cache
from typing import NamedTuple

from rapportbyggare.word.ooxml import run_style


class RunFormat(NamedTuple):
    """A run's own format: a style's id, weight, slant, language, and whether it is raised."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    language: str = ""
    raised: bool = False


PLAIN = RunFormat()


def properties(form: RunFormat) -> str:
    """The children of `w:rPr`, in schema order."""
    return "" if form is PLAIN else formatted(form)


@lru_cache(maxsize=256)
def styled(form: RunFormat, style: str) -> RunFormat:
    """A format with another style."""
    return form._replace(style=style)


@lru_cache(maxsize=256)
def formatted(form: RunFormat) -> str:
    """The children of `w:rPr`, kept: the same few formats return in every paragraph."""
    return "".join(
        (
            run_style(form.style) if form.style else "",
            "<w:b/>" if form.bold else "",
            "<w:i/>" if form.italic else "",
            '<w:vertAlign w:val="superscript"/>' if form.raised else "",
            f'<w:lang w:val="{form.language}"/>' if form.language else "",
        )
    )
