"""A late correction after colleagues have edited the draft: listed, made by hand, and then there is nothing left."""

import json
from collections.abc import Iterable
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from rapportbyggare.app.build import build
from rapportbyggare.app.corrections import CorrectionReport, corrections
from rapportbyggare.app.corrections_markdown import corrections_markdown
from rapportbyggare.app.single import Said
from rapportbyggare.app.taking_in import Order, take_single
from rapportbyggare.cli.corrections_text import corrections_data, corrections_text
from rapportbyggare.diff.correction import Correction, Standing, What
from tests.e2e.office import Office
from tests.e2e.report import copied, silent
from tests.e2e.small_project import FACTS, HEAD, OPENING, Project, write_project
from tests.unit.diff.edits import W, moved_after, retyped, tracked, typed_over, without_bookmark

DOCPR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
MORE = """\
{% format 1 %}

# Analys {#analys}

Av länets kommuner är Åre {{ rang(antal_kkb, ar, 'Åre') | rangord }}.
Där finns {{ antal_kkb(ar, 'Åre') }} företag, och det är preliminärt.

{% if antal_kkb(ar, 'Åre') > 500 %}
Åre har passerat femhundra företag.
{% else %}
Åre har ännu färre än femhundra företag, nämligen {{ antal_kkb(ar, 'Åre') }}.
{% endif %}
"""
FIRST = "antal_kkb;antal;2025;Åre;196;antal;preliminär;;;;;B6\n"
LATER = """\
antal_kkb;antal;2025;Östersund;150;antal;definitiv;;;;;B5
antal_kkb;antal;2025;Åre;720;antal;definitiv;;;;;B6
antal_kkb;antal;2025;Jämtlands län;870;antal;definitiv;;;;;B7
"""
TODO, DONE, LOST = Standing.TODO, Standing.DONE, Standing.LOST


@pytest.fixture
def drafted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Project:
    """A small project with its draft built, and then a correction of its figures taken in."""
    project = Project(tmp_path / "projekt", capsys)
    write_project(project.folder, chart=True)
    project.write(
        "sections/10-inledning.md",
        OPENING.replace("fanns {{ antal_kkb(ar) }} företag", "fanns {{ antal_kkb(ar) }} aktiva företag"),
    )
    project.write("sections/30-analys.md", MORE)
    project.deliver(facts(FIRST))
    assert project.build("--ut", f"{tmp_path}/utkast.docx").code == 0
    correct(project)
    return project


def facts(are: str) -> str:
    return "".join(line for line in FACTS.splitlines(keepends=True) if ";2025;Åre;" not in line) + are


def correct(project: Project) -> None:
    content = (HEAD + LATER).encode()
    project.write("report/data/leverans-002.csv", content)
    index = project.folder / "report/data/leveranser.csv"
    row = f"2;leverans;scb;2025-09;2025-09-20;rattat.xlsx;;leverans-002.csv;{sha256(content).hexdigest()};;;\n"
    index.write_text(index.read_text(encoding="utf-8") + row, encoding="utf-8")


def asked(project: Project, file: Path) -> CorrectionReport:
    before = project.files()
    content = file.read_bytes()
    report = corrections(project.folder, file, lambda _: None)
    assert (project.files(), file.read_bytes()) == (before, content)
    assert report.problems == ()
    return report


def draft_of(project: Project) -> Path:
    return project.folder.with_name("utkast.docx")


def rewritten(file: Path, target: Path, edits: Iterable[object], media: bytes = b"") -> Path:
    """The file with edits made to its body and notes, and its pictures exchanged."""
    roots: dict[str, etree._Element] = {}
    with ZipFile(file) as old:
        entries = {name: old.read(name) for name in old.namelist()}
    for name in ("word/document.xml", "word/footnotes.xml"):
        roots[name] = etree.fromstring(entries[name])
    for edit in edits:
        assert callable(edit)
        edit(roots)
    entries |= {
        name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) for name, root in roots.items()
    }
    entries |= {name: media for name in entries if name.endswith(".png") and media}
    with ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name, content in entries.items():
            new.writestr(name, content)
    return target


def in_body(edit: object) -> object:
    assert callable(edit)
    return lambda roots: edit(roots["word/document.xml"])


def by_hand(one: Correction) -> object:
    """What somebody who follows the list does."""

    def edit(roots: dict[str, etree._Element]) -> None:
        match one.what:
            case What.VALUE:
                run = found(roots, one)
                run.text = (run.text or "").replace(one.stands, one.right)
            case What.ALT:
                for drawing in roots["word/document.xml"].iter(DOCPR):
                    drawing.set("descr", drawing.get("descr", "").replace(one.stands, one.right))
            case What.NOTE:
                for mark in list(roots["word/document.xml"].iter(W + "footnoteReference")):
                    if note_of(roots, mark) == one.old:
                        mark.getparent().remove(mark)  # type: ignore[union-attr]
            case What.PICTURE:
                pass
            case _:
                old = max(roots["word/document.xml"].iter(W + "p"), key=lambda each: shared(one.stands, said(each)))
                words = said(old).replace(one.stands, one.right) if one.stands in said(old) else one.right
                old.getparent().replace(old, paragraph_of(words))  # type: ignore[union-attr]

    return edit


def found(roots: dict[str, etree._Element], one: Correction) -> etree._Element:
    """The run that holds a value, in the paragraph that has most of its sentence."""
    runs = [text for root in roots.values() for text in root.iter(W + "t") if text.text and one.stands in text.text]
    return max(runs, key=lambda text: shared(one.sentence, said(next(text.iterancestors(W + "p")))))


def shared(one: str, other: str) -> int:
    """The length of the longest stretch that two texts have in common."""
    return SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size


def said(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(W + "t"))


def note_of(roots: dict[str, etree._Element], mark: etree._Element) -> str:
    notes = {note.get(W + "id"): said(note).strip() for note in roots["word/footnotes.xml"].iter(W + "footnote")}
    return notes[mark.get(W + "id")]


def paragraph_of(words: str) -> etree._Element:
    paragraph = etree.Element(W + "p")
    etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = words
    return paragraph


def short(report: CorrectionReport) -> list[tuple[Standing, str, str]]:
    return [(one.standing, one.stands, one.right) for one in report.items]


def test_an_untouched_draft_lists_word_rank_figure_label_alternative_text_and_note(drafted: Project) -> None:
    report = asked(drafted, draft_of(drafted))
    assert {one.standing for one in report.items} == {TODO}
    assert {(one.stands, one.right) for one in report.items if one.what is What.VALUE} >= {
        ("ökade", "minskade"),
        ("näst störst", "störst"),
        ("901", "870"),
        ("11", "20"),
        ("196", "720"),
        ("juli\u00a02025", "september\u00a02025"),
    }
    assert {one.what for one in report.items} >= {What.ALT, What.PICTURE, What.NOTE, What.PASSAGE}
    (picture,) = [one for one in report.items if one.what is What.PICTURE]
    assert ("Åre, juli 2025", "196 (preliminärt)", "720") in picture.drawn
    assert "Filen bygger på uppgifter per 2025-09-01" in report.remarks[0]
    assert "Dagens uppgifter är per 2025-09-20." in report.remarks[0]


def test_nothing_is_listed_for_a_draft_made_of_todays_figures(drafted: Project) -> None:
    target = draft_of(drafted).with_name("nytt.docx")
    assert drafted.build("--ut", str(target)).code == 0
    report = asked(drafted, target)
    assert report.items == ()
    assert corrections_text(report).endswith("Inget att rätta för hand")


def edited_by_colleagues(project: Project) -> Path:
    """Some have corrected, some have moved and reworded, one has tracked, one has lost a bookmark, one has been wrong."""
    edits = (
        retyped(" aktiva företag i ", " verksamma företag i "),
        tracked("ökade", "minskade"),
        typed_over("11", "21"),
        without_bookmark("901"),
        moved_after("Av länets kommuner", "Figur\u00a01"),
    )
    return rewritten(draft_of(project), draft_of(project).with_name("redigerad.docx"), map(in_body, edits))


def expected(report: CorrectionReport) -> None:
    values = {(one.stands, one.right): one for one in report.items if one.what is What.VALUE}
    assert values["minskade", "minskade"].standing is DONE
    assert (values["21", "20"].standing, values["21", "20"].remark[:16]) == (TODO, "Någon har ändrat")
    assert any("verksamma företag" in one.sentence and (one.stands, one.right) == ("901", "870") for one in report.items)
    assert values["näst störst", "störst"].heading == "2 Statistik"
    assert report.counted(LOST) == 0


def test_a_draft_that_colleagues_have_edited(drafted: Project) -> None:
    expected(report := asked(drafted, edited_by_colleagues(drafted)))
    assert any("2 spårade ändringar" in remark for remark in report.remarks)


def test_all_of_it_is_found_after_saving_in_libreoffice_and_nothing_is_left_when_it_is_corrected(
    drafted: Project, office: Office
) -> None:
    edited = edited_by_colleagues(drafted)
    saved = office.convert(edited, "docx")
    before, report = asked(drafted, edited), asked(drafted, saved)
    expected(report)
    assert short(report) == short(before)
    todo = [one for one in report.items if one.standing is TODO]
    today = drafted.folder.with_name("nytt.docx")
    assert drafted.build("--ut", str(today)).code == 0
    with ZipFile(today) as archive:
        (picture,) = [archive.read(name) for name in archive.namelist() if name.endswith(".png")]
    made = rewritten(saved, saved.with_name("rattad.docx"), map(by_hand, todo), picture)
    for file in (made, office.convert(made, "docx")):
        left = asked(drafted, file)
        assert [one for one in left.items if one.standing is not DONE] == []
        assert corrections_text(left).endswith(f"Inget att rätta för hand, {len(report.items)} redan rättade")


def test_text_markdown_and_json_say_the_same(drafted: Project) -> None:
    report = asked(drafted, edited_by_colleagues(drafted))
    closing = f"{report.counted(TODO)} att rätta för hand, 1 redan rättad"
    text, markdown, data = corrections_text(report), corrections_markdown(report), corrections_data(report, 0, ())
    assert text.endswith(closing)
    assert "2 STATISTIK" in text and "## 2 Statistik" in markdown and f"{closing}." in markdown
    assert '"schema": "rattelser/1"' in data and '"ratta": ' in data


def test_a_list_that_cannot_be_saved_is_told_to_programs_too(drafted: Project) -> None:
    drafted.write("upptagen", "en fil på mappens plats")
    outcome = drafted.run(
        *("andringar", "--projekt", "{}", "--i", str(draft_of(drafted)), "--ut", "{}/upptagen/lista.md", "--format", "json")
    )
    data = json.loads(outcome.out)
    assert (outcome.code, data["slutkod"], [one["kod"] for one in data["problem"]]) == (3, 3, ["gar-inte-att-skriva"])
    assert len(data["rattelser"]) == sum(data["antal"].values()) > 0


@pytest.mark.parametrize(
    ("make", "code"), [("saknas", "fil-saknas"), ("mapp", "mapp-i-stallet-for-fil"), ("främmande", "inte-ett-eget-dokument")]
)
def test_a_file_that_is_not_ours(drafted: Project, make: str, code: str) -> None:
    import docx

    path = drafted.folder / f"{make}.docx"
    if make == "mapp":
        path.mkdir()
    elif make == "främmande":
        docx.Document().save(str(path))
    report = corrections(drafted.folder, path, lambda _: None)
    assert [problem.code for problem in report.problems] == [code]
    assert report.items == () and corrections_text(report) == "" and report.problems[0].remedy


def test_a_final_document_is_asked_by_its_words(drafted: Project) -> None:
    index = drafted.folder / "report/data/leveranser.csv"
    rows = index.read_text(encoding="utf-8")
    index.write_text("".join(rows.splitlines(keepends=True)[:-1]), encoding="utf-8")
    later = drafted.folder / "report/data/leverans-002.csv"
    content = later.read_bytes()
    later.unlink()
    target = drafted.folder.with_name("forslag.docx")
    outcome = drafted.build("--slutlig", "--ut", str(target))
    assert outcome.code == 0, outcome.err
    later.write_bytes(content)
    index.write_text(rows, encoding="utf-8")
    final, untouched = asked(drafted, target), asked(drafted, draft_of(drafted))
    assert short(final) == short(untouched)
    assert final.remarks[1] == "Filen saknar utkastets märken. Ställena är därför sökta med hjälp av orden."


def test_a_draft_whose_deliveries_are_gone_is_refused(drafted: Project) -> None:
    index = drafted.folder / "report/data/leveranser.csv"
    header, _, second = index.read_text(encoding="utf-8").splitlines(keepends=True)
    index.write_text(header + second, encoding="utf-8")
    report = corrections(drafted.folder, draft_of(drafted), lambda _: None)
    assert [problem.code for problem in report.problems] == ["leverans-borta"]


def test_an_expression_rewritten_since_is_corrected_too(drafted: Project) -> None:
    drafted.change(
        "sections/30-analys.md",
        "Där finns {{ antal_kkb(ar, 'Åre') }} företag",
        "Där finns {{ antal_kkb(ar - 1, 'Åre') }} företag",
    )
    report = asked(drafted, draft_of(drafted))
    assert "Avsnitten har ändrats sedan filen byggdes" in report.remarks[1]
    assert ("196", "190") in {(one.stands, one.right) for one in report.items}


def test_a_claim_that_no_longer_holds_is_listed_until_its_words_are_gone(office: Office, tmp_path: Path) -> None:
    """The example report claims that the county's share is rather low; a new share belies it."""
    folder = copied(tmp_path / "projekt")
    built = build(folder, False, tmp_path / "utkast.docx", silent)
    assert built.document is not None, built.problems
    said = Said("andel_kkb", "9,4 %", "SCB, telefon", "prov", "2025-09-10", year="2025")
    assert take_single(said, Order(files=(), received="2025-09-11"), folder).problems == ()
    saved = office.convert(built.document.path, "docx")
    untrue = [one for one in corrections(folder, saved, silent).remarks if one.startswith("Stämmer inte längre")]
    assert len(untrue) == 1 and "förhållandevis låg" in untrue[0] and "9,4" in untrue[0]
    mended = rewritten(
        saved, tmp_path / "rattat.docx", [in_body(lambda root: exchange(root, "förhållandevis låg", "högre än rikets"))]
    )
    assert not [one for one in corrections(folder, mended, silent).remarks if one.startswith("Stämmer inte längre")]


def exchange(root: etree._Element, old: str, new: str) -> None:
    runs = [run for run in root.iter(W + "t") if old in (run.text or "")]
    assert runs
    for run in runs:
        run.text = (run.text or "").replace(old, new)
