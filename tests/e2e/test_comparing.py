"""`jamfor` on a small report: each way of naming an edition, what is written, and that nothing is when something is wrong."""

import json
import re
import shutil
import subprocess
import sys
import types
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from rapportbyggare.word.finished import finished
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.lint.lint import lint
from rapportbyggare.word.revisions.revisions import resolved
from tests.e2e.faults import english
from tests.e2e.small_project import DOCUMENT, Project, snapshot

DRAFT = "{}/output/utkast.docx"
NAMES = ("jamforelse.html", "jamforelse.docx", "jamforelse.json")
TRACKED_ONLY = {"sparade-andringar"}
GIT = shutil.which("git")
needs_git = pytest.mark.usefixtures("git_there")


@pytest.fixture
def git_there(tool: Callable[[str], str]) -> str:
    """Git, where it is installed or demanded."""
    return tool("git")


def compare(project: Project, *words: str) -> dict[str, object]:
    """The answer of a comparison that goes well, as a program reads it."""
    outcome = project.run("jamfor", *words, "--projekt", "{}", "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    found = json.loads(outcome.out)
    assert isinstance(found, dict) and len(outcome.out.splitlines()) == 1
    return found


def changes(answer: dict[str, object]) -> list[tuple[str, str, str]]:
    """Cause and both wordings of each change in the text; the cover follows from the rest."""
    every = answer["andringar"]
    assert isinstance(every, list)
    return [(one["orsak"], one["fore"], one["efter"]) for one in every if one["slag"] != "försättsblad"]


def files(answer: dict[str, object]) -> list[str]:
    found = answer["filer"]
    assert isinstance(found, list)
    return [one["fil"] for one in found]


def rewrite(project: Project) -> None:
    project.change("sections/30-analys.md", "Företagen är små.", "Företagen är mycket små.")


def git(project: Project, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.se", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false")
    assert GIT is not None
    subprocess.run([GIT, *who, *words], cwd=project.folder, check=True, capture_output=True)


@pytest.fixture
def committed(project: Project) -> Project:
    """The project in git, with one commit under a tag, then rewritten."""
    git(project, "init", "-q")
    git(project, "add", "report", "sections", "figures")
    git(project, "commit", "-qm", "ett")
    git(project, "tag", "forsta")
    rewrite(project)
    return project


@pytest.fixture
def built(project: Project) -> Project:
    """The project with a draft beside it, then rewritten."""
    assert project.build("--ut", DRAFT).code == 0
    rewrite(project)
    return project


REWRITTEN = [("text", "Företagen är små.", "Företagen är mycket små.")]


def test_a_built_draft_and_the_sources(built: Project) -> None:
    answer = compare(built, DRAFT)
    assert changes(answer) == REWRITTEN
    assert files(answer) == [f"output/jamforelse-utkast-nu/{name}" for name in NAMES]
    assert answer["anmarkningar"] == []


def test_the_redline_accepted_is_the_new_and_rejected_the_old(built: Project) -> None:
    compare(built, DRAFT)
    old = (built.folder / "output/utkast.docx").read_bytes()
    assert built.build().code == 0
    new = (built.folder / DOCUMENT).read_bytes()
    redline = (built.folder / "output/jamforelse-utkast-nu/jamforelse.docx").read_bytes()
    assert not lint(redline)
    assert texts(resolved(redline, True)) == texts(new) != texts(old)
    assert texts(resolved(redline, False)) == texts(old)
    assert set(authors(redline)) == {"Text", "Numrering"}  # the edition's mark on the cover follows from the rest


def test_authors_are_called_what_is_asked(project: Project) -> None:
    project.write(
        "lang.csv", "indikator;matt;ar;plats;varde;enhet;status\nantal_kkb;antal;2025;Jämtlands län;880;antal;definitiv\n"
    )
    project.write("report/kallor/lang.toml", 'format = 1\nslag = "lang"\nfilnamn = ["lang*"]\n')
    assert project.run("ta-emot", "{}/lang.csv", "--uttag", "2025-09", "--inlast", "2025-09-20", "--projekt", "{}").code == 0
    rewrite(project)
    called = ("--författare", "data=Statistikern", "--forfattare", "text=Eva Å", "--forfattare=numrering=N")
    answer = compare(project, "1", *called)
    assert ("data", "901", "880") in changes(answer)
    found = authors((project.folder / "output/jamforelse-1-nu/jamforelse.docx").read_bytes())
    assert {"Statistikern"} <= set(found) <= {"Statistikern", "Eva Å", "N"}
    assert set(found["Statistikern"]) == {"2025-09-20T00:00:00Z"}


def texts(content: bytes) -> list[str]:
    """The words of each paragraph of the body and the notes."""
    found = []
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in ("word/document.xml", "word/footnotes.xml"):
            paragraphs = etree.fromstring(archive.read(name)).iter(w("p"))
            found += ["".join(text.text or "" for text in paragraph.iter(w("t"))) for paragraph in paragraphs]
    return found


def authors(redline: bytes) -> dict[str, list[str]]:
    """The moments of the tracked changes, by author."""
    found: dict[str, list[str]] = {}
    with zipfile.ZipFile(BytesIO(redline)) as archive:
        every = "".join(archive.read(name).decode() for name in ("word/document.xml", "word/footnotes.xml"))
    for author, moment in re.findall(r'<w:(?:ins|del)\b[^>]*w:author="([^"]*)"[^>]*w:date="([^"]*)"', every):
        found.setdefault(author, []).append(moment)
    return found


def test_a_frozen_edition(project: Project) -> None:
    assert project.run("frys", "september", "--projekt", "{}").code == 0
    rewrite(project)
    answer = compare(project, "september", "nu")
    assert (changes(answer), answer["anmarkningar"]) == (REWRITTEN, [])


def test_a_final_document_is_known_by_its_frozen_edition(project: Project) -> None:
    project.change("report/rapport.toml", 'status = "utkast"', 'status = "till nämnden"')
    assert project.run("frys", "namnden", "--projekt", "{}").code == 0
    assert project.build("--ut", "{}/output/forslag.docx").code == 0
    rewrite(project)
    answer = compare(project, "{}/output/forslag.docx")
    assert changes(answer) == REWRITTEN
    assert "namnden" in str(answer["anmarkningar"])
    redline = (project.folder / "output/jamforelse-forslag-nu/jamforelse.docx").read_bytes()
    assert not lint(redline)
    assert {one.code for one in finished(redline, "jamforelse.docx")} == TRACKED_ONLY
    assert project.build().code == 0
    for accepted, file in ((True, DOCUMENT), (False, "output/forslag.docx")):
        built = (project.folder / file).read_bytes()
        assert [text for text in texts(resolved(redline, accepted)) if text] == [text for text in texts(built) if text]


def foreign(words: str) -> bytes:
    """A small Word file by somebody else."""
    target = BytesIO()
    document = docx.Document()
    document.add_heading("Protokoll", 1)
    document.add_paragraph("Nämnden beslutade att lägga rapporten till handlingarna.")
    document.add_paragraph(words)
    document.save(target)
    return target.getvalue()


def test_a_foreign_pair_has_the_page_and_the_data(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """And no redline, when no engine for such files is installed; how to get one is told."""
    monkeypatch.setitem(sys.modules, "python_redlines.engines", None)
    project.write("a.docx", foreign("Mötet slutade klockan tolv."))
    project.write("b.docx", foreign("Mötet slutade klockan ett."))
    outcome = project.run("jamfor", "{}/a.docx", "{}/b.docx", "--projekt", "{}")
    assert outcome.code == 0
    assert "a.docx är inte byggd av rapportbyggare" in outcome.err
    assert f'{sys.executable} -m pip install "python-redlines[docxodus]>=2"' in " ".join(outcome.err.split())
    there = project.folder / "output/jamforelse-a-b"
    assert sorted(one.name for one in there.glob("*")) == [
        *(f".{name}.sha256" for name in ("jamforelse.html", "jamforelse.json")),
        "jamforelse.html",
        "jamforelse.json",
    ]


def test_a_foreign_redline_is_proven_and_the_same_every_time(project: Project) -> None:
    project.write("a.docx", foreign("Mötet slutade klockan tolv."))
    project.write("b.docx", foreign("Mötet slutade klockan ett."))
    for folder in ("ett", "två"):
        compare(project, "{}/a.docx", "{}/b.docx", "--ut", f"{{}}/{folder}")
    redline = (project.folder / "ett/jamforelse.docx").read_bytes()
    assert redline == (project.folder / "två/jamforelse.docx").read_bytes()
    assert bodies(resolved(redline, True)) == bodies((project.folder / "b.docx").read_bytes())
    assert bodies(resolved(redline, False)) == bodies((project.folder / "a.docx").read_bytes())


def bodies(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs]


def test_a_redline_that_is_not_the_two_files_is_thrown_away(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    engines = types.ModuleType("python_redlines.engines")

    class Wrong:
        def run_redline(self, *_: object, **__: object) -> tuple[bytes, str, None]:
            return foreign("Mötet slutade aldrig."), "", None

    engines.DocxodusEngine = Wrong  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "python_redlines", types.ModuleType("python_redlines"))
    monkeypatch.setitem(sys.modules, "python_redlines.engines", engines)
    project.write("a.docx", foreign("Mötet slutade klockan tolv."))
    project.write("b.docx", foreign("Mötet slutade klockan ett."))
    outcome = project.run("jamfor", "{}/a.docx", "{}/b.docx", "--projekt", "{}")
    assert "blir inte den nya utgåvan" in outcome.err
    assert not (project.folder / "output/jamforelse-a-b/jamforelse.docx").exists()


def test_a_final_document_without_a_frozen_edition_is_read_by_its_words(project: Project) -> None:
    assert project.build("--slutlig", "--ut", "{}/output/forslag.docx").code == 0
    rewrite(project)
    answer = compare(project, "{}/output/forslag.docx")
    assert [one for one in changes(answer) if one[1] != "till nämnden"] == REWRITTEN
    assert files(answer)[0].endswith(".html")


@needs_git
@pytest.mark.parametrize("word", ["forsta", "HEAD", "git:HEAD", "git:forsta"])
def test_a_revision_in_git(committed: Project, word: str) -> None:
    assert changes(compare(committed, word)) == REWRITTEN


@needs_git
def test_a_revision_runs_nothing_and_leaves_nothing(committed: Project, tmp_path: Path) -> None:
    """Neither a filter nor a link of the repository has a say."""
    mark = tmp_path / "kört"
    committed.write("sections/.gitattributes", "*.md filter=f\n")
    (committed.folder / "figures/ut").symlink_to(tmp_path)
    git(committed, "add", "sections", "figures")
    git(committed, "commit", "-qm", "två")
    git(committed, "config", "filter.f.smudge", f"touch {mark}")
    before = snapshot(committed.folder)
    assert changes(compare(committed, "forsta", "HEAD", "--ut", f"{tmp_path}/svar")) == REWRITTEN
    assert not mark.exists()
    assert snapshot(committed.folder) == before


@needs_git
def test_a_name_that_is_two_things_is_told(committed: Project) -> None:
    assert committed.run("frys", "forsta", "--projekt", "{}").code == 0
    outcome = committed.run("jamfor", "forsta", "--projekt", "{}")
    assert outcome.code == 0
    assert "”forsta” läses som den frysta utgåvan, men är också namnet på versionen i git" in outcome.err
    assert "git:forsta" in outcome.err


@needs_git
def test_nothing_is_said_of_a_name_that_nobody_wrote(committed: Project) -> None:
    git(committed, "tag", "nu")
    assert committed.run("jamfor", "forsta", "--projekt", "{}").err == ""
    outcome = committed.run("jamfor", "nu", "nu", "--projekt", "{}")
    assert outcome.err.count("men är också namnet på versionen i git") == 1


@needs_git
def test_a_day_and_a_revision_of_that_name_have_answers_of_their_own(committed: Project) -> None:
    git(committed, "tag", "2025-09-30")
    (folder,) = {Path(file).parent.name for file in files(compare(committed, "git:2025-09-30"))}
    assert folder == "jamforelse-git-2025-09-30-nu"


def test_two_files_of_one_name_are_called_by_their_folders_too(built: Project) -> None:
    (built.folder / "annan").mkdir()
    edited(Path(DRAFT.format(built.folder)), built.folder / "annan" / "utkast.docx", "Företagen", "Bolagen")
    answer = compare(built, DRAFT, "{}/annan/utkast.docx")
    old, new = answer["gammal"], answer["ny"]
    assert isinstance(old, dict) and isinstance(new, dict)
    assert (old["namn"], new["namn"]) == ("output/utkast.docx", "annan/utkast.docx")


def test_what_was_done_in_a_file_compared_with_itself_is_told_once(built: Project) -> None:
    edited(Path(DRAFT.format(built.folder)), built.folder / "output" / "deras.docx", "Företagen", "Bolagen")
    answer = compare(built, "{}/output/deras.docx", "{}/output/deras.docx")
    assert answer["lika"] is True
    handed = answer["i_filerna"]
    assert isinstance(handed, list) and len(handed) == 1


@pytest.mark.parametrize("word", ["nu", "2025-09-30", "1", "leverans 1"])
def test_an_edition_compared_with_itself_gives_nothing(project: Project, word: str) -> None:
    before = snapshot(project.folder)
    answer = compare(project, word, word)
    assert (answer["lika"], answer["andringar"], answer["uppgifter"], answer["filer"]) == (True, [], [], [])
    assert {name for name in snapshot(project.folder) if name.startswith("output")} == {
        name for name in before if name.startswith("output")
    }


def test_a_draft_compared_with_itself_gives_nothing(project: Project) -> None:
    assert project.build("--ut", DRAFT).code == 0
    assert compare(project, DRAFT, DRAFT)["lika"] is True
    assert compare(project, DRAFT)["lika"] is True


def test_two_runs_give_the_same_bytes(built: Project) -> None:
    for folder in ("ett", "två"):
        compare(built, DRAFT, "--ut", f"{{}}/{folder}")
    for name in NAMES:
        assert (built.folder / "ett" / name).read_bytes() == (built.folder / "två" / name).read_bytes()


def test_what_somebody_has_edited_is_not_replaced(built: Project) -> None:
    compare(built, DRAFT)
    page = built.write("output/jamforelse-utkast-nu/jamforelse.html", "mina anteckningar")
    built.change("sections/30-analys.md", "mycket små", "väldigt små")
    outcome = built.run("jamfor", DRAFT, "--projekt", "{}")
    assert outcome.code == 0
    assert page.read_text() == "mina anteckningar"
    assert "har ändrats sedan den skrevs" in outcome.out


def edited(source: Path, target: Path, old: str, new: str) -> None:
    """A copy of a Word file with words of its text exchanged."""
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            copy.writestr(name, content)


def test_an_edited_copy_tells_what_was_written_where(project: Project) -> None:
    """The new wording keeps its figures bound; a figure that was written over is told apart."""
    assert project.build("--ut", DRAFT).code == 0
    there = project.folder / "output"
    edited(there / "utkast.docx", there / "a.docx", "I juli ", "Redan i juli ")
    edited(there / "a.docx", there / "redigerat.docx", ">901<", ">999<")
    outcome = project.run("jamfor", "{}/output/redigerat.docx", "--projekt", "{}")
    assert outcome.code == 0
    assert re.search(r"Omskrivet: .*\(sections/10-inledning\.md:5\)", outcome.out)
    line = next(one for one in outcome.out.splitlines() if one.startswith("Redan i juli"))
    assert line.startswith("Redan i juli {{ ar }} fanns ")
    assert " företag i {{ lan }}[^scb], se [](#antal)." in line
    assert re.search(r"901 → 999, .*\(sections/10-inledning\.md:5\)", outcome.out)


def test_a_page_that_is_mailed_tells_what_was_done_and_not_where_files_lie(project: Project) -> None:
    assert project.build("--ut", DRAFT).code == 0
    copy = project.folder / "output" / "redigerat.docx"
    edited(Path(DRAFT.format(project.folder)), copy, "Företagen", "Bolagen")
    compare(project, DRAFT, "{}/output/redigerat.docx", "--ut", "{}/output/svar")
    page, data = ((project.folder / "output/svar" / name).read_text(encoding="utf-8") for name in (NAMES[0], NAMES[2]))
    assert "<h3>redigerat.docx</h3>" in page and "<pre>Bolagen är små.</pre>" in page
    assert "redigerat.docx är läst som den står" in page
    assert project.folder.as_posix() not in page + data and "/redigerat.docx" not in page + data


def test_pending_changes_are_read_as_asked(project: Project) -> None:
    assert project.build("--ut", DRAFT).code == 0
    there = project.folder / "output"
    run = '<w:r><w:t xml:space="preserve">Mycket. </w:t></w:r>'
    mark = f'<w:ins w:id="900" w:author="Eva" w:date="2025-10-01T10:00:00Z">{run}</w:ins>'
    text = '<w:r><w:t xml:space="preserve">Företagen är små.</w:t></w:r>'
    edited(there / "utkast.docx", there / "spårat.docx", text, mark + text)
    accepted = project.run("jamfor", DRAFT, "{}/output/spårat.docx", "--projekt", "{}")
    assert "Eva, 2025-10-01: tillägg ”Mycket.”" in accepted.out
    assert "läses som om den vore godkänd" in accepted.out
    rejected = project.run("jamfor", DRAFT, "{}/output/spårat.docx", "--projekt", "{}", "--spårade", "avvisa")
    assert rejected.code == 0
    assert "läses som om den vore avvisad" in rejected.out
    refused = project.run("jamför", DRAFT, "{}/output/spårat.docx", "--projekt", "{}", "--sparade=vagra")
    assert (refused.code, refused.out) == (1, "")
    assert "ingen har tagit ställning till" in refused.err


def test_two_files_need_no_project(built: Project, tmp_path: Path) -> None:
    assert built.build().code == 0
    alone = tmp_path / "ensamma"
    alone.mkdir()
    for name, source in (("a.docx", "output/utkast.docx"), ("b.docx", DOCUMENT)):
        shutil.copyfile(built.folder / source, alone / name)
    words = ("jamfor", f"{alone}/a.docx", f"{alone}/b.docx", "--projekt", str(alone), "--format", "json")
    outcome = built.run(*words)
    assert outcome.code == 0, outcome.err
    assert changes(json.loads(outcome.out)) == REWRITTEN


def other_report(project: Project) -> Path:
    """A draft of quite another report, built elsewhere."""
    folder = project.folder.with_name("annan")
    shutil.copytree(project.folder, folder)
    for name, text in (
        ("10-inledning", "Vargen hör hemma i skogen här."),
        ("20-statistik", "Älgen också, sägs det ofta."),
        ("30-analys", "Björnen sover länge på vintern."),
    ):
        (folder / f"sections/{name}.md").write_text(f"{{% format 1 %}}\n\n# Djur i {name[3:]}\n\n{text}\n", encoding="utf-8")
    for chart in (folder / "figures").iterdir():
        chart.unlink()
    manifest = folder / "report/rapport.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("Uppföljning {{ ar }}", "Djuren"), encoding="utf-8")
    assert project.run("bygg", "--projekt", str(folder), "--ut", str(folder / "djur.docx")).code == 0
    return folder / "djur.docx"


def test_two_different_reports_are_compared_only_when_asked(project: Project) -> None:
    other = other_report(project)
    outcome = project.run("jamfor", str(other), "--projekt", "{}")
    assert (outcome.code, outcome.out) == (1, "")
    assert "olika rapporter" in outcome.err and "--anda" in outcome.err
    assert not (project.folder / "output").exists()
    assert project.run("jamfor", str(other), "--projekt", "{}", "--ändå").code == 0


BOMB = b"0" * 50_000_000
ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


def zipped(**parts: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return target.getvalue()


BAD = {
    "text": b"inte ett dokument",
    "tom": b"",
    "krypterat": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "bomb": zipped(word__document_xml=BOMB),
    "skadat": zipped(word__document_xml=b"<w:document")[:60],
    "entitet": zipped(**{"[Content_Types]_xml": ENTITY, "word__document_xml": ENTITY}),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_told_and_nothing_is_written(project: Project, kind: str) -> None:
    project.write("dåligt.docx", BAD[kind])
    owed(project, "{}/dåligt.docx")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("finns-inte.docx",), "finns inte"),
        (("hej",), "”hej” är ingen utgåva"),
        (("git:hej",), ""),
        (("leverans 99",), "Leverans 99 finns inte"),
        (("1999-01-01",), "Inget hade lästs in"),
        (("nu", "finns-inte.docx"), "finns inte"),
        (("nu", "--ut", "{}/sections/svar"), "mapparna report, sections eller figures"),
    ],
    ids=str,
)
def test_what_cannot_be_compared_is_told(project: Project, words: tuple[str, ...], told: str) -> None:
    assert told in owed(project, *words)


def owed(project: Project, *words: str) -> str:
    """What is said of a comparison that is refused: in Swedish, with a remedy, and nothing written."""
    project.write("output/jamforelse-x-nu/jamforelse.html", "från förra gången")
    before = snapshot(project.folder)
    outcome = project.run("jamfor", *words, "--projekt", "{}")
    assert outcome.code in (1, 3)
    assert outcome.out == ""
    assert "FEL  " in outcome.err and "Gör så här: " in outcome.err and "Inget jämfördes" in outcome.err
    assert "Traceback" not in outcome.err
    assert english(outcome.err) == [], outcome.err
    answer = json.loads(project.run("jamfor", *words, "--projekt", "{}", "--format", "json").out)
    assert list(answer) == ["schema", "slutkod", "problem"]
    assert snapshot(project.folder) == before
    return outcome.err


@needs_git
def test_a_revision_of_a_newer_version_of_the_tool_is_told(committed: Project) -> None:
    committed.change("report/rapport.toml", "format = 1", "format = 7")
    git(committed, "commit", "-qam", "nyare")
    committed.change("report/rapport.toml", "format = 7", "format = 1")
    assert "skriven för en nyare version av rapportbyggare" in owed(committed, "HEAD")


@needs_git
def test_a_revision_without_a_report_is_told(committed: Project) -> None:
    git(committed, "rm", "-rq", "--cached", "report")
    git(committed, "commit", "-qm", "utan")
    assert "report/rapport.toml saknas" in owed(committed, "HEAD")


@needs_git
@pytest.mark.parametrize("word", ["--help", "-p", "HEAD:report", "HEAD..HEAD", "a b", "x" * 300, "HEAD^{tree}", "@{-99}"])
def test_no_word_is_an_option_or_a_path_to_git(committed: Project, word: str) -> None:
    owed(committed, f"git:{word}")


def test_no_git_on_the_computer(project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git finns inte på den här datorn" in owed(project, "git:main")


def test_a_frozen_edition_that_has_been_altered(project: Project) -> None:
    assert project.run("frys", "september", "--projekt", "{}").code == 0
    project.change("report/utgavor/september/underlag/sections/30-analys.md", "små", "stora")
    assert "har ändrats sedan utgåvan september frystes" in owed(project, "september")


def test_sources_with_faults(project: Project) -> None:
    assert project.build("--ut", DRAFT).code == 0
    project.change("sections/30-analys.md", "små", "{{ okant(ar) }}")
    assert "källorna nu går inte att jämföra" in owed(project, DRAFT)


def test_all_the_answers_or_none(built: Project) -> None:
    """A folder stands where the last of the files would be."""
    (built.folder / "svar/jamforelse.json").mkdir(parents=True)
    before = snapshot(built.folder)
    outcome = built.run("jamfor", DRAFT, "--ut", "{}/svar", "--projekt", "{}")
    assert outcome.code == 3
    assert "Ingen av filerna skrevs" in outcome.err
    assert snapshot(built.folder) == before


def test_answers_never_take_the_place_of_what_is_compared(built: Project) -> None:
    there = built.folder / "svar"
    there.mkdir()
    shutil.copyfile(built.folder / "output/utkast.docx", there / "jamforelse.docx")
    outcome = built.run("jamfor", "{}/svar/jamforelse.docx", "--ut", "{}/svar", "--projekt", "{}")
    assert (outcome.code, [one.name for one in there.iterdir()]) == (3, ["jamforelse.docx"])


@pytest.mark.parametrize("said", ["Eva", "chef=Eva", "data=", "data=" + "x" * 61, "data=a\nb"])
def test_an_author_that_cannot_be_read(project: Project, said: str) -> None:
    outcome = project.run("jamfor", "nu", "--forfattare", said, "--projekt", "{}")
    assert outcome.code == 2
    assert "data=NAMN" in outcome.err


def test_the_data_of_a_day(project: Project) -> None:
    project.write("report/kallor/lang.toml", 'format = 1\nslag = "lang"\nfilnamn = ["lang*"]\n')
    project.write("lang.csv", "indikator;matt;ar;plats;varde;enhet;status\nantal_kkb;antal;2025;Åre;197;antal;definitiv\n")
    assert project.run("ta-emot", "{}/lang.csv", "--uttag", "2025-09", "--inlast", "2025-12-20", "--projekt", "{}").code == 0
    answer = compare(project, "2025-12-19")
    figures = answer["uppgifter"]
    assert isinstance(figures, list)
    assert [(one["fore"], one["efter"], one["leverans_efter"]["inlast"]) for one in figures] == [("196", "197", "2025-12-20")]
    assert ("data", "196", "197") in changes(answer)
    assert {cause for cause, _, _ in changes(answer)} == {"data"}


@pytest.mark.parametrize("old", [DRAFT, "2025-12-19"])
def test_a_passage_that_the_data_exchanged_is_data_in_a_built_draft_too(project: Project, old: str) -> None:
    many, few = "Det fanns många företag i Åre under året.", "Det fanns ganska få företag i Åre under året."
    project.change(
        "sections/30-analys.md",
        "Företagen är små.",
        f"Företagen är små.\n\n{{% if antal_kkb(ar, 'Åre') > 196 %}}\n{many}\n{{% else %}}\n{few}\n{{% endif %}}",
    )
    assert project.build("--ut", DRAFT).code == 0
    project.write("report/kallor/lang.toml", 'format = 1\nslag = "lang"\nfilnamn = ["lang*"]\n')
    project.write("lang.csv", "indikator;matt;ar;plats;varde;enhet;status\nantal_kkb;antal;2025;Åre;197;antal;definitiv\n")
    assert project.run("ta-emot", "{}/lang.csv", "--uttag", "2025-09", "--inlast", "2025-12-20", "--projekt", "{}").code == 0
    answer = compare(project, old)
    assert ("data", few, many) in changes(answer)
    assert {cause for cause, _, _ in changes(answer)} == {"data"}


def test_a_file_that_another_program_only_saved_looks_the_same(project: Project) -> None:
    project.build()
    content = (project.folder / DOCUMENT).read_bytes()
    saved = BytesIO()
    docx.Document(BytesIO(content)).save(saved)
    project.write("sparad.docx", saved.getvalue())
    assert compare(project, f"{{}}/{DOCUMENT}", "{}/sparad.docx")["andringar"] == []
