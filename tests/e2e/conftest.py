"""Projects to build."""

import shutil
from pathlib import Path

import pytest

from tests.e2e.report import Edition, copied, decided, edition
from tests.e2e.small_project import Project, write_project


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Project:
    """A small project, not built yet."""
    folder = tmp_path / "projekt"
    write_project(folder)
    return Project(folder, capsys)


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own report, its sources in a folder that may be built in."""
    return copied(tmp_path_factory.mktemp("rapport") / "projekt")


@pytest.fixture(scope="session")
def draft(report: Path) -> Edition:
    """The report as a draft."""
    return edition(report, False, "utkast.docx")


@pytest.fixture(scope="session")
def proposal(report: Path, draft: Edition) -> Edition:
    """The report as it goes to the committee."""
    assert draft.path.parent == report
    return edition(report, True, "forslag.docx")


@pytest.fixture(scope="session")
def decision(report: Path, draft: Edition) -> Edition:
    """The report as the committee has decided it."""
    assert draft.path.parent == report
    return edition(decided(shutil.copytree(report, report.with_name("beslutat"))), False, "beslut.docx")


@pytest.fixture(params=["draft", "proposal", "decision"])
def any_edition(request: pytest.FixtureRequest) -> Edition:
    """The report in each of its statuses."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Edition)
    return found
