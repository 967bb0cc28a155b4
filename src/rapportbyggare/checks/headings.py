"""Headings: without full stop, not twice in one chapter, and with something under them.

Source: Svenska skrivregler, and WCAG 2.1, 2.4.6. Empty headings and skipped levels are told when the draft is bound.
Silent about "m.m.", about the same words in different chapters, and about a chapter that begins with a part of its own.
"""

from collections.abc import Iterable, Iterator

from rapportbyggare.checks import structure_messages as messages
from rapportbyggare.checks.subject import Line, PieceKind, Subject
from rapportbyggare.core.blocks import DocumentBlock, Heading, PageBreak
from rapportbyggare.core.place import Place
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.walk import all_blocks
from rapportbyggare.passages.passage import PrintedKind

SHORT_FORMS = ("m.m.", "m.fl.", "o.d.", "osv.", "etc.", "...")


def headings(subject: Subject) -> Iterable[Problem]:
    """The findings about headings."""
    yield from (finding for line in subject.lines for finding in _stops(line))
    if subject.document is not None:
        blocks = [block for section in subject.document.sections for block in all_blocks(section.blocks)]
        yield from _doubled(blocks)
        yield from _empty(blocks)


def _stops(line: Line) -> Iterator[Problem]:
    if line.kind is not PrintedKind.HEADING or line.part not in ("rubrik", "faktaruta") or not line.text.endswith("."):
        return
    last = line.pieces[-1]
    if last.kind is PieceKind.TYPED and not line.text.endswith(SHORT_FORMS):
        yield messages.full_stop(line.at(len(line.text) - 1, len(line.text)), line.text)


def _doubled(blocks: list[DocumentBlock]) -> Iterator[Problem]:
    path, seen = list[str](), dict[tuple[str, ...], Place]()
    for block in blocks:
        if isinstance(block, Heading):
            words = plain(block.content).strip()
            path = [*path[: block.level - 1], words.casefold()]
            first = seen.setdefault(tuple(path), block.place)
            if first != block.place and words:
                yield messages.doubled_heading(block.place, words, first)


def _empty(blocks: list[DocumentBlock]) -> Iterator[Problem]:
    """Headings that no text follows before the next on their level or above it."""
    after = [block for block in blocks if not isinstance(block, PageBreak)]
    for block, follower in zip(after, (*after[1:], None), strict=True):
        ends = follower is None or (
            isinstance(follower, Heading) and isinstance(block, Heading) and follower.level <= block.level
        )
        if isinstance(block, Heading) and ends:
            yield messages.empty_chapter(block.place, plain(block.content))
