"""A document's body as a flow of pieces, put together once all of it is known.

Page breaks and turns of the paper are marks in the flow: they become properties of the paragraphs beside them,
so that no empty paragraph is needed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from rapportbyggare.word.ooxml import number_properties, paragraph, paragraph_style, run

AFTER_TABLE = 160
BOOKMARK_END = "<w:bookmarkEnd "


class Para(NamedTuple):
    """A paragraph not yet written: the id of its style, its runs, and what is said of it directly.

    `numbering` is a list's number and level; lengths are in twentieths of a point, `hanging` that of the first line.
    """

    style: str
    content: str
    keep_next: bool = False
    page_break: bool = False
    numbering: tuple[int, int] | None = None
    indent: int | None = None
    hanging: int = 0
    before: int | None = None
    after: int | None = None
    section: str = ""


class Grid(NamedTuple):
    """A table, written: its beginning, its rows and its end, which together may be large."""

    markup: list[str]


class Mark(NamedTuple):
    """Markup between paragraphs that shows nothing (the edge of a bookmark)."""

    markup: str


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a new page."""


class Turn(NamedTuple):
    """What follows stands on turned (`landscape`) or upright paper."""

    landscape: bool


Piece = Para | Grid | Mark | NewPage | Turn
Written = Para | Grid | Mark


def para_xml(para: Para) -> str:
    """A paragraph as markup, the children of `w:pPr` in schema order."""
    properties = "".join(
        (
            paragraph_style(para.style),
            "<w:keepNext/>" if para.keep_next else "",
            "<w:pageBreakBefore/>" if para.page_break else "",
            number_properties(*para.numbering) if para.numbering else "",
            spacing(para),
            indentation(para),
            para.section,
        )
    )
    return paragraph(properties, para.content)


def spacing(para: Para) -> str:
    """Space said directly before or after a paragraph."""
    before = "" if para.before is None else f' w:before="{para.before}"'
    after = "" if para.after is None else f' w:after="{para.after}"'
    return f"<w:spacing{before}{after}/>" if before or after else ""


def indentation(para: Para) -> str:
    """An indent said directly."""
    hanging = f' w:hanging="{para.hanging}"' if para.hanging else ""
    return "" if para.indent is None else f'<w:ind w:left="{para.indent}"{hanging}/>'


def written(pieces: Iterable[Written]) -> list[str]:
    """Pieces as markup, one by one: together they may be large."""
    found: list[str] = []
    for piece in pieces:
        match piece:
            case Para():
                found.append(para_xml(piece))
            case Mark(markup):
                found.append(markup)
            case Grid(rows):
                found += rows
    return found


def aired(pieces: Iterable[Piece], after: int) -> list[Piece]:
    """Pieces with air below the last of them, if that is a paragraph."""
    every = list(pieces)
    if every and isinstance(every[-1], Para):
        every[-1] = every[-1]._replace(after=after)
    return every


def enclosed(pieces: Iterable[Piece], start: str, end: str) -> list[Piece]:
    """Pieces between two marks, which stand inside the first and last paragraph: there other programs keep them best."""
    every = list(pieces)
    if not start:
        return every
    first = every[0]
    every = [first._replace(content=start + first.content), *every[1:]] if isinstance(first, Para) else [Mark(start), *every]
    last = every[-1]
    return [*every[:-1], last._replace(content=last.content + end)] if isinstance(last, Para) else [*every, Mark(end)]


def paged(pieces: Iterable[Piece], carrier: str) -> list[Written | Turn]:
    """Page breaks made into properties of what follows; a table gets a paragraph (style `carrier`) to bear its break."""
    result: list[Written | Turn] = []
    pending = False
    for piece in pieces:
        match piece:
            case NewPage():
                pending = bool(result)
                continue
            case Turn():
                pending = False
            case Para() if pending:
                piece, pending = piece._replace(page_break=True), False
            case Grid() if pending:
                result.append(Para(carrier, run('<w:br w:type="page"/>')))
                pending = False
            case _:
                pass
        result.append(piece)
    return result


def parted(pieces: Iterable[Written | Turn]) -> list[tuple[bool, list[Written]]]:
    """The flow cut where the paper turns: (landscape, pieces), none of them empty."""
    parts: list[tuple[bool, list[Written]]] = [(False, [])]
    for piece in pieces:
        if not isinstance(piece, Turn):
            parts[-1][1].append(piece)
        elif parts[-1][1]:
            parts.append((piece.landscape, []))
        else:
            parts[-1] = (piece.landscape, [])
    return [part for part in parts if part[1]]


def ended(pieces: list[Written], section: str, carrier: str) -> list[Written]:
    """Pieces whose last paragraph ends a section; after a table a paragraph (style `carrier`) does.

    So too after bookmarks: in a paragraph that ends a section LibreOffice ends them one character early.
    """
    last = pieces[-1] if pieces else None
    if isinstance(last, Para) and BOOKMARK_END not in last.content:
        return [*pieces[:-1], last._replace(section=section)]
    return [*pieces, Para(carrier, "", section=section)]


def apart(pieces: Iterable[Written], carrier: str) -> list[Written]:
    """Pieces with air after each table that has no line below it, and a paragraph between two tables."""
    result: list[Written] = []
    after_table = False
    for piece in pieces:
        if after_table and isinstance(piece, Para) and piece.before is None:
            piece = piece._replace(before=AFTER_TABLE)
        if after_table and isinstance(piece, Grid):
            result.append(Para(carrier, ""))
        result.append(piece)
        after_table = isinstance(piece, Grid) or (after_table and isinstance(piece, Mark))
    return result
