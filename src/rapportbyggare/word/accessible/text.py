"""Headings, spacing, lists, alignment: what the paragraphs of a Word file must be for everybody to read them.

Points 3, 5, 8, 10 and 14 of the list. Silent about paragraphs in tables where they may mean something else there.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from rapportbyggare.core.problem import Problem
from rapportbyggare.word.accessible import messages
from rapportbyggare.word.accessible.file import Inspected, Para, on, said, style_chain
from rapportbyggare.word.namespaces import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
HEADINGLIKE, RUNNING, LONG, SHORT_OF_SHOUT = 80, 100, 15, 12
TYPED_BULLET = re.compile(r"\s*(?:[•·▪◦*–-][ \t\u00a0]|(?:\d{1,2}|[a-z])[.)][ \t])")
TYPED_NUMBER = re.compile(r"\d{1,2}(?:\.\d+)*\.?\s|(?:Bilaga|Kapitel|Avsnitt)\s\d")
ENDING = (".", ":", ",", ";", "!", "?")
# Words that a tracked change takes away are there until it is accepted, and then the paragraph goes too.
SHOWN = ("drawing", "pict", "object", "footnoteReference", "sectPr", "fldChar", "instrText", "sdt", "delText")
SHOWING = tuple(_W + name for name in SHOWN)
SPACES = re.compile(r"(?<=\S)(?:[ \u00a0]{3,}|\t{2,}|[ \u00a0]\t|\t[ \u00a0])(?=\S)|(?<![.!?:]) {2}(?=\S)")
ASKEW = ("both", "center", "right", "end", "distribute")
SPARED = re.compile(r"(toc|innehåll|header|footer|sidhuvud|sidfot|title|titel|subtitle|underrubrik)", re.IGNORECASE)
SQUARED = re.compile(r"(?:\b[kcmd]?m|CO|H)$")


def heading_findings(file: Inspected) -> Iterator[Problem]:
    """Headings skipped, empty, numbered by hand; paragraphs that only look like headings; none at all."""
    heads = [para for para in file.paras if para.level]
    if not heads and sum(not para.in_table and bool(para.text.strip()) for para in file.paras) > LONG:
        yield messages.no_headings(file.place())
    for before, after in pairwise([para for para in heads if para.text.strip()]):
        if after.level > before.level + 1:
            yield messages.skipped_heading(file.place(after.where), after.text, after.level, before.level)
    for head in heads:
        if not head.text.strip() and not _shows(head):
            yield messages.empty_heading(file.place(head.where))
        elif TYPED_NUMBER.match(head.text):
            yield messages.typed_heading_number(file.place(head.where), head.text)
    for para, following in pairwise(file.paras):
        if _looks_like_heading(para, file) and following.text.strip() and not _bold(following):
            yield messages.fake_heading(file.place(para.where), para.text)


def _looks_like_heading(para: Para, file: Inspected) -> bool:
    text = para.text.strip()
    plain = not (para.level or para.in_table or _listed(para, file) or _spared(para, file))
    return plain and 0 < len(text) < HEADINGLIKE and not text.endswith(ENDING) and "\t" not in text and _bold(para)


def _bold(para: Para) -> bool:
    runs = [run for run in para.element.iter(_W + "r") if any((text.text or "").strip() for text in run.iter(_W + "t"))]
    return bool(runs) and all(on(run, "rPr/b") for run in runs)


def spacing_findings(file: Inspected) -> Iterator[Problem]:
    """Empty paragraphs, and rows of spaces or tabs, used for layout."""
    empties: list[Para] = []
    for para in file.paras:
        if not para.in_table and not para.text.strip() and not _shows(para):
            empties.append(para)
            continue
        yield from _empties(empties, file)
        empties = []
        if not _spared(para, file) and SPACES.search(para.text.strip()):
            yield messages.spaces_for_layout(file.place(para.where), para.text)


def _empties(empties: list[Para], file: Inspected) -> Iterator[Problem]:
    """One finding for a row of empty lines. A single one between two tables must be there."""
    if empties and not (len(empties) == 1 and _between_tables(empties[0])):
        yield messages.empty_paragraphs(file.place(empties[0].where), len(empties))


def _between_tables(para: Para) -> bool:
    before, after = para.element.getprevious(), para.element.getnext()
    return any(one is not None and one.tag == _W + "tbl" for one in (before, after))


def _shows(para: Para) -> bool:
    """Whether a paragraph without words has something else in it: a picture, a field, a page break, a section's end."""
    breaks = (one.get(_W + "type") in ("page", "column") for one in para.element.iter(_W + "br"))
    return next(para.element.iter(*SHOWING), None) is not None or any(breaks)


def list_findings(file: Inspected) -> Iterator[Problem]:
    """Bullets and numbers typed by hand. A single line with a number may be a date or a point of a law."""
    typed = [not para.level and bool(TYPED_BULLET.match(para.text)) and not _listed(para, file) for para in file.paras]
    for para, before, own, after in zip(file.paras, (False, *typed), typed, (*typed[1:], False), strict=False):
        if own and after and not before and not para.in_table:
            yield messages.typed_list(file.place(para.where), para.text)


def _listed(para: Para, file: Inspected) -> bool:
    found = (said(para.element, "pPr/numPr/numId"), *(said(style, "pPr/numPr/numId") for style in style_chain(file, para.style)))
    return next((number for number in found if number is not None), "0") != "0"


def _spared(para: Para, file: Inspected) -> bool:
    return any(SPARED.match(said(style, "name") or "") for style in style_chain(file, para.style))


def note_findings(file: Inspected) -> Iterator[Problem]:
    """Raised figures typed by hand instead of notes; the square of a unit is none."""
    for para in file.paras:
        before = ""
        for run in para.element.iter(_W + "r"):
            text = "".join(part.text or "" for part in run.iter(_W + "t"))
            raised = said(run, "rPr/vertAlign") == "superscript" and text.strip().isdigit()
            if raised and not SQUARED.search(before) and not _in_field(run):
                yield messages.typed_note(file.place(para.where), before[-20:] + text)
            before = text or before


def _in_field(run: "_Element") -> bool:
    """Whether a run stands inside a field that begins earlier in its paragraph (a note's number said again)."""
    depth = 0
    for one in run.itersiblings(_W + "r", preceding=True):
        kinds = [mark.get(_W + "fldCharType") for mark in one.iter(_W + "fldChar")]
        depth += kinds.count("begin") - kinds.count("end")
    return depth > 0


def look_findings(file: Inspected) -> Iterator[Problem]:
    """Running text that is centred or stretched (by a style: told once), or all in capitals."""
    told = set[str]()
    for para in file.paras:
        text = para.text.strip()
        if para.in_table or not text:
            continue
        style = para.style if said(para.element, "pPr/jc") is None else ""
        if len(text) > RUNNING and style not in told and _aligned(para, file) in ASKEW:
            yield messages.not_left_aligned(file.place(para.where), text)
            told |= {style} - {""}
        letters = sum(letter.isalpha() for letter in text)
        if letters > SHORT_OF_SHOUT and text == text.upper():
            yield messages.shouted(file.place(para.where), text)


def _aligned(para: Para, file: Inspected) -> str:
    found = (said(para.element, "pPr/jc"), *(said(style, "pPr/jc") for style in style_chain(file, para.style)))
    return next((one for one in found if one is not None), "left")
