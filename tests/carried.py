"""What a Word file can carry of a document: all of it but what is taken away here, each time with the reason.

`carried` is the document as it should be read from the file that it was written to.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import assert_never

from rapportbyggare.core.blocks import (
    Align,
    Cell,
    ChartFigure,
    Column,
    DocumentBlock,
    FactBox,
    Heading,
    Landscape,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    ReadBlock,
    Row,
    Table,
    TableNote,
)
from rapportbyggare.core.document import Document, Note
from rapportbyggare.core.flat import PLAIN, Atom, Face, nested
from rapportbyggare.core.images import ImageFile, picture_name
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.plain import is_blank, plain
from rapportbyggare.core.text import (
    Code,
    DocumentInline,
    DocumentLeaf,
    DocumentText,
    Emphasis,
    LineBreak,
    Link,
    NoteNumber,
    Reference,
    Span,
    Strong,
    TableNoteMark,
    Text,
    Value,
)
from rapportbyggare.word.names import TARGET, bookmark_name, note_name
from rapportbyggare.word.notes import note_numbers_led_to
from rapportbyggare.word.read.tables import NOTHING
from rapportbyggare.word.runs import encoded

CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BREAKS = re.compile("[\t\n\r]")
LONGEST = 250
NO_LETTERS: frozenset[str] = frozenset()
EMPTY: Cell[DocumentLeaf] = Cell(((),))


@dataclass(frozen=True, slots=True)
class Carrier:
    """What decides how much is carried: a draft has anchors and keys, a final document only what fields lead to."""

    document: Document
    images: dict[str, ImageFile]

    @property
    def draft(self) -> bool:
        """Whether values and keys are carried."""
        return not self.document.manifest.final

    def key(self, key: str) -> str:
        """A key; in a final document only where something leads to it, and then by its bookmark."""
        if self.draft:
            return key
        return bookmark_name(TARGET, key).removeprefix(TARGET) if key in self.document.targets else ""

    def text(self, content: DocumentText, letters: frozenset[str] = NO_LETTERS) -> DocumentText:
        """Running text, nested as Word's formats allow."""
        return nested(self._atoms(content, PLAIN, letters))

    def _atoms(self, content: DocumentText, face: Face, letters: frozenset[str]) -> Iterator[Atom]:
        for item in content:
            yield from self._atom(item, face, letters)

    def _atom(self, item: DocumentInline, face: Face, letters: frozenset[str]) -> Iterable[Atom]:
        match item:
            case Text(text):
                return [Atom(Text(clean(text)), face)]
            case Code(text):
                return [Atom(Code(clean(text)), face)]
            case LineBreak():
                return [Atom(item, face)]
            case NoteNumber(number, repeated):
                return [Atom(NoteNumber(number, repeated), face)]
            case TableNoteMark(letter):
                return [Atom(item if letter in letters else Text(letter), face)]
            case Value(text, ident=ident):  # the figures behind it are not in the file
                words = clean(text)
                return [Atom(Value(words, None, ident=ident) if self.draft and ident else Text(words), face)]
            case Reference():
                return [Atom(self._reference(item), face)]
            case Emphasis(children):
                return self._atoms(children, replace(face, italic=True), letters)
            case Strong(children):
                return self._atoms(children, replace(face, bold=True), letters)
            case Span(language, children):
                return self._atoms(children, replace(face, language=language), letters)
            case Link(address, children):
                return self._atoms(children, replace(face, address=encoded(address)), letters)
            case _:
                assert_never(item)

    def _reference(self, item: Reference) -> Reference:
        """A reference; in words of its own, it says nothing of how it would begin a sentence."""
        key = item.key if self.draft else bookmark_name(TARGET, item.key).removeprefix(TARGET)
        if item.kind == "not":  # a note's key tells where it is written, so its bookmark's name stands for it
            key = next((note_name(note.key) for note in self.document.notes if str(note.number) == item.number), "")
        lead = item.lead[:1].lower() + item.lead[1:] if item.children else item.lead
        return Reference(key, item.kind, lead, item.number, self.text(item.children))

    def blocks(self, blocks: Iterable[DocumentBlock]) -> tuple[ReadBlock, ...]:
        """Blocks in order; where nothing would be seen there is none."""
        return tuple(one for block in blocks for one in self.block(block))

    def block(self, block: DocumentBlock) -> Iterable[ReadBlock]:
        """One block."""
        match block:
            case Heading():
                heading = replace(block, content=self.text(block.content), key=self.key(block.key))
                return [] if is_blank(heading.content) else [heading]
            case Paragraph(content):
                return [] if is_blank(content) else [Paragraph(self.text(content))]
            case ListBlock(ordered, start, items):
                return [ListBlock(ordered, start if ordered else 1, tuple(map(self.blocks, items)))]
            case Quote(inner):
                return [Quote(self.blocks(inner))]
            case FactBox(title, inner):
                return [FactBox(self.text(title), self.blocks(inner))]
            case Landscape(inner):
                return [Landscape(self.blocks(inner))]
            case PageBreak():
                return [block]
            case Table():
                return [self.table(block)]
            case Picture():
                return [self.picture(block)]
            case ChartFigure():
                key = block.key if self.draft else self.key(block.key)
                shown = replace(block, key=key, chart=NOTHING, table="", alt=clean(block.alt))
                return [replace(shown, caption=self.text(block.caption), source=self.text(block.source))]
            case _:
                assert_never(block)

    def table(self, table: Table[DocumentLeaf]) -> Table[DocumentLeaf]:
        """A table; a description that says the heading again is not its own."""
        letters = frozenset(note.letter for note in table.notes if note.letter)
        title = clean(plain(table.caption) or plain(table.head.cells[0].lines[0]))[:LONGEST]
        description = clean(table.description)[:LONGEST]
        generated = self.draft and table.generated
        return Table(
            table.key if generated else self.key(table.key) if table.number else "",
            self.text(table.caption, letters),
            tuple(Column(column.align) for column in table.columns),
            self.row(table.head, len(table.columns), letters),
            tuple(self.row(row, len(table.columns), letters) for row in table.body),
            self.text(table.source),
            tuple(TableNote(note.letter, self.text(note.content)) for note in table.notes),
            table.symbols,
            "" if description == title else description,
            generated,
            number=table.number,
        )

    def row(self, row: Row[DocumentLeaf], width: int, letters: frozenset[str]) -> Row[DocumentLeaf]:
        """A row; a cell always has a line, and every row a cell for each column."""
        cells: list[Cell[DocumentLeaf]] = [
            Cell(tuple(self.text(line, letters) for line in cell.lines) or ((),)) for cell in row.cells
        ]
        return Row((*cells, *[EMPTY] * (width - len(cells))), row.kind)

    def picture(self, picture: Picture[DocumentLeaf]) -> Picture[DocumentLeaf]:
        """A picture, named by what it shows."""
        image = self.images[picture_name(picture.path)]
        name = f"media/{sha256(image.png).hexdigest()[:16]}.{image.extension}"
        alt = clean(plain(picture.alt))
        key = self.key(picture.key) if picture.number else ""
        return Picture(name, (Text(alt),) if alt else (), self.text(picture.caption), key, number=picture.number)


def clean(text: str) -> str:
    """Words without what no Word file can hold."""
    return BREAKS.sub(" ", CONTROL.sub("", text))


def carried(document: Document, images: dict[str, ImageFile]) -> tuple[tuple[ReadBlock, ...], tuple[Note, ...]]:
    """The blocks and notes as they should be read; which file a section is written in is not in the file."""
    carrier = Carrier(document, images)
    blocks = tuple(block for section in document.sections for block in carrier.blocks(section.blocks))
    led_to = note_numbers_led_to(document)
    named = [note_name(note.key) if carrier.draft or note.number in led_to else "" for note in document.notes]
    texts = [carrier.text(note.content) for note in document.notes]
    return blocks, tuple(
        Note(note.number, name, text, NOWHERE) for note, name, text in zip(document.notes, named, texts, strict=True)
    )


def loosened(blocks: Iterable[ReadBlock]) -> tuple[ReadBlock, ...]:
    """Blocks whose columns stand right if they line up their decimals: a column without decimals is written so."""
    return tuple(map(_loosened, blocks))


def _loosened(block: ReadBlock) -> ReadBlock:
    match block:
        case Table():
            right = tuple(Column(Align.RIGHT if column.align is Align.DECIMAL else column.align) for column in block.columns)
            return replace(block, columns=right)
        case Quote() | Landscape() | FactBox():
            return replace(block, blocks=loosened(block.blocks))
        case ListBlock():
            return replace(block, items=tuple(map(loosened, block.items)))
        case _:
            return block
