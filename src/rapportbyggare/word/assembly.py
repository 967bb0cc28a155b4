"""The main document put together: cover, contents list, sections, and where each part of it ends."""

from collections.abc import Iterable, Iterator

from rapportbyggare.core.document import Document
from rapportbyggare.word.body import body_pieces
from rapportbyggare.word.contents import contents_paras
from rapportbyggare.word.cover import cover_paras
from rapportbyggare.word.dress import Heads
from rapportbyggare.word.flow import BOOKMARK_END, Para, Piece, Written, apart, ended, paged, parted, written
from rapportbyggare.word.geometry import section, turned
from rapportbyggare.word.names import END
from rapportbyggare.word.ooxml import bookmarked
from rapportbyggare.word.roles import Role
from rapportbyggare.word.scope import Scope

RUN_END = "</w:r>"


def document_content(scope: Scope, document: Document, heads: Heads) -> list[str]:
    """`w:body` with everything in it, piece by piece."""
    carrier = scope.look.ids[Role.CARRIER]
    cover = ended(list(cover_paras(scope, document)), section(scope.look.page, start=0), carrier)
    body = [piece for part in document.sections for piece in body_pieces(scope, part.blocks)]
    parts = parted(paged([*contents_paras(scope), *opened(body, scope)], carrier))
    groups = [(turned_over, apart(pieces, carrier)) for turned_over, pieces in parts] or [(False, [])]
    return ["<w:body>", *written(cover), *sections_xml(scope, groups, heads), "</w:body>"]


def opened(body: list[Piece], scope: Scope) -> Iterable[Piece]:
    """The body, on a new page when a contents list stands before it."""
    if scope.record.headings and body and isinstance(body[0], Para):
        return [body[0]._replace(page_break=True, before=0), *body[1:]]
    return body


def sections_xml(scope: Scope, groups: list[tuple[bool, list[Written]]], heads: Heads) -> Iterator[str]:
    """Each group in a section of its own; the last one's properties close the body."""
    carrier = scope.look.ids[Role.CARRIER]
    *before, (last_turned, last) = groups
    for turned_over, pieces in before:
        yield from written(ended(pieces, section_of(scope, turned_over, heads), carrier))
    yield from written(finished(scope, last))
    yield section_of(scope, last_turned, heads)


def section_of(scope: Scope, turned_over: bool, heads: Heads) -> str:
    """A section's properties, upright or turned, with its header."""
    page = turned(scope.look.page) if turned_over else scope.look.page
    return section(page, heads.turned if turned_over else heads.upright)


def finished(scope: Scope, pieces: list[Written]) -> list[Written]:
    """Pieces whose last paragraph bears the bookmark that the page count leads to; after a table a paragraph is added."""
    number = next(scope.record.bookmark_numbers)
    last = pieces[-1] if pieces else None
    if isinstance(last, Para):
        return [*pieces[:-1], last._replace(content=end_marked(number, last.content))]
    return [*pieces, Para(scope.look.ids[Role.CARRIER], bookmarked(number, END, ""))]


def end_marked(number: int, content: str) -> str:
    """A paragraph's content with the end bookmark last in it, or round it all.

    An empty bookmark where another one ends is lost in LibreOffice, and the page count with it.
    """
    shared = BOOKMARK_END in content[content.rfind(RUN_END) :]
    return bookmarked(number, END, content) if shared else content + bookmarked(number, END, "")
