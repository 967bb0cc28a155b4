"""A copy of the report project, with the documentation's own files put into it."""

import json
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rapportbyggare.app.judging import settings_of
from rapportbyggare.app.project import Project, read_project
from rapportbyggare.binding.bind import Draft, bind
from rapportbyggare.cli.show import problems_text
from rapportbyggare.core.document import Document, Edition
from rapportbyggare.core.problem import Problem, in_order
from rapportbyggare.data.archive import as_of
from rapportbyggare.intake.codelists import FOLDER as CODE_LISTS
from rapportbyggare.intake.codelists import read_code_list
from rapportbyggare.intake.read_maps import read_maps
from rapportbyggare.reading.sections import parse_section
from tests.docs.handbook import ROOT, Example

INPUTS = ("report", "sections", "figures")
SECTION = "sections/exempel.md"


def copied(folder: Path) -> Path:
    for name in INPUTS:
        shutil.copytree(ROOT / name, folder / name)
    return folder


def put(example: Example, folder: Path) -> None:
    """A TOML example over its file: keys replace, tables are added."""
    file = folder / example.about
    before = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    file.write_text(written(merged(before, tomllib.loads(example.content))), encoding="utf-8")


def merged(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    both = {key: together(before[key], after[key]) for key in after if key in before}
    return {**before, **after, **both}


def together(before: Any, after: Any) -> Any:
    match before, after:
        case dict(), dict():
            return merged(before, after)
        case [dict(), *_], [dict(), *_]:
            names = [name_of(table) for table in after]
            return [table for table in before if name_of(table) not in names] + after
        case _:
            return after


def name_of(table: Mapping[str, Any]) -> Any:
    """What tells a table of a list from the others."""
    return table.get("id", table.get("namn"))


def written(values: Mapping[str, Any], path: str = "") -> str:
    """TOML of nested tables; a list of tables is written as such."""
    plain = [f"{json.dumps(key)} = {scalar(value)}" for key, value in values.items() if not is_table(value)]
    return "\n".join(plain + [inner(value, f"{path}{json.dumps(key)}") for key, value in values.items() if is_table(value)])


def inner(value: Any, name: str) -> str:
    tables = [(f"[{name}]", value)] if isinstance(value, dict) else [(f"[[{name}]]", one) for one in value]
    return "\n".join(f"{head}\n{written(table, f'{name}.')}" for head, table in tables)


def is_table(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def scalar(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def read(folder: Path) -> Project:
    """The project, whose files, maps and lists of codes are without faults."""
    project, problems = read_project(folder)
    assert not problems, problems_text(problems)
    assert project is not None
    _, of_maps = read_maps(folder, project.catalogue)
    of_lists = [fault for path in sorted((folder / CODE_LISTS).glob("*.toml")) for fault in read_code_list(folder, path.stem)[1]]
    _, of_checks = settings_of(project)
    assert not (of_maps or of_lists or of_checks), problems_text((*of_maps, *of_lists, *of_checks))
    return project


def bound(project: Project, source: str) -> tuple[Document, tuple[Problem, ...]]:
    """The report that has `source` as its only section."""
    section, problems = parse_section(source, SECTION)
    draft = Draft(project.draft.manifest, (section,), project.draft.tables, project.draft.charts)
    dataset = as_of(project.deliveries, project.catalogue)
    document, more = bind(draft, dataset, Edition(dataset.date, "", ()), project.style.thousands)
    return document, in_order((*problems, *more))
