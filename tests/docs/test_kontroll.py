"""The page about the check names what the program answers."""

import json
import re
import tomllib
from pathlib import Path

from rapportbyggare.app.checking import Checked
from rapportbyggare.app.checking_messages import no_dictionary
from rapportbyggare.checks.declared import FILE, read_settings
from rapportbyggare.checks.excuses import Excused, read_excuses
from rapportbyggare.checks.settings import Excuse
from rapportbyggare.cli.checking_text import checked_data, finding_data, tidied_data
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from tools.felkoder import entries

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "kontroll.md").read_text(encoding="utf-8")
SCHEMA = TEXT.partition("## JSON")[2]
FINDING = Problem("tal-avviker", Place("a.md", 1, 1), "Fel.", quote="1")


def named(part: str) -> set[str]:
    """The keys in the first column of a table."""
    heads = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", part, re.MULTILINE)
    return {key for head in heads for key in re.findall(r"\w+", head)}


def test_every_key_is_told() -> None:
    whole, finding = SCHEMA.split("Ett fynd:")
    data = json.loads(checked_data(Checked((FINDING,), (Excused(FINDING, Excuse("tal-avviker", "", "därför")),)), 1))
    assert named(whole) == set(data)
    assert named(finding) == set(finding_data(FINDING)) == set(data["fynd"][0])
    assert set(data["godkanda"][0]) == {*data["fynd"][0], "skal"}
    assert all(f"`{key}`" in whole for key in data["antal"])
    assert all(f"`{key}`" in finding for key in json.loads(tidied_data((), (), True, 0)) if key != "schema")


def test_the_example_of_an_excuse_is_one() -> None:
    (example,) = re.findall(r"```text\n(.*?)```", TEXT, re.DOTALL)
    (excuse,), problems = read_excuses(example, "sections/a.md")
    assert problems == ()
    assert excuse.code in {one.code for one in entries()}


def test_the_example_of_settings_is_read_without_a_word(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    (tmp_path / "report").mkdir()
    (tmp_path / FILE).write_text(example, encoding="utf-8")
    settings, problems = read_settings(tmp_path, ())
    assert problems == ()
    assert settings.words and settings.terms


def test_the_packages_of_the_dictionary_are_those_of_the_extra() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    packages = {re.split(r"\W*>=", one)[0] for one in extras["stavning"]}
    (line,) = re.findall(r"-m pip install (.*)", TEXT)
    assert set(line.split()) == packages
    assert no_dictionary("python").remedy == f"Kör python -m pip install {line}"


def test_every_code_that_is_named_exists() -> None:
    known = {one.code for one in entries()}
    assert set(re.findall(r"\(`([a-z-]+-[a-z]+)`\)", TEXT)) <= known
