"""The redline by example: each kind of change, and the combinations that other engines get wrong."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from rapportbyggare.word.lint.lint import lint
from rapportbyggare.word.namespaces import W
from rapportbyggare.word.package import zipped
from rapportbyggare.word.redline.check import findings
from rapportbyggare.word.redline.data import Attribution, Hindrance, RedlineRefused
from rapportbyggare.word.redline.redline import redline
from rapportbyggare.word.revisions.revisions import resolved
from tests.unit.word import oracle
from tests.unit.word.pairs import BR, B, Block, L, N, R, Report, V, fig, h, land, listed, p, package, tab

MOMENT = "2025-09-15T00:00:00Z"
BY = Attribution(MOMENT, {2: "2025-09-03T00:00:00Z"})
COUNTS = tab("t1", ("Antal företag",), ("Kommun", "2024", "2025"), ("Berg", V("c1", "66"), V("c2", "70")), ("Åre", "Saknas", "9"))
BASE = Report(
    (
        h("Inledning", "inledning"),
        p("Antalet är ", V("v1", "1\u00a0341"), " i länet", N("a"), ", se ", R("t1"), "."),
        p("Ett stycke som står kvar."),
        h("Statistik", "statistik"),
        COUNTS,
        fig("f1", ("Ett diagram",)),
        p("Det sista stycket", N("b"), "."),
    ),
    {"a": ("Preliminär uppgift.",), "b": ("Enligt registret.",)},
)


def with_blocks(*blocks: Block, report: Report = BASE) -> Report:
    """The report with other blocks."""
    return replace(report, blocks=blocks)


def at(place: int, block: Block, report: Report = BASE) -> Report:
    """The report with another block at a place."""
    return with_blocks(*report.blocks[:place], block, *report.blocks[place + 1 :], report=report)


def plus(place: int, *blocks: Block, report: Report = BASE) -> Report:
    """The report with more blocks before a place."""
    return with_blocks(*report.blocks[:place], *blocks, *report.blocks[place:], report=report)


def minus(*places: int, report: Report = BASE) -> Report:
    """The report without some blocks."""
    return with_blocks(*(block for n, block in enumerate(report.blocks) if n not in places), report=report)


def cells(*rows: tuple[object, ...], columns: tuple[str, ...] = ("Kommun", "2024", "2025")) -> Report:
    """The report with a table of these rows."""
    return at(4, tab("t1", ("Antal företag",), columns, *rows))  # type: ignore[arg-type]


ROW_BERG, ROW_ARE = ("Berg", V("c1", "66"), V("c2", "70")), ("Åre", "Saknas", "9")
ONE = Report((p("Före."), p("Ett ord här."), p("Efter.")), contents=False)
NOTED = replace(ONE, notes={"a": ("Preliminär uppgift.",), "b": ("Enligt registret.",), "c": ("Se nästa kapitel om stöd.",)})
TWICE = with_blocks(p("Lika."), p("Lika."), p("Lika."), p("Efter."), report=ONE)
LONG = "Ett långt stycke som handlar om företagen i länet och hur de har utvecklats under året"
PAIRS: dict[str, tuple[Report, Report]] = {
    "nothing": (BASE, BASE),
    "a value": (BASE, at(1, p("Antalet är ", V("v1", "1\u00a0345"), " i länet", N("a"), ", se ", R("t1"), "."))),
    "a word": (BASE, at(2, p("Ett stycke som ligger kvar."))),
    "a hard space": (ONE, at(1, p("Ett\u00a0ord här."), report=ONE)),
    "a paragraph added": (BASE, plus(2, p("Nytt stycke."))),
    "a paragraph removed": (BASE, minus(2)),
    "a paragraph first": (ONE, plus(0, p("Allra först."), report=ONE)),
    "a paragraph last": (ONE, plus(3, p("Allra sist."), report=ONE)),
    "the last paragraph removed": (ONE, minus(2, report=ONE)),
    "the last paragraph rewritten": (ONE, at(2, p("Helt andra ord."), report=ONE)),
    "a paragraph cut in two": (ONE, with_blocks(p("Före."), p("Ett ord"), p(" här."), p("Efter."), report=ONE)),
    "two paragraphs made one": (ONE, with_blocks(p("Före. Ett ord här."), p("Efter."), report=ONE)),
    "one of three alike removed": (TWICE, minus(1, report=TWICE)),
    "one of three alike changed": (TWICE, at(1, p("Lika, nästan."), report=TWICE)),
    "bold": (ONE, at(1, p("Ett ", B("ord"), " här."), report=ONE)),
    "a line break": (ONE, at(1, p("Ett", BR(), "ord här."), report=ONE)),
    "a list from a paragraph": (ONE, at(1, listed("ul", "Ett ord här."), report=ONE)),
    "a list item": (at(1, listed("ol", "ett", "två"), report=ONE), at(1, listed("ol", "ett", "mitt i", "två"), report=ONE)),
    "a numbered list before another": (
        at(1, listed("ol", "ett", "två"), report=ONE),
        with_blocks(p("Före."), listed("ol", "nytt"), p("Mellan."), listed("ol", "ett", "två"), p("Efter."), report=ONE),
    ),
    "a numbered list removed": (
        with_blocks(listed("ol", "nytt"), p("Mellan."), listed("ol", "ett", "två"), p("Efter."), report=ONE),
        with_blocks(p("Mellan."), listed("ol", "ett", "två"), p("Efter."), report=ONE),
    ),
    "a heading": (BASE, at(3, h("Statistik och underlag", "statistik"))),
    "a heading of another level": (BASE, at(3, h("Statistik", "statistik", 2))),
    "a section added first": (BASE, plus(0, h("Sammanfattning"), p("Kort sagt."))),
    "a section removed": (BASE, minus(0, 1)),
    "a section moved": (BASE, with_blocks(*BASE.blocks[3:6], *BASE.blocks[:3], BASE.blocks[6])),
    "no contents list": (BASE, replace(BASE, contents=False)),
    "a contents list": (replace(BASE, contents=False), BASE),
    "a contents list of one": (minus(3), BASE),
    "another title": (BASE, replace(BASE, title="En annan titel")),
    "a note added": (BASE, at(2, p("Ett stycke", N("c"), " som står kvar."))),
    "a note removed": (BASE, at(6, p("Det sista stycket."))),
    "a note reworded": (BASE, replace(BASE, notes={**BASE.notes, "a": ("Definitiv uppgift.",)})),
    "notes side by side, one removed": (
        at(1, p("Ord", N("a"), N("b"), "."), report=ONE),
        at(1, p("Ord", N("b"), "."), report=ONE),
    ),
    "notes side by side, one replaced": (
        at(1, p("Ord", N("a"), N("b"), "."), report=NOTED),
        at(1, p("Ord", N("c"), N("b"), "."), report=NOTED),
    ),
    "notes that change places": (at(1, p("Ord", N("a"), N("b")), report=ONE), at(1, p("Ord", N("b"), N("a")), report=ONE)),
    "a note marked again": (BASE, at(2, p("Ett stycke", N("a"), " som står kvar."))),
    "a note in a cell": (BASE, cells(("Berg", V("c1", "66"), (V("c2", "70"), N("c"))), ROW_ARE)),
    "a link": (at(1, p(L("https://a.se/", "hit")), report=ONE), at(1, p(L("https://a.se/", "dit bort")), report=ONE)),
    "a link's target": (at(1, p(L("https://a.se/", "hit")), report=ONE), at(1, p(L("https://b.se/", "hit")), report=ONE)),
    "a reference": (BASE, at(2, p("Ett stycke, se ", R("f1"), ", som står kvar."))),
    "a row added first": (BASE, cells(("Bräcke", "1", "2"), ROW_BERG, ROW_ARE)),
    "a row added last": (BASE, cells(ROW_BERG, ROW_ARE, ("Östersund", "1", "2"))),
    "the first row removed": (BASE, cells(ROW_ARE)),
    "the last row removed": (BASE, cells(ROW_BERG)),
    "rows in another order": (BASE, cells(ROW_ARE, ROW_BERG)),
    "cells": (BASE, cells(("Berg", V("c1", "67"), V("c2", "70")), ("Åre", "Saknas", "10"))),
    "a line in a cell": (BASE, cells(ROW_BERG, ("Åre", ("Saknas", BR(), "Mäts 2026"), "9"))),
    "a line less in a cell": (cells(ROW_BERG, ("Åre", ("Saknas", BR(), "Mäts 2026"), "9")), BASE),
    "a column added": (BASE, cells((*ROW_BERG, "1"), (*ROW_ARE, "2"), columns=("Kommun", "2023", "2024", "2025"))),
    "wider columns": (BASE, cells(("Berg", V("c1", "66\u00a0666\u00a0666,5"), V("c2", "70")), ROW_ARE)),
    "a table removed": (BASE, with_blocks(*BASE.blocks[:4], *BASE.blocks[5:])),
    "a table added": (BASE, plus(6, tab("t2", ("Andra",), ("A", "B"), ("x", "1")))),
    "a table before, so that another is renumbered": (BASE, plus(2, tab("t2", ("Andra",), ("A", "B"), ("x", "1")))),
    "a chart redrawn": (BASE, at(5, fig("f1", ("Ett diagram",), 5))),
    "a chart removed": (BASE, minus(5)),
    "a chart added": (BASE, plus(2, fig("f2", ("Ett till",), 6))),
    "a landscape passage": (BASE, plus(3, land(p("Liggande."), tab("t2", ("Bred",), ("A", "B"), ("x", "1"))))),
    "a landscape passage last": (ONE, plus(3, land(p("Liggande.")), report=ONE)),
    "a landscape passage right after the contents list": (BASE, plus(0, land(p("Liggande.")))),
    "no landscape passage": (plus(3, land(p("Liggande."))), BASE),
    "everything": (ONE, BASE),
    "nothing left": (BASE, ONE),
    "a long paragraph rewritten in part": (
        at(1, p(LONG, ", enligt ", R("x"), " och kommunerna."), report=ONE),
        at(1, p(LONG.replace("företagen", "bolagen"), ", enligt kommunerna."), report=ONE),
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_accepted_it_is_the_new_and_rejected_the_old(name: str) -> None:
    old, new = map(package, PAIRS[name])
    made = redline(old, new, BY)
    assert lint(made) == ()
    assert tuple(findings(old, new, made)) == ()
    assert made == redline(old, new, BY)


@pytest.mark.parametrize("name", PAIRS)
def test_the_independent_judge_agrees(name: str, shared: Path) -> None:
    old, new = map(package, PAIRS[name])
    assert oracle.judged(oracle.load(shared), old, new, redline(old, new, BY)) == []


def part(content: bytes, name: str = "word/document.xml") -> str:
    """A part's text."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def changes(made: bytes, name: str = "word/document.xml") -> list[tuple[str, str, str]]:
    """Tracked stretches of words: (ins or del, author, words)."""
    root = etree.fromstring(part(made, name).encode())
    found = root.iter(f"{{{W}}}ins", f"{{{W}}}del")
    return [
        (etree.QName(one).localname, one.get(f"{{{W}}}author", ""), words)
        for one in found
        if (words := "".join(text.text or "" for text in one.iter(f"{{{W}}}t", f"{{{W}}}delText")))
    ]


def made_of(name: str, by: Attribution = BY) -> bytes:
    """The redline of a pair."""
    old, new = map(package, PAIRS[name])
    return redline(old, new, by)


def test_an_edition_compared_with_itself_has_no_changes() -> None:
    made = made_of("nothing")
    assert "<w:ins " not in part(made)
    assert "<w:del " not in part(made)
    assert "Change " not in part(made)


def test_a_figure_is_replaced_whole_by_the_data_at_its_delivery() -> None:
    made = made_of("a value")
    assert changes(made) == [("del", "Data", "1\u00a0341"), ("ins", "Data", "1\u00a0345")]
    assert part(made).count('w:author="Data" w:date="2025-09-03T00:00:00Z"') == 2


def test_the_anchor_stays_round_a_changed_figure() -> None:
    inside = re.search(r'w:name="_rb_v1"/>(.*?)<w:bookmarkEnd', part(made_of("a value")))
    assert inside is not None
    assert inside[1].startswith("<w:del ") and inside[1].endswith("</w:ins>")


def test_a_word_is_replaced_by_the_text() -> None:
    assert changes(made_of("a word")) == [("del", "Text", "står"), ("ins", "Text", "ligger")]


def test_a_hard_space_alone_is_a_change() -> None:
    assert changes(made_of("a hard space")) == [("del", "Text", " "), ("ins", "Text", "\u00a0")]


def test_a_new_number_is_tracked_inside_the_field() -> None:
    made = made_of("a table before, so that another is renumbered")
    assert ("del", "Numrering", "1") in changes(made)
    assert ("ins", "Numrering", "2") in changes(made)
    assert "delInstrText" not in part(made)


def test_the_contents_list_is_numbering() -> None:
    made = made_of("a section added first")
    assert ("ins", "Numrering", "1 Sammanfattning") in changes(made)
    assert ("ins", "Text", "Sammanfattning") in changes(made)


def test_what_the_cover_says_of_the_edition_is_numbering() -> None:
    old = package(BASE)
    lines = {"2025-09-03": "2025-09-04", "01234567": "89abcdef"}
    new = edited(old, lambda text: re.sub("|".join(lines), lambda found: lines[found[0]], text), "word/document.xml")
    assert {author for _, author, _ in changes(redline(old, new, BY))} == {"Numrering"}


def test_a_passage_that_came_by_data_is_data() -> None:
    by = replace(BY, data_passages=frozenset({"Nytt stycke.", "Bräcke\t1\t2"}), data="Siffror")
    assert changes(made_of("a paragraph added", by)) == [("ins", "Siffror", "Nytt stycke.")]
    assert {author for _, author, _ in changes(made_of("a row added first", by))} == {"Siffror"}


def test_a_passage_that_came_by_data_came_when_its_values_did() -> None:
    by = replace(BY, data_passages=frozenset({"Bräcke\t7\t2"}), deliveries={**BY.deliveries, 3: "2025-09-10T00:00:00Z"})
    old, new = map(package, (BASE, cells(("Bräcke", V("c7", "7"), "2"), ROW_BERG, ROW_ARE)))
    made = part(redline(old, new, by))
    assert "2025-09-03T00:00:00Z" in made and "2025-09-10T00:00:00Z" not in made


def test_a_note_that_came_by_data_is_data() -> None:
    by = replace(BY, data_passages=frozenset({"Not c."}))
    made = made_of("a note added", by)
    assert re.findall(r'<w:ins w:id="\d+" w:author="(\w+)"', part(made)) == ["Data"]
    assert changes(made, "word/footnotes.xml") == [("ins", "Data", " Not c.")]


def test_paragraphs_after_the_last_are_told_as_they_are() -> None:
    assert changes(made_of("a paragraph last")) == [("ins", "Text", "Allra sist.")]
    assert changes(made_of("the last paragraph removed")) == [("del", "Text", "Efter.")]
    assert changes(made_of("a line in a cell")) == [("ins", "Text", "Mäts 2026")]
    assert changes(made_of("a line less in a cell")) == [("del", "Text", "Mäts 2026")]


def test_a_redrawn_chart_is_data() -> None:
    made = part(made_of("a chart redrawn"))
    assert 'w:author="Data"' in made
    assert made.count("<a:blip ") == 2


def test_a_reworded_note_is_tracked_in_the_note() -> None:
    made = made_of("a note reworded")
    assert changes(made) == []
    assert changes(made, "word/footnotes.xml") == [("del", "Text", "Preliminär"), ("ins", "Text", "Definitiv")]


def test_a_removed_note_and_one_in_its_place_have_each_their_own_id() -> None:
    made = made_of("notes side by side, one replaced")
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', part(made)) == ["1", "2", "3"]
    assert len(re.findall(r"<w:footnote w:id=", part(made, "word/footnotes.xml"))) == 3


def test_every_change_has_a_number_of_its_own() -> None:
    made = made_of("everything")
    numbers = re.findall(r'<w:(?:ins|del|\w+Change) w:id="(\d+)"', part(made) + part(made, "word/footnotes.xml"))
    assert len(numbers) == len(set(numbers)) > 20


def test_the_old_editions_picture_comes_along() -> None:
    old, new = map(package, PAIRS["a chart removed"])
    with ZipFile(BytesIO(redline(old, new, BY))) as archive:
        assert any(name.startswith("word/media/") for name in archive.namelist())


def test_a_bookmark_stands_once_though_its_heading_is_replaced() -> None:
    made = part(made_of("a heading of another level"))
    names = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]*)"', made)
    assert len(names) == len(set(names))


def test_a_heading_bears_the_name_it_had_whatever_comes_before_it() -> None:
    old, new = part(package(BASE)), part(package(plus(0, h("Nytt", "nytt"), p("Ett kapitel före."))))
    names = re.findall(r'w:name="(_Toc\d+)"', old)
    assert len(names) == 2 and re.findall(r'w:name="(_Toc\d+)"', new)[1:] == names


def test_two_headings_never_bear_the_same_name() -> None:
    names = re.findall(r'w:name="(_Toc\d+)"', part(package(with_blocks(h("Lika"), p("Ett."), h("Lika"), p("Två.")))))
    assert len(set(names)) == 2


def test_a_heading_that_is_gone_keeps_its_bookmark_when_no_other_has_it() -> None:
    made = part(made_of("no contents list"))
    names = re.findall(r'w:name="(_Toc\d+)"', part(package(BASE)))
    assert names and set(names) <= set(re.findall(r"_Toc\d+", made)) and "_Tocfore" not in made


@pytest.mark.parametrize("name", ["a section added first", "a heading", "the last paragraph rewritten", "a paragraph last"])
def test_bookmarks_stand_where_they_stood_in_either_edition(name: str) -> None:
    def stood(content: bytes) -> str:
        found = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]*)"|<w:t(?: [^>]*)?>([^<]*)|(</w:p>)', part(content))
        return "".join(f"[{name}]" if name else text or end for name, text, end in found)

    old, new = map(package, PAIRS[name])
    made = redline(old, new, BY)
    assert stood(resolved(made, accept=True)) == stood(new)
    assert stood(resolved(made, accept=False)) == stood(old)


def test_a_relationship_id_that_means_something_else_in_the_old_edition() -> None:
    old, new = map(package, PAIRS["a link's target"])
    first, second = (re.search(r'Id="(rId\w+)"[^>]*hyperlink', part(one, "word/_rels/document.xml.rels")) for one in (old, new))
    assert first is not None and second is not None
    reused = edited(old, lambda text: text.replace(first[1], second[1]), "word/document.xml", "word/_rels/document.xml.rels")
    made = redline(reused, new, BY)
    assert tuple(findings(reused, new, made)) == ()
    assert "https://a.se/" in part(made, "word/_rels/document.xml.rels")
    assert "https://b.se/" in part(made, "word/_rels/document.xml.rels")


def edited(content: bytes, edit: Callable[[str], str], *names: str) -> bytes:
    """A package with parts edited as text."""
    with ZipFile(BytesIO(content)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    return zipped(entries | {name: edit(entries[name].decode()).encode() for name in names})


def refused(old: bytes, new: bytes) -> set[tuple[Hindrance, str]]:
    """Why two files are not merged."""
    with pytest.raises(RedlineRefused) as raised:
        redline(old, new, BY)
    return {(reason.hindrance, reason.file) for reason in raised.value.reasons}


def test_a_file_that_is_none_is_refused() -> None:
    assert refused(b"ord", package(ONE)) == {(Hindrance.DAMAGED, "old")}
    assert refused(package(ONE), b"PK\x03\x04") == {(Hindrance.DAMAGED, "new")}


def test_a_file_with_tracked_changes_is_refused() -> None:
    tracked = made_of("a word")
    assert refused(tracked, package(BASE)) == {(Hindrance.TRACKED, "old")}
    assert refused(package(BASE), tracked) == {(Hindrance.TRACKED, "new")}


CONTROL = "<w:sdt><w:sdtContent><w:r><w:t>Före.</w:t></w:r></w:sdtContent></w:sdt>"
COMMENT = '<w:commentRangeStart w:id="0"/><w:r><w:t>Före.</w:t></w:r><w:commentRangeEnd w:id="0"/>'


@pytest.mark.parametrize("inserted", [CONTROL, COMMENT])
def test_what_we_never_write_is_refused_where_it_changes_and_left_alone_elsewhere(inserted: str) -> None:
    plain = '<w:r><w:t xml:space="preserve">Före.</w:t></w:r>'
    old, new = (
        edited(package(one), lambda text: text.replace(plain, inserted), "word/document.xml") for one in PAIRS["a hard space"]
    )
    assert inserted in part(redline(old, new, BY))
    assert refused(package(ONE), new) == {(Hindrance.FOREIGN, "old, new")}


def test_words_that_look_like_markup_stay_words() -> None:
    odd = 'a < b & "c" </w:t> xmlns:w="x" %s {0}'
    old, new = (package(at(1, p(word, " ", odd), report=ONE)) for word in ("Ett", "Två"))
    made = redline(old, new, BY)
    assert changes(made) == [("del", "Text", "Ett"), ("ins", "Text", "Två")]


ROW = r"<w:cantSplit/><w:ins [^>]*/></w:trPr>.*?</w:tr>"
LINK_INSIDE = r"\2\1\3</w:hyperlink></w:ins>"
# Where a fault stands that is not in the body.
ELSEWHERE = {
    "a note's body is not marked": "word/footnotes.xml",
    "a part is another: styles": "word/styles.xml",
    "a part is another: settings": "word/settings.xml",
    "a part is another: lists": "word/numbering.xml",
    "a part is another: the edition map": "customXml/item1.xml",
    "a part is another: types": "[Content_Types].xml",
}
# A merge that is wrong in one way, by what is done to its text; the proof must see every one of them.
WRONG: dict[str, tuple[str, Callable[[str], str]]] = {
    "an inserted run is dropped": ("a word", lambda text: re.sub(r"<w:ins [^>]*>.*?</w:ins>", "", text, count=1)),
    "a deleted run is dropped": ("a word", lambda text: re.sub(r"<w:del [^>]*>.*?</w:del>", "", text, count=1)),
    "a kept run is dropped": ("a word", lambda text: text.replace('<w:r><w:t xml:space="preserve"> kvar.</w:t></w:r>', "")),
    "a space is hard": ("a word", lambda text: text.replace(" kvar.", "\u00a0kvar.")),
    "inserted words are not marked": ("a word", lambda text: re.sub(r"<w:ins [^>]*>(.*?)</w:ins>", r"\1", text, count=1)),
    "a paragraph's end is not marked": (
        "a paragraph added",
        lambda text: re.sub(r"<w:rPr><w:ins [^>]*/></w:rPr>", "", text, count=1),
    ),
    "a row is not marked": ("a row added first", lambda text: re.sub(r"(<w:cantSplit/>)<w:ins [^>]*/>", r"\1", text, count=1)),
    "notes have changed places": (
        "notes side by side, one removed",
        lambda text: (
            text.replace('e w:id="1"', 'e w:id="x"').replace('e w:id="2"', 'e w:id="1"').replace('e w:id="x"', 'e w:id="2"')
        ),
    ),
    "a style is another": ("a word", lambda text: text.replace('"Heading1"', '"Heading2"', 1)),
    "a change of look is forgotten": ("wider columns", lambda text: re.sub(r"<w:pPrChange .*?</w:pPrChange>", "", text, count=1)),
    "a change of widths is forgotten": (
        "wider columns",
        lambda text: re.sub(r"<w:tcPrChange .*?</w:tcPrChange>", "", text, count=1),
    ),
    "a link leads elsewhere": ("a link", lambda text: re.sub(r'r:id="\w+" w:history', 'r:id="rId85554b2ba7" w:history', text)),
    "a field's target is another": ("a reference", lambda text: text.replace("REF _Ref_t1", "REF _Ref_f1", 1)),
    "a picture is another": (
        "a chart redrawn",
        lambda text: re.sub(r'(r:embed=")(\w+)(".*?r:embed=")(\w+)', r"\1\4\3\2", text, count=1),
    ),
    "an anchor is lost": (
        "a word",
        lambda text: re.sub(r'<w:bookmarkStart w:id="(\d+)" w:name="_rb_v1"/>(.*?)<w:bookmarkEnd w:id="\1"/>', r"\2", text),
    ),
    "the last paragraph's end is marked": (
        "a word",
        lambda text: re.sub(
            r"(.*<w:p><w:pPr>.*?)(</w:pPr>)",
            r'\1<w:rPr><w:ins w:id="999" w:author="a" w:date="2025-09-15T00:00:00Z"/></w:rPr>\2',
            text,
        ),
    ),
    "a deleted text is no deleted text": ("a word", lambda text: text.replace("w:delText", "w:t")),
    "the last section has no header": ("a word", lambda text: re.sub(r"(.*)<w:headerReference [^>]*/>", r"\1", text)),
    "spaces do not count": ("a word", lambda text: text.replace(' xml:space="preserve"', "")),
    "spaces do not count in what is deleted": (
        "a hard space",
        lambda text: text.replace('<w:delText xml:space="preserve">', "<w:delText>"),
    ),
    "words in a row that has come are not marked": (
        "a row added first",
        lambda text: re.sub(ROW, lambda row: re.sub(r"<w:ins [^>]*[^/]>|</w:ins>", "", row[0]), text, count=1),
    ),
    "ends of paragraphs in a row that has come are not marked": (
        "a row added first",
        lambda text: re.sub(ROW, lambda row: re.sub(r"<w:rPr><w:ins [^>]*/></w:rPr>", "", row[0]), text, count=1),
    ),
    "a link stands in what has come": (
        "a link's target",
        lambda text: re.sub(r"(<w:hyperlink [^>]*>)(<w:ins [^>]*>)(.*?)</w:ins></w:hyperlink>", LINK_INSIDE, text, count=1),
    ),
    "a link opens elsewhere": ("a link", lambda text: text.replace('w:history="1"', 'w:history="1" w:tgtFrame="_blank"', 1)),
    "words are tracked as moved": (
        "a section moved",
        lambda text: re.sub(r"<w:ins ([^>]*[^/])>(.*?)</w:ins>", r"<w:moveTo \1>\2</w:moveTo>", text, count=1),
    ),
    "a moment without zone": ("a word", lambda text: text.replace("00:00:00Z", "00:00:00")),
    "a table within a cell": (
        "a word",
        lambda text: text.replace("</w:tcPr><w:p>", "</w:tcPr><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p>", 1),
    ),
    "a note's body is not marked": ("a note added", lambda text: re.sub(r"<w:ins [^>]*>|</w:ins>", "", text)),
    "a part is another: styles": ("a word", lambda text: text.replace("Calibri", "Arial")),
    "a part is another: settings": ("a word", lambda text: text.replace("</w:settings>", "<w:trackRevisions/></w:settings>")),
    "a part is another: lists": ("a numbered list before another", lambda text: re.sub(r'w:left="\d+"', 'w:left="3"', text)),
    "a part is another: the edition map": ("a word", lambda text: text.replace('uppgifterper="', 'uppgifterper="x')),
    "a part is another: types": ("a word", lambda text: text.replace("document.main+xml", "template.main+xml")),
    "the end's bookmark is lost": (
        "a word",
        lambda text: re.sub(r'<w:bookmarkStart w:id="(\d+)" w:name="_rb_slut"/>(.*?)<w:bookmarkEnd w:id="\1"/>', r"\2", text),
    ),
}


@pytest.mark.parametrize("fault", WRONG)
def test_the_proof_sees_a_wrong_merge(fault: str) -> None:
    name, spoil = WRONG[fault]
    old, new = map(package, PAIRS[name])
    made = redline(old, new, BY)
    spoiled = edited(made, spoil, ELSEWHERE.get(fault, "word/document.xml"))
    assert spoiled != made
    assert tuple(findings(old, new, spoiled)) != ()


def test_resolved_it_is_the_editions() -> None:
    old, new = map(package, PAIRS["a word"])
    made = redline(old, new, BY)
    assert "ligger" in part(resolved(made, True)) and "står" not in part(resolved(made, True)).split("Ett stycke")[1][:60]
    assert "ligger" not in part(resolved(made, False))
