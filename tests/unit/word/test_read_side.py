"""Any Word file read as blocks, in a compact notation."""

import pytest

from rapportbyggare.core.blocks import Opaque
from rapportbyggare.core.read import Pending
from rapportbyggare.word.namespaces import R, word_root
from rapportbyggare.word.read.side import read_side
from tests.unit.word.read import cell, field, item, opened, outline, package, para, run, shown, styled, table

BOLD, ITALIC = "<w:b/>", "<w:i/>"
PNG = '<Relationship Id="bild" Type="x/image" Target="media/a.png"/>'
WP, A = (f"http://schemas.openxmlformats.org/drawingml/2006/{name}" for name in ("wordprocessingDrawing", "main"))


def boxed(words: str) -> str:
    inner = f"<w:txbxContent>{para(words)}</w:txbxContent>"
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="1" name="Ruta 1"/><a:graphic xmlns:a="{A}">'
        f'<a:graphicData uri="{uri}"><x:wsp xmlns:x="{uri}">{inner}</x:wsp></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


CASES = {
    "rubriker efter namn, bas och nivå": (
        styled("Overskrift1", "Ett")
        + styled("Kapitel", "Två")
        + styled("Djup", "Djupt")
        + para("Fyra", '<w:outlineLvl w:val="1"/>'),
        "# Ett\n# Två\n#### Djupt\n## Fyra",
    ),
    "ord med utseende": (
        para(
            run("a ")
            + run("fet", BOLD)
            + run(" båda", BOLD + ITALIC)
            + run(" mall", '<w:rStyle w:val="Fet"/>')
            + run(" av", '<w:b w:val="0"/>')
        ),
        "a **fet* båda* mall** av",
    ),
    "språk": (
        para(run("ord ") + run("word", '<w:lang w:val="en-GB"/>') + run(" igen", '<w:lang w:val="sv-SE"/>')),
        "ord en-GB(word) igen",
    ),
    "länkar": (
        para(f'<w:hyperlink r:id="l">{run("dit")}</w:hyperlink>') + para(field(' HYPERLINK "https://b.se/" \\o "x" ', "hit")),
        "[dit](https://a.se/)\n[hit](https://b.se/)",
    ),
    "radbrytning och tabb": (para("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>"), "a⏎b\tc"),
    "punkter": (item("ett", 1) + item("under", 1, 1) + item("två", 1) + styled("Punkt", "tre"), "- ett\n  - under\n- två\n- tre"),
    "nummer som räknar vidare": (
        item("tre", 2) + item("fyra", 2) + para("mellan") + item("fem", 2) + para("igen") + item("ett", 3),
        "3. tre\n4. fyra\nmellan\n5. fem\nigen\n1. ett",
    ),
    "numrerat under punkter": (
        item("ett", 1) + item("a", 2, 1) + item("b", 2, 1) + item("två", 1),
        "- ett\n  1. a\n  2. b\n- två",
    ),
    "citat": (styled("Citat", "Ett.") + styled("Citat", "Två."), "> Ett.\n> Två."),
    "tabell": (table(("A", "B"), ("1", para("x") + para("y"))), "|A|B|\n|1|x / y|"),
    "sammanslagna celler": (
        table(
            ("A", "B", "C"),
            (cell("bred", '<w:gridSpan w:val="2"/>'), cell("hög", '<w:vMerge w:val="restart"/>')),
            ("1", "2", cell("", "<w:vMerge/>")),
        ),
        "|A|B|C|\n|bred||hög|\n|1|2||",
    ),
    "innehållskontroller": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{para('block')}</w:sdtContent></w:sdt>"
        + para(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('i rad')}</w:sdtContent></w:sdt>"),
        "block\ni rad",
    ),
    "fält läses som sitt resultat": (para(run("sidan ") + field(" PAGE ", "7") + field(" REF okänd ", "ord")), "sidan 7ord"),
    "fält över två stycken": (
        para(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("ett")
        )
        + para(run("två") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        "ett\ntvå",
    ),
    "sidbrytningar": (
        para("a") + para("b", "<w:pageBreakBefore/>") + para('<w:r><w:t>c</w:t><w:br w:type="page"/><w:t>d</w:t></w:r>'),
        "a\n----\nb\nc\n----\nd",
    ),
    "liggande": (
        para("a", '<w:sectPr><w:pgSz w:w="100" w:h="200"/></w:sectPr>')
        + para("b", '<w:sectPr><w:pgSz w:w="200" w:h="100"/></w:sectPr>')
        + para("c"),
        "a\n~ b\nc",
    ),
    "textruta": (para(run("före") + boxed("i rutan")), "före\n<textruta: i rutan>"),
    "formel": (
        para('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>'),
        "<formel: x=1>",
    ),
    "tomma stycken syns inte": (para("") + para(" ") + para("a"), "a"),
    "en tabell utan rader syns inte": (table() + para("a"), "a"),
    "ett fält utan slut": (para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("med")) + para("kvar"), "med\nkvar"),
}


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_read_as(body: str, expected: str) -> None:
    link = '<Relationship Id="l" Type="x/hyperlink" Target="https://a.se/" TargetMode="External"/>'
    assert outline(body, relations=link) == expected


FOOTNOTES = {
    "word/footnotes.xml": word_root(
        "footnotes",
        f'<w:footnote w:type="separator" w:id="-1">{para("x")}</w:footnote>',
        f'<w:footnote w:id="5">{para(run("Andra"))}</w:footnote>',
        f'<w:footnote w:id="2">{para("<w:r><w:footnoteRef/></w:r>" + run(" Första"))}{para("rad två")}</w:footnote>',
        f'<w:footnote w:id="9">{para("Som ingen leder till")}</w:footnote>',
    ),
    "word/endnotes.xml": word_root("endnotes", f'<w:endnote w:id="2">{para("Slutnot")}</w:endnote>'),
}


def test_notes_are_numbered_as_they_are_marked() -> None:
    marks = [
        f'<w:r><w:{kind}Reference w:id="{ident}"/></w:r>' for kind, ident in (("footnote", 2), ("endnote", 2), ("footnote", 5))
    ]
    read = outline(
        para(run("a") + marks[0]) + table((para(run("b") + marks[1]), "c")) + para(marks[2] + run("d") + marks[0]), FOOTNOTES
    )
    assert read == "a[1]\n|b[2]|c|\n[3]d[1=]\n[1]: Första⏎rad två\n[2]: Slutnot\n[3]: Andra"


def test_a_file_that_is_not_ours_says_so() -> None:
    file = opened(package(styled("Overskrift1", "Rubrik")))
    assert (file.ours, file.untouched, file.final, file.side.foreign, file.side.edited) == (False, False, False, True, False)
    assert file.side.title == "fil.docx"


def test_what_is_not_read_is_counted() -> None:
    file = opened(package(styled("Djup", "Djupt") + table((table(("i", "j")) + para(""), "x")) + para(boxed("ruta"))))
    assert file.remarks == (
        "Ett föremål är läst som helhet (textruta).",
        "En tabell inuti en tabellcell är läst som rader i cellen.",
        "En rubrik under nivå 4 är läst som nivå 4.",
    )


def tracked(kind: str, content: str, author: str = "Lena", day: int = 1) -> str:
    return f'<w:{kind} w:id="{day}" w:author="{author}" w:date="2025-09-{day:02}T10:00:00Z">{content}</w:{kind}>'


def gone(words: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'


PENDING = (
    styled("Overskrift1", "Kapitel")
    + para(
        run("Vi ") + tracked("del", gone("var")) + tracked("ins", run("är")) + tracked("ins", run(" nu"), "Per", 2) + run(" här.")
    )
    + f"<w:p><w:pPr><w:rPr>{tracked('ins', '')}</w:rPr></w:pPr>{tracked('ins', run('Nytt stycke'))}</w:p>"
    + f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell('A')}</w:tr><w:tr><w:trPr>{tracked('del', '')}</w:trPr>"
    + f"{cell(para(tracked('del', gone('bort'))))}</w:tr></w:tbl>"
    + para(run("fet", f"<w:b/>{tracked('rPrChange', '<w:rPr/>', 'Per', 3)}"))
)


def test_tracked_changes_are_listed_each_with_who_when_and_where() -> None:
    file = opened(package(PENDING))
    told = [(one.kind.value, one.author, one.date[:10], one.words, one.where.text) for one in file.pending]
    assert told == [
        ("strykning", "Lena", "2025-09-01", "var", "Vi är nu här."),
        ("tillägg", "Lena", "2025-09-01", "är", "Vi är nu här."),
        ("tillägg", "Per", "2025-09-02", " nu", "Vi är nu här."),
        ("tillägg", "Lena", "2025-09-01", "Nytt stycke¶", "Nytt stycke"),
        ("struken rad", "Lena", "2025-09-01", "bort", ""),
        ("utseende", "Per", "2025-09-03", "fet", "fet"),
    ]
    assert {one.where.heading for one in file.pending} == {"Kapitel"}
    assert (file.pending[4].where.row, file.pending[4].where.column) == (1, 0)


def test_tracked_changes_are_read_as_asked() -> None:
    assert outline(PENDING) == "# Kapitel\nVi är nu här.\nNytt stycke\n|A|\n**fet**"
    assert outline(PENDING, pending=Pending.REJECTED) == "# Kapitel\nVi var här.\n|A|\n|bort|\nfet"


def test_tracked_changes_can_be_refused() -> None:
    file, (problem,) = read_side(package(PENDING), "fil.docx", Pending.REFUSED)
    assert file is None
    assert problem.code == "sparade-andringar"
    assert (
        problem.message == "fil.docx har 6 spårade ändringar som ingen har tagit ställning till, först strykning av Lena: ”var”."
    )
    untracked, problems = read_side(package(para("a")), "fil.docx", Pending.REFUSED)
    assert untracked is not None and problems == ()


def test_a_place_is_the_paragraph_of_the_file_whatever_is_struck_before_it() -> None:
    file = opened(
        package(f"<w:p><w:pPr><w:rPr>{tracked('del', '')}</w:rPr></w:pPr>{tracked('del', gone('bort'))}</w:p>" + para("kvar"))
    )
    (block,) = file.side.sections[0].blocks
    assert not isinstance(block, Opaque)
    assert block.place.cell == "stycke 2"


def test_comments_have_their_words_and_their_answers() -> None:
    spaces = (
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    )
    comments = "".join(
        f'<w:comment w:id="{n}" w:author="{who}" w:date="2025-09-0{n}T08:00:00Z" w:initials="x"><w:p {spaces} w14:paraId="A{n}">'
        f"{run(words)}</w:p></w:comment>"
        for n, who, words in ((1, "Lena", "Stämmer det?"), (2, "Per", "Ja."), (3, "Per", "Bra!"))
    )
    extended = (
        f'<w15:commentsEx {spaces}><w15:commentEx w15:paraId="A1" w15:done="1"/>'
        '<w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="0"/></w15:commentsEx>'
    )
    marks = '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
    body = (
        styled("Overskrift1", "Kapitel")
        + para(run("Länet har ") + marks.format(1, run("72")) + run(" företag."))
        + para(marks.format(3, run("Slut")))
    )
    file = opened(package(body, {"word/comments.xml": word_root("comments", comments), "word/commentsExtended.xml": extended}))
    first, second = file.comments
    assert (first.author, first.text, first.about, first.done) == ("Lena", "Stämmer det?", "72", True)
    assert (first.where.heading, first.where.text) == ("Kapitel", "Länet har 72 företag.")
    assert [(one.author, one.text) for one in first.answers] == [("Per", "Ja.")]
    assert (second.text, second.about, second.answers) == ("Bra!", "Slut", ())


def drawing(relation: str, alt: str) -> str:
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:extent cx="360000" cy="720000"/>'
        f'<wp:docPr id="1" name="Bild 1" descr="{alt}"/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{uri}"><p:pic xmlns:p="{uri}"><p:blipFill><a:blip r:embed="{relation}"/>'
        "</p:blipFill></p:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def test_pictures_are_read_with_their_bytes() -> None:
    relation = f'<Relationship Id="b" Type="{R}/image" Target="media/a.png"/>'
    body = para(run("Före") + drawing("b", "En sjö")) + para(drawing("saknas", "Ingen"))
    file = opened(package(body, {"word/media/a.png": "bild"}, relation))
    assert shown(file) == "Före\n![En sjö]\n<bild: Ingen>"
    (image,) = file.side.images.values()
    assert (image.png, image.width_cm, image.height_cm, image.extension) == (b"bild", 1.0, 2.0, "png")


@pytest.mark.parametrize("depth", [20, 60, 79])
def test_tables_and_controls_deep_in_each_other_are_read_or_refused(depth: int) -> None:
    inside = para("innerst")
    for _ in range(depth):
        inside = table((inside + para(""),))
    file, problems = read_side(package(inside), "fil.docx", Pending.ACCEPTED)
    assert (file is None) is bool(problems)
    controls = "<w:sdt><w:sdtContent>" * depth + para("innerst") + "</w:sdtContent></w:sdt>" * depth
    assert outline(controls) == "innerst"
