"""A small project on its way from draft to decision."""

from collections.abc import Mapping
from pathlib import Path

from rapportbyggare.app.build import Built, build
from rapportbyggare.app.freeze import Frozen, freeze
from rapportbyggare.core.problem import Problem
from tests.e2e.small_project import snapshot, write_project

NAME, DECISION = "nämnden-2025", "beslut-2025"
DOCUMENT = "rapport-2025.docx"
EDITIONS = "report/utgavor"
MANIFEST = "report/rapport.toml"
ANALYSIS = "sections/30-analys.md"
DECIDED = {"status": "beslutad", "beslutsdatum": "2025-10-14", "paragraf": "212"}


def silent(_: str) -> None:
    """Progress nobody follows."""


def proposed(folder: Path) -> Path:
    """The project as it goes to the committee."""
    write_project(folder)
    said(folder, status="till nämnden")
    return folder


def said(folder: Path, **values: str) -> None:
    """Let the manifest say this; a key that is not there is added."""
    path = folder / MANIFEST
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.partition(" ")[0] not in values]
    lines += [f'{key} = "{value}"' for key, value in values.items()]
    path.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")


def kept(folder: Path, name: str = NAME, today: str = "2025-09-24") -> Path:
    """Freeze an edition, which must go well; its folder."""
    frozen = freeze(folder, name, today, silent)
    assert frozen.edition is not None, frozen.problems
    return folder / EDITIONS / name


def decide(folder: Path, **values: str) -> None:
    """Let the manifest say that the committee has decided the edition."""
    said(folder, **{**DECIDED, "utgava": NAME, **values})


def built(folder: Path) -> Built:
    return build(folder, False, None, silent)


def append(path: Path, text: str = "\nMer.\n") -> None:
    path.write_bytes(path.read_bytes() + text.encode())


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


def code_of(frozen: Frozen) -> str:
    """The only problem of a freeze that kept nothing."""
    assert frozen.edition is None
    (problem,) = frozen.problems
    assert problem.remedy and problem.place.file
    return problem.code


def files(folder: Path) -> Mapping[str, bytes]:
    return snapshot(folder)
