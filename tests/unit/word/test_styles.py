"""Styles made from the tokens."""

from collections import Counter

import pytest
from lxml import etree

from rapportbyggare.core.style import Style
from rapportbyggare.word.roles import HEADINGS, Role
from rapportbyggare.word.settings import settings_part
from rapportbyggare.word.styles import styles_part
from tests.unit.word.sample import STYLE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def styles(style: Style = STYLE) -> dict[str, etree._Element]:
    root = etree.fromstring(styles_part(style, "sv-SE").encode())
    return {item.get(W + "styleId", ""): item for item in root.iter(W + "style")}


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + attribute)


def test_every_role_has_a_style_with_its_name_and_no_id_occurs_twice() -> None:
    root = etree.fromstring(styles_part(STYLE, "sv-SE").encode())
    counted = Counter(item.get(W + "styleId", "").lower() for item in root.iter(W + "style"))
    assert max(counted.values()) == 1
    assert {role.style_name for role in Role} <= {value(item, "name") for item in root.iter(W + "style")}


def test_what_a_style_builds_on_and_is_followed_by_exists() -> None:
    known = styles()
    leads = {value(item, name) for item in known.values() for name in ("basedOn", "next")}
    assert leads - {None} <= set(known)


def test_headings_are_numbered_by_their_styles_and_kept_with_what_follows() -> None:
    known = styles()
    for level, role in enumerate(HEADINGS):
        heading = known[role.style_id]
        assert value(heading, "pPr/numPr/numId") == "1"
        assert value(heading, "pPr/numPr/ilvl") == value(heading, "pPr/outlineLvl") == str(level)
        assert heading.find(f"{W}pPr/{W}keepNext") is not None


@pytest.mark.parametrize(
    ("style", "role", "path", "expected"),
    [
        (STYLE._replace(colours={"rubrik": "#112233"}), Role.HEADING1, "rPr/color", "112233"),
        (STYLE._replace(sizes={"rubrik2": 14.5}), Role.HEADING2, "rPr/sz", "29"),
        (STYLE._replace(colours={"lank": "#abcdef"}), Role.HYPERLINK, "rPr/color", "ABCDEF"),
        (STYLE._replace(sizes={"tabell": 8}), Role.TABLE_TEXT, "rPr/sz", "16"),
    ],
)
def test_tokens_reach_the_styles(style: Style, role: Role, path: str, expected: str) -> None:
    assert value(styles(style)[role.style_id], path) == expected


def test_typefaces_and_language_are_defaults_of_the_document() -> None:
    root = etree.fromstring(styles_part(STYLE._replace(body_font="Verdana & Co"), "sv-SE").encode())
    assert value(root, "docDefaults/rPrDefault/rPr/rFonts", "ascii") == "Verdana & Co"
    assert value(root, "docDefaults/rPrDefault/rPr/lang") == "sv-SE"


def test_settings_hyphenate_speak_swedish_and_ask_nothing() -> None:
    root = etree.fromstring(settings_part("sv-SE").encode())
    assert root.find(W + "autoHyphenation") is not None
    assert root.find(W + "updateFields") is None
    assert value(root, "themeFontLang") == "sv-SE"
    assert value(root, "compat/compatSetting") == "15"
