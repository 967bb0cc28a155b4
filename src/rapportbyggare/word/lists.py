"""Bulleted and numbered lists, as deep as Word's lists go."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from rapportbyggare.core.blocks import DocumentBlock, Heading, ListBlock, Paragraph, Picture
from rapportbyggare.word.figures import picture_pieces
from rapportbyggare.word.flow import Mark, Para, Piece
from rapportbyggare.word.numbering import DEEPEST, FACT_INSET, STEP
from rapportbyggare.word.roles import Role
from rapportbyggare.word.runs import runs
from rapportbyggare.word.scope import Scope

WriteBlock = Callable[[DocumentBlock], Iterator[Piece]]


class Lead(NamedTuple):
    """What an item begins with: the style of its first paragraph, and its list's number and level."""

    role: Role
    number: int
    depth: int

    @property
    def numbering(self) -> tuple[int, int]:
        """The place in the list, as a paragraph has it."""
        return self.number, self.depth


class Setting(NamedTuple):
    """What the items of a list share: its level, the style that overrides those of its paragraphs (in a fact box),

    and what writes the blocks that are no list or paragraph.
    """

    level: int
    role: Role | None
    others: WriteBlock


def list_pieces(scope: Scope, block: ListBlock[DocumentBlock], setting: Setting, outer: Lead | None = None) -> Iterator[Piece]:
    """A list. Its first item bears `outer`, the number of an item that begins with this list: Word shows one number a line.

    An item that has no paragraph to bear its number is counted all the same.
    """
    role = setting.role or (Role.LIST_NUMBER if block.ordered else Role.LIST_BULLET)
    depth = min(setting.level, DEEPEST)
    own = Lead(role, list_number(scope, block.ordered, block.start + (outer is not None)), depth)
    for position, item in enumerate(block.items):
        lead = outer if outer is not None and position == 0 else own
        pieces = list(item_pieces(scope, item, setting, lead))
        yield from pieces
        if lead is own and not borne(pieces, lead) and position + 1 < len(block.items):
            own = own._replace(number=list_number(scope, block.ordered, block.start + position + 1))


def item_pieces(scope: Scope, item: tuple[DocumentBlock, ...], setting: Setting, lead: Lead) -> Iterator[Piece]:
    """An item, its number on the first paragraph in it."""
    for position, child in enumerate(item):
        match child:
            case Paragraph(content) if position == 0:
                yield item_para(scope, lead, runs(scope, content))
            case Paragraph(content):
                more = setting.role or Role.LIST_CONTINUE
                indent = STEP * (min(setting.level, DEEPEST) + 1) + inset(more)
                yield Para(scope.look.ids[more], runs(scope, content), indent=indent)
            case ListBlock():
                inner = setting._replace(level=setting.level + 1)
                yield from list_pieces(scope, child, inner, lead if position == 0 else None)
            case Picture() if position == 0:
                room = replace(scope, width=scope.width - STEP * (lead.depth + 1))
                image, *caption = picture_pieces(room, child)
                yield item_para(scope, lead, image.content)._replace(keep_next=image.keep_next)
                yield from caption
            case Heading():
                yield from setting.others(child)
            case _ if position == 0:
                yield from led(setting.others(child), lead)
            case _:
                yield from setting.others(child)


def led(pieces: Iterable[Piece], lead: Lead) -> list[Piece]:
    """Pieces whose first paragraph bears an item's number, unless a table stands before it or it has a number already."""
    every = list(pieces)
    first = next((n for n, piece in enumerate(every) if not isinstance(piece, Mark)), None)
    para = None if first is None else every[first]
    if first is None or not isinstance(para, Para) or para.numbering is not None:
        return every
    indent = STEP * (lead.depth + 1)
    return [*every[:first], para._replace(numbering=lead.numbering, indent=indent, hanging=STEP), *every[first + 1 :]]


def borne(pieces: Iterable[Piece], lead: Lead) -> bool:
    """Whether a paragraph bears an item's number."""
    return any(isinstance(piece, Para) and piece.numbering == lead.numbering for piece in pieces)


def item_para(scope: Scope, lead: Lead, content: str) -> Para:
    """The first paragraph of an item; in a fact box it keeps within the frame, whose edge follows the first line."""
    if lead.role is not Role.FACT_LIST:
        return Para(scope.look.ids[lead.role], content, numbering=lead.numbering)
    left = STEP * (lead.depth + 1)
    return Para(scope.look.ids[lead.role], content, numbering=lead.numbering, indent=left + FACT_INSET, hanging=left)


def inset(role: Role) -> int:
    """How far in a paragraph of this role begins before any list."""
    return FACT_INSET if role is Role.FACT_LIST else 0


def list_number(scope: Scope, ordered: bool, start: int) -> int:
    """The list's number: all bulleted lists share one, each numbered list has its own and starts where it says."""
    if not ordered:
        return scope.look.numbering.bullets
    scope.record.list_starts.append(start)
    return scope.look.numbering.first_free + len(scope.record.list_starts) - 1
