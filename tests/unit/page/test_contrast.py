"""The colours of the page, light and dark, by WCAG 2.1."""

import re

import pytest

from rapportbyggare.core.colour import contrast
from rapportbyggare.page.review import asset

ROOTS = re.compile(r":root \{([^}]*)\}")
TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")
SHEETS = [dict(TOKEN.findall(root)) for root in ROOTS.findall(asset("document.css"))]
LIGHT, DARK, PRINT = SHEETS[0], SHEETS[1], SHEETS[0] | SHEETS[2]
SURFACES = ("bakgrund", "yta", "summa", "nytt-yta", "gammalt-yta")
TEXTS = (
    *(("text", surface) for surface in SURFACES),
    *(("dampad", surface) for surface in ("bakgrund", "yta", "summa")),
    *(("rubrik", surface) for surface in ("bakgrund", "yta", "summa", "nytt-yta", "gammalt-yta")),
    *(("lank", surface) for surface in SURFACES),
    *(("nytt", surface) for surface in ("nytt-yta", "bakgrund", "summa")),
    *(("gammalt", surface) for surface in ("gammalt-yta", "bakgrund", "summa")),
)
LINES = (*(("linje", surface) for surface in ("bakgrund", "yta")), *(("markering", surface) for surface in SURFACES))


@pytest.mark.parametrize("sheet", [LIGHT, DARK, PRINT], ids=["ljust", "mörkt", "tryckt"])
@pytest.mark.parametrize(("ink", "surface"), TEXTS)
def test_text_can_be_read(sheet: dict[str, str], ink: str, surface: str) -> None:
    assert contrast(sheet[ink], sheet[surface]) >= 4.5


@pytest.mark.parametrize("sheet", [LIGHT, DARK, PRINT], ids=["ljust", "mörkt", "tryckt"])
@pytest.mark.parametrize(("line", "surface"), LINES)
def test_lines_and_focus_can_be_seen(sheet: dict[str, str], line: str, surface: str) -> None:
    assert contrast(sheet[line], sheet[surface]) >= 3


def test_every_colour_of_the_page_is_a_token() -> None:
    rules = "".join(ROOTS.sub("", asset(name)) for name in ("document.css", "review.css"))
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?!-)", re.sub(r"#[a-z]+\b", "", rules)) == []
    used = set(re.findall(r"var\(--([\w-]+)\)", rules)) - set(re.findall(r"--([\w-]+):", rules))
    assert used == set(LIGHT) and set(LIGHT) == set(DARK)
