"""The page on answers lists the fields that programs are given."""

import gc
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from rapportbyggare.app.output import Reason
from rapportbyggare.cli.main import main
from rapportbyggare.cli.show import problem_data
from rapportbyggare.cli.words import HEADINGS
from rapportbyggare.core.compared import Cause
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity
from rapportbyggare.core.read import EditKind
from rapportbyggare.diff.correction import Standing, What
from rapportbyggare.diff.correction_telling import LABELS
from rapportbyggare.word.namespaces import W
from tests.docs import project as projects
from tests.docs.handbook import CODE, DOCS, ROOT, listings

TEXT = (DOCS / "json.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## Schemat `(.+?)`\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
PROBLEM = TEXT.partition("## Problem\n")[2].partition("\n## ")[0]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ELSEWHERE = ("kontroll/1", "stada/1")
SINGLE = ("--indikator", "kulturstod", "--ar", "2024", "--varde", "21", "--avsandare", "a", "--skal", "b")
COMMANDS = {
    "andringar/1": ("andringar", "7", "8"),
    "bygg/1": ("bygg",),
    "frys/1": ("frys", "prov-svar"),
    "jamfor/1": ("jamfor", "{}/utkast-redigerat.docx"),
    "mall/1": ("mall", "{}/utkast.docx"),
    "rattelser/1": ("andringar", "--i", "{}/utkast.docx"),
    "ta-emot/1": ("ta-emot", *SINGLE, "--prova"),
    "uttryck/1": ("uttryck",),
}
Answers = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Answers]:
    """What each command answers in the report, with a draft of it from before the correction."""
    folder = projects.copied(tmp_path_factory.mktemp("schema"))
    answer(folder, "bygg", "--per", "7", "--ut", "{}/utkast.docx")
    edit(folder / "utkast.docx", folder / "utkast-redigerat.docx")
    yield {schema: answer(folder, *words) for schema, words in COMMANDS.items()}
    gc.enable()


def edit(source: Path, target: Path) -> None:
    """A copy in which somebody has written over a figure, rewritten a sentence, and left a tracked change and a comment."""
    mark = '<w:ins w:id="9001" w:author="Eva" w:date="2025-10-01T10:00:00Z"><w:r><w:t>!</w:t></w:r></w:ins>'
    about = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    said = "<w:p><w:r><w:t>Stämmer det?</w:t></w:r></w:p>"
    comment = f'<w:comment w:id="0" w:author="Ola" w:date="2025-10-02T08:00:00Z">{said}</w:comment>'
    changed: dict[str, Callable[[str], str]] = {
        "word/document.xml": lambda text: re.sub(
            r"<w:r>(?:(?!</w:r>).)*>De kulturella och kreativa branscherna kan ta.*?</w:r>",
            lambda run: mark + about.format(run[0].replace("kan ta", "kan alltid ta")),
            text.replace(">1\u00a0341<", ">1\u00a0350<", 1),
            count=1,
        ),
        "word/_rels/document.xml.rels": lambda text: text.replace(
            "</Relationships>", f'<Relationship Id="rIdK" Type="{OFFICE}/comments" Target="comments.xml"/></Relationships>'
        ),
        "[Content_Types].xml": lambda text: text.replace(
            "</Types>", f'<Override PartName="/word/comments.xml" ContentType="{WORD}.comments+xml"/></Types>'
        ),
    }
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            content = archive.read(name)
            copy.writestr(name, changed[name](content.decode()) if name in changed else content)
        copy.writestr("word/comments.xml", f'<w:comments xmlns:w="{W}">{comment}</w:comments>')


def answer(folder: Path, *words: str) -> dict[str, Any]:
    with redirect_stdout(io.StringIO()) as out:
        code = main([*(word.replace("{}", str(folder)) for word in words), "--format", "json", "--projekt", str(folder)])
    found = json.loads(out.getvalue())
    assert (found["slutkod"], code) == (0, 0), found
    return dict(found)


def names(value: Any) -> set[str]:
    """The names of the fields in an answer, those of lists and objects within it too."""
    match value:
        case dict():
            return set(value).union(*map(names, value.values()))
        case list():
            return set().union(*map(names, value))
        case _:
            return set()


@pytest.mark.parametrize("schema", COMMANDS)
def test_every_field_is_listed_in_order(schema: str, answers: Answers) -> None:
    (fields,) = listings(SECTIONS[schema])
    assert answers[schema]["schema"] == schema
    assert list(fields.names) == list(answers[schema])


@pytest.mark.parametrize("schema", COMMANDS)
def test_the_fields_within_are_told(schema: str, answers: Answers) -> None:
    given = {name: value for name, value in answers[schema].items() if name != "andringar"}
    assert names(given) - set(CODE.findall(SECTIONS[schema])) - set(CODE.findall(PROBLEM)) == set()


def test_the_edited_copy_shows_all_that_is_told_of_one(answers: Answers) -> None:
    (copy,) = answers["jamfor/1"]["i_filerna"]
    assert copy["overskrivna"] and answers["jamfor/1"]["uppgifter"]
    assert any(one["sparade"] for one in copy["redigeringar"]) and any(one["kommentar"] for one in copy["redigeringar"])


def test_every_schema_is_told() -> None:
    made = {
        found
        for room in ("cli", "app")
        for path in (ROOT / "src/rapportbyggare" / room).glob("*.py")
        for found in re.findall(r'"([a-z-]+/\d+)"', path.read_text(encoding="utf-8"))
    }
    listed = [name for one in listings(TEXT.partition("## ")[0]) for name in one.names]
    assert sorted(made) == listed == sorted([*SECTIONS, *ELSEWHERE])
    assert list(SECTIONS) == sorted(COMMANDS)


def test_a_problem_is_told() -> None:
    (fields,) = listings(PROBLEM)
    assert list(fields.names) == list(problem_data(Problem("kod", Place("a.md"), "Fel.")))


def test_what_an_answer_without_a_result_lacks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The three first fields stand in every answer that says that fields may be lacking."""
    lacking = {schema: list(listings(text)[0].names)[:3] for schema, text in SECTIONS.items() if "saknas fälten nedan" in text}
    for schema in lacking:
        asked = [word.replace("{}", str(tmp_path)) for word in COMMANDS[schema]]
        assert main([*asked, "--format", "json", "--projekt", str(tmp_path)]) == 1
        assert list(json.loads(capsys.readouterr().out)) == lacking[schema]
    assert list(lacking) == ["andringar/1", "bygg/1", "jamfor/1", "rattelser/1"]
    gc.enable()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (SECTIONS["rattelser/1"], [one.value for one in (*Standing, *What)]),
        (SECTIONS["bygg/1"], [one.value for one in Reason]),
        (SECTIONS["jamfor/1"], [one.value for one in (*Cause, *EditKind)]),
        (SECTIONS["uttryck/1"], list(HEADINGS)),
        (PROBLEM, [one.value for one in Severity]),
    ],
)
def test_the_words_of_an_answer_are_told(text: str, words: list[str]) -> None:
    assert set(words) <= set(CODE.findall(text))


def test_the_labels_of_a_list_of_corrections_are_told() -> None:
    (words,) = [one for one in listings((DOCS / "andringar.md").read_text(encoding="utf-8")) if one.head[0] == "Ordet"]
    assert set(LABELS.values()) <= set(words.names)
