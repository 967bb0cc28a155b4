"""What a package says, in a form in which two that read the same are equal: no ids, runs joined, notes where they are marked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.names import END
from rapportbyggare.word.redline.editions import MAIN, NOTES
from rapportbyggare.word.redline.form_names import Names, names_of
from rapportbyggare.word.redline.form_runs import Reading, inlines
from rapportbyggare.word.redline.heads import head_names
from rapportbyggare.word.redline.lists import NUMBERING
from rapportbyggare.word.redline.markup import markup, tostring
from rapportbyggare.word.revisions.names import drop
from rapportbyggare.word.template.package import Package, Source, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

PARAGRAPH, TABLE, ROW, CELL, PROPERTIES = w("p"), w("tbl"), w("tr"), w("tc"), w("pPr")
START, STOP, ID, NAME, TEXT = w("bookmarkStart"), w("bookmarkEnd"), w("id"), w("name"), w("t")
EDGES = frozenset({START, STOP})
REFERENCE = "Reference"
# What means something by what it leads to.
BOUND = ("w:numId", "r:id=", "r:embed=", "r:link=", "w:footnoteReference", "w:bookmark", "w:instrText", "w:hyperlink")


@dataclass(frozen=True, slots=True)
class Form:
    """A package's blocks in order, each as one text, what each header and footer says, and what cannot be tracked.

    That is what each bookmark holds, by name, and which headers the last section has.
    """

    blocks: tuple[str, ...]
    heads: dict[str, str]
    bookmarks: dict[str, str]
    last_heads: str


def form_of(package: Package, trees: "Mapping[str, _Element]", spelled: dict[str, str]) -> Form:
    """The form of a package whose running text is in these trees, without tracked changes; they are not kept as they are.

    `spelled` remembers what paragraphs and rows that lead nowhere become.
    """
    root, notes = trees[MAIN], trees[NOTES]
    numbering = root_of(package.entries[NUMBERING]) if NUMBERING in package.entries else None
    names = names_of(root, notes, numbering)
    words, end = dict((*bookmarks(root), *bookmarks(notes))), ending(root)
    without_anchors(root, names)
    bodies = {note.get(w("id"), ""): note for note in notes.iter(w("footnote"))}
    note_reading = Reading(names, targets(package, NOTES), {}, spelled)
    texts = {ident: note_text(note, note_reading) for ident, note in bodies.items()}
    reading = Reading(names, targets(package, MAIN), texts, spelled)
    last = "".join([reading.resolved(markup(part)) for part in root[0][-1] if part.tag.endswith(REFERENCE)])
    return Form((*blocks(root[0], reading), end), dict(heads(package, trees, names)), words, last)


def without_anchors(root: "_Element", names: Names) -> None:
    """Bookmarks that nothing leads to go: with their numbers, equal rows would not be written equally."""
    idents = {mark.get(ID) for mark in root.iter(START) if mark.get(NAME, "") not in names.bookmarks}
    for mark in [mark for mark in root.iter(START, STOP) if mark.get(ID) in idents]:
        drop(mark)


def heads(package: Package, trees: "Mapping[str, _Element]", names: Names) -> Iterator[tuple[str, str]]:
    """Headers and footers by the names of their parts."""
    for name in head_names(package):
        yield name, "".join(blocks(trees[name], Reading(names, targets(package, name), {}, {})))


def ending(root: "_Element") -> str:
    """Whether the bookmark that the count of pages leads to stands in the last paragraph."""
    last = [child for child in root[0] if child.tag == PARAGRAPH][-1:]
    names = [mark.get(NAME) for paragraph in last for mark in paragraph.iter(START)]
    return f"slut {names.count(END)}"


def note_text(note: "_Element", reading: Reading) -> str:
    """A note's paragraphs as one text."""
    return "".join(blocks(note, reading))


def targets(package: Package, part: str) -> dict[str, str]:
    """What each relationship of a part leads to: an address, the digest of a picture, the name of another part."""
    return {ident: target(package, source) for ident, source in package.relations(part).items()}


def target(package: Package, source: Source) -> str:
    """What a relationship leads to."""
    if source.kind == "image" and not source.external:
        return sha256(package.entries.get(source.target, b"")).hexdigest()
    return source.target


def blocks(parent: "_Element", reading: Reading) -> Iterator[str]:
    """Paragraphs, tables and the last section's properties, each as one text.

    Which header the last section has cannot be tracked: it is the new edition's.
    """
    for child in parent:
        if child.tag == PARAGRAPH:
            yield remembered(child, reading, paragraph)
        elif child.tag == TABLE:
            yield f"<tabell>{''.join(rows(child, reading))}</tabell>"
        elif child.tag not in EDGES:
            yield f"<{child.tag}>{''.join([markup(part) for part in child if not part.tag.endswith(REFERENCE)])}"


def rows(table: "_Element", reading: Reading) -> Iterator[str]:
    """A table's properties and rows."""
    for child in table:
        if child.tag == ROW:
            yield remembered(child, reading, row)
        elif child.tag not in EDGES:
            yield markup(child)


def remembered(element: "_Element", reading: Reading, spell: "Callable[[_Element, Reading], str]") -> str:
    """An element as one text, made once for all that are written so, unless it leads somewhere."""
    written = tostring(element)
    if any(mark in written for mark in BOUND):
        return spell(element, reading)
    if (found := reading.spelled.get(written)) is None:
        found = reading.spelled[written] = spell(element, reading)
    return found


def paragraph(element: "_Element", reading: Reading) -> str:
    """A paragraph as one text."""
    properties = element.find(PROPERTIES)
    looks = "" if properties is None else "".join([reading.resolved(markup(child)) for child in properties])
    return f"<stycke>{looks}|{''.join(inlines(element, reading))}</stycke>"


def row(element: "_Element", reading: Reading) -> str:
    """A row as one text."""
    return f"<rad>{''.join([cell(part, reading) for part in element])}</rad>"


def cell(element: "_Element", reading: Reading) -> str:
    """A cell, or a row's properties."""
    if element.tag != CELL:
        return markup(element)
    parts = (paragraph(part, reading) if part.tag == PARAGRAPH else markup(part) for part in element if part.tag not in EDGES)
    return f"<cell>{''.join(parts)}</cell>"


def bookmarks(root: "_Element") -> Iterator[tuple[str, str]]:
    """The words in each bookmark, as far as its paragraph goes; that at the end is judged by where it stands."""
    for start in root.iter(START):
        if (name := start.get(NAME, "")) != END:
            yield name, "".join(held(start))


def held(start: "_Element") -> Iterator[str]:
    """The words from a bookmark's beginning to its end, within its paragraph."""
    ident = start.get(ID)
    for sibling in start.itersiblings():
        if sibling.tag == STOP and sibling.get(ID) == ident:
            return
        yield from (text.text or "" for text in sibling.iter(TEXT))
