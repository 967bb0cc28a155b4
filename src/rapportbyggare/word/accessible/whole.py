"""What a Word file says of itself as a whole: title, language, contents, page numbers, name, contrast.

Points 1, 2, 9, 11 and 12 of the list. Colours are judged only where both the text's and the ground's are said outright:
a table style's own shading is not followed.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from rapportbyggare.core.colour import contrast
from rapportbyggare.core.problem import Problem
from rapportbyggare.word.accessible import whole_messages as messages
from rapportbyggare.word.accessible.file import Inspected, Para, is_default, on, said, style_chain
from rapportbyggare.word.namespaces import W
from rapportbyggare.word.template.package import root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
DC = "{http://purl.org/dc/elements/1.1/}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
PROPERTIES = {DC + "title": "titel", DC + "subject": "ämne", DC + "creator": "författare", CP + "keywords": "nyckelord"}
FIVE_PAGES, TWO_PAGES = 12_000, 5_000
PLAIN_NAME = re.compile(r"[a-z0-9-]+")
SWEDISH = re.compile(r"sv(-|$)", re.IGNORECASE)
TITLE = re.compile(r"(title|rubrik|titel)", re.IGNORECASE)
HEX = re.compile(r"[0-9A-Fa-f]{6}")
WHITE, LEAST, LEAST_LARGE = "FFFFFF", 4.5, 3.0
LARGE, LARGE_BOLD = 36, 28


def property_findings(file: Inspected) -> Iterator[Problem]:
    """Properties not filled in, and a title that is not the printed one."""
    root = root_of(file.package.entries.get("docProps/core.xml", b"<none/>"))
    given = {} if root is None else {str(item.tag): (item.text or "").strip() for item in root.iterchildren("*")}
    if lacking := [name for key, name in PROPERTIES.items() if not given.get(key)]:
        yield messages.properties_lacking(file.place(), ", ".join(lacking))
    printed = next((para.text.strip() for para in file.paras if _is_title(para, file)), "")
    title = given.get(DC + "title", "")
    if title and printed and " ".join(title.split()) != " ".join(printed.split()):
        yield messages.other_title(file.place(), title, printed)


def _is_title(para: Para, file: Inspected) -> bool:
    style = file.styles.get(para.style)
    return bool(para.text.strip()) and style is not None and TITLE.fullmatch(said(style, "name") or "") is not None


def language_findings(file: Inspected) -> Iterator[Problem]:
    """A file whose language is not said, or not Swedish."""
    normal = next((one for one in file.styles.values() if is_default(one)), None)
    language = said(normal, "rPr/lang") or said(file.defaults, "lang") or ""
    if not language:
        if not all(_spoken(para) for para in file.paras):
            yield messages.language_lacking(file.place())
    elif not SWEDISH.match(language) and not all(_spoken(para) for para in file.paras):
        yield messages.other_language(file.place(), language)


def _spoken(para: Para) -> bool:
    """Whether every run of a paragraph itself says that it is Swedish."""
    runs = [run for run in para.element.iter(_W + "r") if run.find(_W + "t") is not None]
    return all(SWEDISH.match(said(run, "rPr/lang") or "") for run in runs)


def navigation_findings(file: Inspected) -> Iterator[Problem]:
    """A long document without contents list, one of several pages without page numbers."""
    length = sum(len(para.text) for para in file.paras)
    codes = [code.split() for root in (file.body, *file.margins.values()) for code in _codes(root)]
    if length > FIVE_PAGES and not any(code[:1] == ["TOC"] for code in codes):
        yield messages.no_contents(file.place())
    if length > TWO_PAGES and not any(code[:1] == ["PAGE"] for code in codes):
        yield messages.no_page_numbers(file.place())


def _codes(root: "_Element") -> Iterator[str]:
    yield from (item.text or "" for item in root.iter(_W + "instrText"))
    yield from (item.get(_W + "instr", "") for item in root.iter(_W + "fldSimple"))


def name_findings(file: Inspected) -> Iterator[Problem]:
    """A file name that is awkward in an address."""
    name = PurePosixPath(file.name)
    if not PLAIN_NAME.fullmatch(name.stem):
        yield messages.odd_file_name(file.place(), name.name)


def contrast_findings(file: Inspected) -> Iterator[Problem]:
    """Text that is hard to see, once for each pair of colours, in large letters and in small."""
    seen = set[tuple[str, str, float]]()
    for para in file.paras:
        for run in para.element.iter(_W + "r"):
            text = "".join(part.text or "" for part in run.iter(_W + "t"))
            pair = _colours(run, para, file) if text.strip() else None
            if pair is None:
                continue
            least = LEAST_LARGE if _large(run, para, file) else LEAST
            if (*pair, least) not in seen and (ratio := contrast(f"#{pair[0]}", f"#{pair[1]}")) < least:
                yield messages.low_contrast(file.place(para.where), text, ratio, least)
            seen.add((*pair, least))


def _colours(run: "_Element", para: Para, file: Inspected) -> tuple[str, str] | None:
    """The colours of a run and of its ground, None where one of them is not said outright."""
    styles = list(_styles(run, para, file))
    colour = next((found for one in (run, *styles) if (found := said(one, "rPr/color")) is not None), "auto")
    grounds = [_fill(run.find(f"{_W}rPr/{_W}shd")), _fill(para.element.find(f"{_W}pPr/{_W}shd"))]
    grounds += [_fill(style.find(f"{_W}pPr/{_W}shd")) for style in styles]
    if para.in_table:
        cell = next(para.element.iterancestors(_W + "tc"))
        grounds.append(_fill(cell.find(f"{_W}tcPr/{_W}shd")))
    ground = next((one for one in grounds if one), "" if para.in_table else WHITE)
    return (colour.upper(), ground.upper()) if HEX.fullmatch(colour) and HEX.fullmatch(ground) else None


def _fill(shading: "_Element | None") -> str:
    fill = "" if shading is None else shading.get(_W + "fill", "")
    return fill if HEX.fullmatch(fill) else ""


def _styles(run: "_Element", para: Para, file: Inspected) -> "Iterator[_Element]":
    """What a run takes its look from beyond itself, the nearest first."""
    yield from style_chain(file, said(run, "rPr/rStyle") or "")
    yield from style_chain(file, para.style)


def _large(run: "_Element", para: Para, file: Inspected) -> bool:
    chain = (run, *_styles(run, para, file))
    size = next((found for one in chain if (found := said(one, "rPr/sz"))), said(file.defaults, "sz") or "22")
    bold = on(next((one for one in chain if said(one, "rPr/b") is not None), None), "rPr/b")
    return size.isdecimal() and int(size) >= (LARGE_BOLD if bold else LARGE)
