"""Comparisons made by hand, and pages taken apart again."""

from collections.abc import Mapping

from lxml import etree, html

from rapportbyggare.core.blocks import Align, Cell, ChartFigure, Column, Heading, HeadingKind, Paragraph, Row, RowKind, Table
from rapportbyggare.core.chart import Chart, ChartKind, Point, Series
from rapportbyggare.core.compared import (
    Cause,
    Change,
    Changed,
    ComparedFigure,
    ComparedTable,
    Comparison,
    DeliveryLabel,
    FigureChange,
    RedlineBlock,
    RedlineNote,
    RedlineSection,
    Side,
    Standing,
    Whole,
)
from rapportbyggare.core.figure import FactKey
from rapportbyggare.core.images import ImageFile, chart_name
from rapportbyggare.core.place import Place
from rapportbyggare.core.read import (
    AuthorEdit,
    AuthorEdits,
    Comment,
    EditKind,
    HandedBack,
    Overtyped,
    PendingChange,
    PendingKind,
    Where,
)
from rapportbyggare.core.text import DocumentLeaf, NoteNumber, Reference, Text
from rapportbyggare.page.document import blocks_html
from rapportbyggare.page.pen import Pen, comparison_pen

FIRST = DeliveryLabel(3, "Bisnis Analys, uttag 2025-08-18", "2025-08-28")
LATER = DeliveryLabel(8, "Bisnis Analys, uttag 2025-09-03", "2025-09-04")
KEPT = (Standing.KEPT, 0)
OLD_CHART, NEW_CHART = b"\x89PNG before", b"\x89PNG after"


def changed(old: str, new: str, cause: Cause = Cause.DATA, number: int = 1) -> Changed:
    """A stretch that differs; "" for nothing."""
    return Changed((Text(old),) if old else (), (Text(new),) if new else (), cause, number)


def change(number: int, cause: Cause = Cause.DATA, old: str = "28", new: str = "29", **others: object) -> Change:
    """A change as the list tells it."""
    said = {"standing": Standing.CHANGED, "kind": "stycke", "where": "kapitel 1", "chapter": "1 Läget"} | others
    return Change(number=number, cause=cause, old=old, new=new, **said)  # type: ignore[arg-type]


def side(name: str, notes: int = 0, images: Mapping[str, ImageFile] | None = None, **others: object) -> Side:
    """An edition without a text of its own: the page reads the tree of both."""
    return Side(name=name, title="Rapporten", cover=(), sections=(), notes=(), images=images or {}, **others)  # type: ignore[arg-type]


def comparison(
    *blocks: RedlineBlock,
    changes: tuple[Change, ...] = (change(1),),
    notes: tuple[RedlineNote, ...] = (),
    figures: tuple[FigureChange, ...] = (),
    remarks: tuple[str, ...] = (),
) -> Comparison:
    """Two editions of one section."""
    old = side("utkast-1.docx", images={chart_name("c"): ImageFile(OLD_CHART, None, 16.0, 8.0)}, deliveries=(FIRST,))
    new = side("utkast-2.docx", images={chart_name("c"): ImageFile(NEW_CHART, None, 16.0, 8.0)}, deliveries=(FIRST, LATER))
    cover = ((Text("Uppföljningsrapport"),),)
    return Comparison(old, new, changes, figures, cover, (RedlineSection("sections/a.md", blocks),), notes, remarks)


def written(*blocks: RedlineBlock, pen: Pen | None = None) -> etree._Element:
    """The blocks' markup, parsed, inside a `div`."""
    return parsed(blocks_html(blocks, pen or comparison_pen(comparison())))


def parsed(markup: str) -> etree._Element:
    """Markup inside a `div`."""
    return html.fromstring(f"<div>{markup}</div>")


def page(markup: str) -> etree._Element:
    """A whole page."""
    return html.document_fromstring(markup.encode())


def seen(element: etree._Element) -> str:
    """The words of an element, also those for listeners only, with plain spaces."""
    return "".join(map(str, element.itertext())).replace("\u00a0", " ")


def one(element: etree._Element, path: str) -> etree._Element:
    """The one element of a path."""
    found = element.xpath(path)
    assert isinstance(found, list)
    (only,) = found
    assert isinstance(only, etree._Element)
    return only


def every(element: etree._Element, path: str) -> list[str]:
    """The strings a path leads to."""
    found = element.xpath(path)
    assert isinstance(found, list)
    return [str(part) for part in found]


def cell(text: str) -> Cell[DocumentLeaf]:
    """A cell of one line."""
    return Cell(((Text(text),),) if text else ((),))


def table(**others: object) -> Table[DocumentLeaf]:
    """Two municipalities and their sum."""
    rows = (("Berg", "28"), ("Åre", "31"))
    made = {
        "key": "antal",
        "caption": (Text("Antal företag"),),
        "columns": (Column(Align.LEFT), Column(Align.DECIMAL)),
        "head": Row((cell(""), cell("2025"))),
        "body": (
            *(Row(tuple(map(cell, row))) for row in rows),
            Row((cell("Summa"), cell("59")), RowKind.TOTAL),
        ),
        "source": (Text("SCB"),),
        "number": 2,
    }
    return Table(**(made | others))  # type: ignore[arg-type]


def chart(label: str = "28") -> ChartFigure[DocumentLeaf]:
    """A chart of one column."""
    drawn = Chart("c", ChartKind.COLUMNS, ("Berg",), (Series("2025", (Point(None, label),)),), "Antal", (), False, 16, 8)  # type: ignore[arg-type]
    return ChartFigure("c", (Text("Företag"),), (Text("SCB"),), f"Stapeldiagram: Berg {label}.", drawn, number=1)


def heading(text: str, level: int = 1, key: str = "", number: str = "1") -> Heading[DocumentLeaf]:
    """A numbered heading."""
    return Heading(level, (Text(text),), key, HeadingKind.NUMBERED, number=number)


def rich() -> Comparison:
    """Every kind of change, with every cause."""
    changes = (
        change(1, where="kapitel 1", place=Place("sections/a.md", 5, 3), deliveries=(8,)),
        change(2, Cause.TEXT, "Antalet ökade något under året.", "Antalet minskade något under året."),
        change(3, Cause.TEXT, "", "Ett nytt stycke.", standing=Standing.ADDED),
        change(4, Cause.TEXT, "Ett gammalt stycke.", "", standing=Standing.REMOVED),
        change(5, Cause.STRUCTURE, "", "Åre", standing=Standing.ADDED, kind="tabellrad", where="tabell 2"),
        change(6, kind="diagram", where="figur 1", old="", new="", deliveries=(8,)),
        change(7, Cause.NUMBERING, "tabell 1", "tabell 2", kind="hänvisning"),
        change(8, Cause.TEXT, "", "En ny not.", standing=Standing.ADDED, kind="fotnot", where="not 2"),
        change(9, Cause.STYLE, "KKB", "kultur", kind="dokumentegenskap", where="dokumentets egenskaper, ämne", chapter=""),
        change(10, Cause.STRUCTURE, "Flyttat.", "Flyttat.", standing=Standing.MOVED_HERE),
    )
    reference = Reference("antal", "tabell", "tabell", "2")
    blocks: tuple[RedlineBlock, ...] = (
        heading("Läget", key="laget"),
        Paragraph((Text("Antalet är "), changed("28", "29"), Text("."), NoteNumber(1, False))),
        Paragraph((Text("Antalet "), changed("ökade", "minskade", Cause.TEXT, 2), Text(" något under året."))),
        Whole(Standing.MOVED_AWAY, Cause.STRUCTURE, 10, (Paragraph((Text("Flyttat."),)),)),
        Whole(Standing.ADDED, Cause.TEXT, 3, (Paragraph((Text("Ett nytt stycke."), NoteNumber(2, False))),)),
        Whole(Standing.REMOVED, Cause.TEXT, 4, (Paragraph((Text("Ett gammalt stycke."),)),)),
        Paragraph((Text("Se "), Changed((Reference("antal", "tabell", "tabell", "1"),), (reference,), Cause.NUMBERING, 7))),
        ComparedTable(table(), (KEPT, (Standing.ADDED, 5), KEPT), (KEPT, KEPT), (1, 2)),
        ComparedFigure(chart("28"), chart("29"), (Text("Företag"),), (Text("SCB"),), Cause.DATA, 6),
        Whole(Standing.MOVED_HERE, Cause.STRUCTURE, 10, (Paragraph((Text("Flyttat."),)),)),
        table(key="andra", number=3, caption=(Text("Andra företag"),)),
    )
    notes = (
        RedlineNote("a-1", 1, 1, (Text("Källa är SCB."),), Standing.KEPT, 0),
        RedlineNote("a-2", 0, 2, (Text("En ny not."),), Standing.ADDED, 8),
    )
    fact = FigureChange(FactKey("foretag", "antal", 2025, "Berg"), "Antal företag, Berg, 2025", "28", "29", FIRST, LATER, (1, 6))
    return comparison(*blocks, changes=changes, notes=notes, figures=(fact,), remarks=("Sidbrytningar jämförs inte.",))


NEAR = Where(4, "Läget", "Antalet ökade.")
PASTED = "Antalet *ökade* mycket till {{ foretag(ar) }} <b>företag</b>.\\\nEn rad till."


def tracked(kind: PendingKind = PendingKind.INSERTED, words: str = "mycket ") -> PendingChange:
    """A tracked change by somebody with a name like markup."""
    return PendingChange("Lena <Ek>", "2025-09-20T10:00:00Z", kind, words, NEAR)


def edit(kind: EditKind, old: str = "", new: str = "", markdown: str = "", **others: object) -> AuthorEdit:
    """An edit in the first chapter."""
    place = Place("sections/a.md", 5, 3)
    return AuthorEdit(kind, "kapitel 1", "1 Läget", place, old, new, markdown, **others)  # type: ignore[arg-type]


def handed() -> HandedBack:
    """Every kind of thing that somebody does in a file."""
    answer = Comment("Per", "", "Ja.", "", NEAR)
    comment = Comment("Lena <Ek>", "2025-09-20T08:00:00Z", "Stämmer <b>det</b>?", "Antalet ökade.", NEAR, True, (answer,))
    edits = (
        edit(
            EditKind.REWORDED, "Antalet ökade.", "Antalet ökade mycket.", PASTED, changes=(tracked(),), remarks=("Tänk efter.",)
        ),
        edit(EditKind.ADDED, "", "Nytt.", "- Nytt."),
        edit(EditKind.REMOVED, "Ett gammalt stycke."),
        edit(EditKind.MOVED, "Flyttat.", "Flyttat.", "Flyttat."),
        edit(EditKind.PENDING, "Fett.", "Fett.", "Fett.", changes=(tracked(PendingKind.FORMAT, ""),)),
        edit(EditKind.COMMENT, "Antalet ökade.", comment=comment),
    )
    overtyped = Overtyped("_rb_1", "foretag(ar, 'Berg')", "28", "30", "tabell 2, rad Berg", Place("report/tabeller.toml", 12, 1))
    return HandedBack("utkast-2.docx", AuthorEdits(edits, (overtyped,)), ("Ändringarna är räknade mot den frysta utgåvan A.",))
