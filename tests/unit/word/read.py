"""Small Word files made by hand, and what is read of them in a compact notation."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import assert_never
from zipfile import ZipFile

from rapportbyggare.core.blocks import (
    ChartFigure,
    FactBox,
    Heading,
    Landscape,
    ListBlock,
    Opaque,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    ReadBlock,
    Table,
)
from rapportbyggare.core.plain import plain
from rapportbyggare.core.read import Pending, ReadFile
from rapportbyggare.core.text import (
    Code,
    DocumentInline,
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
from rapportbyggare.word.namespaces import PACKAGE_RELATIONS, R, word_root
from rapportbyggare.word.package import WORDPROCESSING
from rapportbyggare.word.read.side import read_side

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitelrubrik"/><w:basedOn w:val="Overskrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Djup"><w:name w:val="Djup"/><w:pPr><w:outlineLvl w:val="5"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="Punkt"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="character" w:styleId="Fet"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
)
LEVEL = '<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def level(number: int, form: str, text: str, start: int = 1) -> str:
    """A level of a list."""
    return LEVEL.format(level=number, start=start, form=form, text=text)


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "bullet", "•")}{level(1, "bullet", "–")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1.", 3)}{level(1, "lowerLetter", "%1.%2")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def package(body: str, parts: dict[str, str] | None = None, relations: str = "") -> bytes:
    """A Word file with this body; `parts` are further parts by name, `relations` those of the body."""
    every = {"word/styles.xml": word_root("styles", STYLES), "word/numbering.xml": word_root("numbering", NUMBERING)}
    every |= parts or {}
    kinds = {name.rpartition("/")[2].removesuffix(".xml"): name for name in every if name.startswith("word/")}
    leads = "".join(f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="/{name}"/>' for kind, name in kinds.items())
    overrides = f'<Override PartName="/word/document.xml" ContentType="{WORDPROCESSING}.document.main+xml"/>'
    entries = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}">{overrides}</Types>',
        "word/document.xml": word_root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE_RELATIONS}">{leads}{relations}</Relationships>',
        **every,
    }
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def run(words: str, look: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def para(content: str, properties: str = "") -> str:
    """A paragraph; plain words become a run."""
    inner = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(style: str, content: str) -> str:
    """A paragraph with a style."""
    return para(content, f'<w:pStyle w:val="{style}"/>')


def item(words: str, number: int, depth: int = 0) -> str:
    """A paragraph in a list."""
    return para(words, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def field(instruction: str, result: str) -> str:
    """A field."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{instruction}</w:instrText></w:r>{marks[1]}{run(result)}{marks[2]}"


def table(*rows: Iterable[str]) -> str:
    """A table of cells, each the markup of its paragraphs or plain words."""
    lines = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{lines}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """A table cell; what is one already is left alone."""
    if content.startswith("<w:tc>"):
        return content
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else para(content)}</w:tc>"


def opened(content: bytes, pending: Pending = Pending.ACCEPTED) -> ReadFile:
    """The file as it is read."""
    file, problems = read_side(content, "fil.docx", pending)
    assert file is not None, problems
    return file


def outline(body: str, parts: dict[str, str] | None = None, relations: str = "", pending: Pending = Pending.ACCEPTED) -> str:
    """What is read of a body, a line for each block."""
    return shown(opened(package(body, parts, relations), pending))


def shown(file: ReadFile) -> str:
    """What a file is read as, a line for each block and note."""
    blocks = [line for section in file.side.sections for line in lines(section.blocks)]
    return "\n".join([*blocks, *(f"[{note.number}]: {said(note.content)}" for note in file.side.notes)])


def lines(blocks: Iterable[ReadBlock]) -> Iterator[str]:
    """Blocks in compact notation."""
    for block in blocks:
        yield from line(block)


def line(block: ReadBlock) -> Iterator[str]:
    """One block in compact notation."""
    match block:
        case Heading():
            yield f"{'#' * block.level} {f'{block.number} ' if block.number else ''}{said(block.content)}"
        case Paragraph(content):
            yield said(content)
        case ListBlock():
            for n, inner in enumerate(block.items):
                lead = f"{block.start + n}. " if block.ordered else "- "
                first, *rest = list(lines(inner)) or [""]
                yield from (lead + first, *(f"  {one}" for one in rest))
        case Quote(inner):
            yield from (f"> {one}" for one in lines(inner))
        case FactBox():
            yield from (f"! {one}" for one in (said(block.title), *lines(block.blocks)))
        case Landscape(inner):
            yield from (f"~ {one}" for one in lines(inner))
        case PageBreak():
            yield "----"
        case Table():
            yield from (
                f"|{'|'.join(' / '.join(map(said, one.lines)) for one in row.cells)}|" for row in (block.head, *block.body)
            )
        case Picture():
            yield f"![{plain(block.alt)}] {said(block.caption)}".rstrip()
        case ChartFigure():
            yield f"diagram {block.key}: {said(block.caption)}"
        case Opaque():
            yield f"<{block.kind}: {block.text}>"
        case _:
            assert_never(block)


def said(content: DocumentText) -> str:
    """Running text in compact notation."""
    return "".join(map(spoken, content))


def spoken(inline: DocumentInline) -> str:
    """One inline in compact notation."""
    match inline:
        case Text(text):
            return text
        case Code(text):
            return f"`{text}`"
        case LineBreak():
            return "⏎"
        case Value(text, ident=ident):
            return f"{{{ident}={text}}}"
        case NoteNumber(number, repeated):
            return f"[{number}{'=' if repeated else ''}]"
        case TableNoteMark(letter):
            return f"^{letter}"
        case Reference(key, kind, lead, number, children):
            return f"→{kind}:{key}({said(children) or f'{lead} {number}'.strip()})"
        case Emphasis(children):
            return f"*{said(children)}*"
        case Strong(children):
            return f"**{said(children)}**"
        case Span(language, children):
            return f"{language}({said(children)})"
        case Link(address, children):
            return f"[{said(children)}]({address})"
        case _:
            assert_never(inline)
