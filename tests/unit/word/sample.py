"""A report made by hand with every kind of block and inline, and the tokens it is dressed in."""

import struct
import zlib
from dataclasses import replace
from decimal import Decimal

from rapportbyggare.core.blocks import (
    Align,
    Cell,
    ChartFigure,
    Column,
    DocumentBlock,
    FactBox,
    Heading,
    HeadingKind,
    Landscape,
    ListBlock,
    PageBreak,
    Paragraph,
    Picture,
    Quote,
    Row,
    RowKind,
    Table,
    TableNote,
)
from rapportbyggare.core.chart import Chart, ChartKind
from rapportbyggare.core.document import Document, Edition, Note, Section
from rapportbyggare.core.figure import FactKey, Figure, Format, Origin, Status, Unit
from rapportbyggare.core.images import ImageFile, chart_name, picture_name
from rapportbyggare.core.manifest import DocumentStatus, Manifest
from rapportbyggare.core.place import NOWHERE
from rapportbyggare.core.style import Style
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

MUNICIPALITIES = ("Berg", "Bräcke", "Härjedalen", "Krokom", "Ragunda", "Strömsund", "Åre", "Östersund")

STYLE = Style(
    colours={},
    categories=("#17365D", "#CC7014", "#26997C", "#8F39E6", "#4C2A08"),
    years=("#6F93B9", "#5680AC", "#34608F", "#17365D"),
    body_font="Calibri",
    heading_font="Calibri",
    sizes={},
    line_spacing=1.15,
    margins_mm={},
    thousands="\u00a0",
    page_number="{sida}({antal})",
    source_lead="Källa",
    table_lead="Tabell",
    figure_lead="Figur",
    note_lead="Not",
    logo_file="",
    logo_width_mm=30,
    logo_alt="",
)

MANIFEST = Manifest(
    title="Uppföljning av plan för kulturella och kreativa branscher i Provlandet 2025",
    kind="Uppföljningsrapport",
    organisation="Region Provlandet",
    committee="regionala utvecklingsnämnden",
    decision_date="2025-10-14",
    paragraph="212",
    registry_numbers=("RUN/113/2022", "RUN/7/2025"),
    plan="Plan för kulturella och kreativa branscher",
    plan_period="2023–2027",
    contact="Provare Provsson, provare@example.se",
    language="sv-SE",
    status=DocumentStatus.DRAFT,
    year=2025,
    subject="Uppföljning",
    keywords=("kultur", "näringsliv"),
    contents=True,
    sections=(),
    file_name="prov",
    template="",
)

EDITION = Edition("2025-09-03", "0123456789abcdef" * 4, ((1, "SCB juli"), (2, "Bisnis & rättelse")))


def text(*items: str | DocumentInline) -> DocumentText:
    """Running text; plain strings become Text."""
    return tuple(Text(item) if isinstance(item, str) else item for item in items)


def para(*items: str | DocumentInline) -> Paragraph[DocumentLeaf]:
    """A paragraph."""
    return Paragraph(text(*items))


def cell(*items: str | DocumentInline) -> Cell[DocumentLeaf]:
    """A cell of one line."""
    return Cell((text(*items),))


def value(printed: str, ident: str = "", amount: str = "1") -> Value:
    """A value with one fact behind it."""
    key = FactKey("antal_kkb", "antal", 2025, "Berg")
    origin = Origin(2, "scb", "2025-07", "2025-09-03", NOWHERE)
    form = Format(Unit.COUNT)
    figure = Figure(Decimal(amount), form, Status.DEFINITIVE, key, (key,), "juli 2025", None, None, (origin,))
    return Value(printed, figure, ident=ident)


def png(width: int = 4, height: int = 3) -> bytes:
    """A small grey picture."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    chunks = ((b"IHDR", struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#5680AC"/></svg>'
IMAGES = {
    chart_name("foretag-per-kommun"): ImageFile(png(), SVG, 16.0, 8.0),
    picture_name("figures/vy.png"): ImageFile(png(8, 3), None, 12.0, 4.5),
}


def heading(
    level: int, words: str, number: str = "", key: str = "", kind: HeadingKind = HeadingKind.NUMBERED
) -> Heading[DocumentLeaf]:
    """A heading."""
    return Heading(level, text(words), key, kind, number=number)


def count_table() -> Table[DocumentLeaf]:
    """A generated table with notes, decimals, statuses, two lines in a cell and a total row."""
    rows = [
        Row((cell(name), *(cell(value(f"{12 * n + year}\u00a0{100 + n}", f"a{n}_{year}")) for year in range(2)), share(n)))
        for n, name in enumerate(MUNICIPALITIES)
    ]
    total = Row(
        (
            cell("Summa"),
            cell(value("1\u00a0341", "s1")),
            cell(value("1\u00a0345", "s2"), NoteNumber(3, True)),
            cell("5,1\u00a0%"),
        ),
        RowKind.TOTAL,
    )
    return Table(
        key="antal-per-kommun",
        caption=text("Antal företag per kommun, juli 2023–", value("2025", "rub"), NoteNumber(2, False)),
        columns=(Column(Align.LEFT), Column(Align.DECIMAL), Column(Align.DECIMAL), Column(Align.DECIMAL)),
        head=Row((cell("Kommun"), cell("juli 2024"), cell("juli 2025", NoteNumber(3, False)), cell("Andel"))),
        body=(*rows, total),
        source=text("SCB, Företagsregistret"),
        notes=(TableNote("a", text("Rättad uppgift.")), TableNote("", text("Summan kan avvika på grund av avrundning."))),
        symbols=(("..", "uppgift saknas"),),
        description="Antal företag i länets kommuner, en rad för varje kommun.",
        generated=True,
        number=1,
    )


def share(n: int) -> Cell[DocumentLeaf]:
    """The last cell of a row: decimals, a status, or two lines."""
    match n:
        case 0:
            return cell("Ingen statistik")
        case 1:
            return cell("..")
        case 2:
            return Cell((text("12,5\u00a0%"), text("Mäts 2026")))
        case 3:
            return cell(value("0,25\u00a0%", "andel3"), TableNoteMark("a"))
        case _:
            return cell(value(f"{n},{n}\u00a0%", f"andel{n}"))


def wide_table() -> Table[DocumentLeaf]:
    """A wide table, without lines below it."""
    names = tuple(f"År {2014 + n}" for n in range(12))
    body = tuple(Row((cell(name), *(cell(f"{n * 37 % 91}") for n in range(12)))) for name in MUNICIPALITIES)
    return Table(
        key="bred",
        caption=text("En bred tabell på liggande sida"),
        columns=(Column(Align.LEFT, 0.16), *(Column(Align.RIGHT, 0.07) for _ in names)),
        head=Row((cell("Kommun"), *(cell(name) for name in names))),
        body=body,
        source=(),
        number=2,
    )


def chart() -> ChartFigure[DocumentLeaf]:
    """A chart."""
    drawn = Chart("c", ChartKind.COLUMNS, (), (), "Antal", (), True, Decimal(16), Decimal(8))
    alt = "Stapeldiagram: antal företag per kommun, juli 2025. Flest i Östersund. Se tabell 1."
    return ChartFigure("foretag-per-kommun", text("Företag per kommun", NoteNumber(4, False)), text("SCB"), alt, drawn, number=1)


def inline_paragraph() -> Paragraph[DocumentLeaf]:
    """Every kind of inline."""
    return para(
        "Antalet företag var ",
        value("1\u00a0345", "v1"),
        " i länet",
        NoteNumber(1, False),
        ", se ",
        Reference("antal-per-kommun", "tabell", "tabell", "1"),
        ", ",
        Reference("foretag-per-kommun", "figur", "figur", "1"),
        ", ",
        Reference("bakgrund", "avsnitt", "avsnitt", "1.1"),
        ", ",
        Reference("indikatorer", "bilaga", "bilaga", "1"),
        ", ",
        Reference("not-ett", "not", "not", "1"),
        " och ",
        Reference("inledning", "rubrik", "", "Sammanfattning"),
        ". ",
        Strong(text("Fet med ", Emphasis(text("kursiv", value("5,1\u00a0%", "v2"))))),
        " ",
        Emphasis(text("kursiv")),
        " ",
        Code("kod <x> & y"),
        " ",
        Span("en", text("creative industries")),
        " ",
        Link("https://www.example.se/a?b=1&c=2", text("Exempelregionens webbplats")),
        LineBreak(),
        Link("mailto:a@example.se", text("skriv till oss")),
        " ",
        Reference("antal-per-kommun", "tabell", "tabell", "1", text("tabellen ovan")),
        " samma not igen",
        NoteNumber(1, True),
        ".",
    )


PROSE = (
    "Planen följs upp varje år. Uppföljningen visar hur antalet företag, deras omsättning och de beviljade stöden "
    "utvecklas i länets kommuner, och vilka insatser som har gjorts under året. Underlaget kommer från flera källor, "
    "och de preliminära uppgifterna märks ut. "
)


def blocks() -> tuple[DocumentBlock, ...]:
    """The body."""
    inner: tuple[DocumentBlock, ...] = (para("Första ledet"), para("med ett stycke till."))
    nested: DocumentBlock = ListBlock(
        False, 1, ((para("under"),), (para("också under"), ListBlock(True, 1, ((para("djupt"),),))))
    )
    return (
        heading(1, "Sammanfattning", key="inledning", kind=HeadingKind.UNNUMBERED),
        para(PROSE * 2),
        heading(1, "Företagen", "1"),
        heading(2, "Bakgrund & syfte", "1.1", "bakgrund"),
        inline_paragraph(),
        para(PROSE),
        ListBlock(False, 1, (inner, (para("Andra ledet"), nested), (para("Tredje ledet ", value("335", "v3")),))),
        para("Sedan en numrerad lista:"),
        ListBlock(True, 3, ((para("tre"),), (para("fyra"),))),
        para("Och en till, från början:"),
        ListBlock(True, 1, ((para("ett"),), (para("två"),))),
        heading(2, "Statistik", "1.2"),
        count_table(),
        para(PROSE * 2),
        chart(),
        para(PROSE),
        Quote((para("Det här är ett citat ur planen, som sträcker sig över mer än en rad så att indraget syns."),)),
        FactBox(
            text("Så räknas företagen"),
            (para(PROSE), ListBlock(False, 1, ((para("punkt i rutan"),), (para("en till"),))), para("Sista raden.")),
        ),
        heading(3, "En tredje nivå", "1.2.1"),
        Picture("figures/vy.png", text("Utsikt över en sjö"), text("Vy över sjön"), "vy", number=2),
        para(PROSE),
        Landscape((heading(2, "Liggande", "1.3"), para("Text före den breda tabellen."), wide_table())),
        heading(1, "Efter det liggande", "2"),
        para(PROSE * 3),
        PageBreak(),
        para("På ny sida."),
        heading(1, "Indikatorer", "1", "indikatorer", HeadingKind.APPENDIX),
        para("I bilagan."),
        Table(
            "",
            (),
            (Column(Align.LEFT), Column(Align.CENTER)),
            Row((cell("Fråga"), cell("Svar"))),
            (Row((cell("Ja?"), cell("Nej"))),),
            (),
        ),
    )


NOTES = (
    Note(1, "not-ett", text("Preliminär uppgift. ", Emphasis(text("Kursivt.")), " Läs tabell ", Code("x"), "."), NOWHERE),
    Note(2, "n2", text("Uppgifterna avser ", value("juli 2025", "nv1"), "."), NOWHERE),
    Note(3, "n3", text("Se ", Link("https://www.example.se/", text("registret")), " & bilagan."), NOWHERE),
    Note(4, "n4", text("Not i figurtext."), NOWHERE),
)
TARGETS = frozenset({"antal-per-kommun", "foretag-per-kommun", "bakgrund", "indikatorer", "not-ett", "inledning"})


def document(status: DocumentStatus = DocumentStatus.DRAFT, **changes: object) -> Document:
    """The whole report, in the given status; `changes` replace facts of the manifest."""
    manifest = MANIFEST._replace(status=status, **changes)  # type: ignore[arg-type]
    return Document(manifest, (Section("sections/10-prov.md", blocks()),), NOTES, TARGETS, EDITION)


def small(*body: DocumentBlock, status: DocumentStatus = DocumentStatus.DRAFT, **others: object) -> Document:
    """A report of a few blocks, without contents list."""
    manifest = MANIFEST._replace(status=status, contents=False)
    return replace(Document(manifest, (Section("s.md", body),), (), frozenset(), EDITION), **others)  # type: ignore[arg-type]
