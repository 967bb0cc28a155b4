"""Bulleted and numbered lists, as deep as Word's lists go."""

from collections.abc import Callable, Iterator

from rapportbyggare.core.blocks import DocumentBlock, ListBlock, Paragraph
from rapportbyggare.word.flow import Para, Piece
from rapportbyggare.word.numbering import DEEPEST, FACT_INSET, STEP
from rapportbyggare.word.roles import Role
from rapportbyggare.word.runs import runs
from rapportbyggare.word.scope import Scope

WriteBlock = Callable[[DocumentBlock], Iterator[Piece]]


def list_pieces(
    scope: Scope, block: ListBlock[DocumentBlock], level: int, role: Role | None, others: WriteBlock
) -> Iterator[Piece]:
    """A list; `role` overrides the style of its paragraphs (in a fact box), `others` writes what is no list or paragraph."""
    number = list_number(scope, block)
    depth = min(level, DEEPEST)
    own = role or (Role.LIST_NUMBER if block.ordered else Role.LIST_BULLET)
    for item in block.items:
        for position, child in enumerate(item):
            match child:
                case Paragraph(content) if position == 0:
                    yield item_para(scope, own, runs(scope, content), (number, depth))
                case Paragraph(content):
                    more = role or Role.LIST_CONTINUE
                    yield Para(scope.look.ids[more], runs(scope, content), indent=STEP * (depth + 1) + inset(more))
                case ListBlock():
                    yield from list_pieces(scope, child, level + 1, role, others)
                case _:
                    yield from others(child)


def item_para(scope: Scope, role: Role, content: str, numbering: tuple[int, int]) -> Para:
    """The first paragraph of an item; in a fact box it keeps within the frame, whose edge follows the first line."""
    if role is not Role.FACT_LIST:
        return Para(scope.look.ids[role], content, numbering=numbering)
    left = STEP * (numbering[1] + 1)
    return Para(scope.look.ids[role], content, numbering=numbering, indent=left + FACT_INSET, hanging=left)


def inset(role: Role) -> int:
    """How far in a paragraph of this role begins before any list."""
    return FACT_INSET if role is Role.FACT_LIST else 0


def list_number(scope: Scope, block: ListBlock[DocumentBlock]) -> int:
    """The list's number: all bulleted lists share one, each numbered list has its own and starts where it says."""
    if not block.ordered:
        return scope.look.numbering.bullets
    scope.record.list_starts.append(block.start)
    return scope.look.numbering.first_free + len(scope.record.list_starts) - 1
