"""The page on changes lists the fields that programs are given."""

import gc
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rapportbyggare.cli.main import main
from rapportbyggare.diff.correction import Standing, What
from tests.docs import project as projects
from tests.docs.handbook import CODE, DOCS, listings

TEXT = (DOCS / "andringar.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## För program: schemat `(.+?)`\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
SINGLE = ("--indikator", "kulturstod", "--ar", "2024", "--varde", "21", "--avsandare", "a", "--skal", "b")
COMMANDS = {
    "andringar/1": ("andringar", "7", "8"),
    "rattelser/1": ("andringar", "--i", "utkast.docx"),
    "ta-emot/1": ("ta-emot", *SINGLE, "--prova"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The report, and a draft of it from before the correction."""
    folder = projects.copied(tmp_path_factory.mktemp("schema"))
    main(["bygg", "--projekt", str(folder), "--per", "7", "--ut", str(folder / "utkast.docx")])
    yield folder
    gc.enable()


def answer(schema: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    words = [word.replace("utkast.docx", str(folder / "utkast.docx")) for word in COMMANDS[schema]]
    capsys.readouterr()
    main([*words, "--format", "json", "--projekt", str(folder)])
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("schema", COMMANDS)
def test_every_field_is_listed_in_order(schema: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = answer(schema, folder, capsys)
    (fields,) = listings(SECTIONS[schema])
    assert given["schema"] == schema
    assert list(fields.names) == list(given)


def test_every_schema_is_tried() -> None:
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize(("schema", "field"), [("rattelser/1", "rattelser"), ("ta-emot/1", "leveranser")])
def test_the_fields_within_are_listed(schema: str, field: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (row,) = [row for one in listings(SECTIONS[schema]) for row in one.rows if row[0] == f"`{field}`"]
    told = set(CODE.findall(row[1]))
    assert set(answer(schema, folder, capsys)[field][0]) <= told


def test_the_words_of_a_correction_are_listed() -> None:
    told = CODE.findall(SECTIONS["rattelser/1"])
    assert [one.value for one in (*Standing, *What) if one.value not in told] == []
