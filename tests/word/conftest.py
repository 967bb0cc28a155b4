"""Files saved by other programs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.office import Office


@pytest.fixture(scope="session")
def saved_by_word(shared: Path) -> tuple[Path, ...]:
    """Documents that Word has saved."""
    return tuple(sorted((shared / "data").glob("word-*/*.docx")))


@pytest.fixture(scope="session")
def office(tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice, with a profile of its own."""
    return Office(tool("soffice"), tmp_path_factory.mktemp("office"))
