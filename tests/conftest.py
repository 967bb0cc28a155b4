"""What all tests share: how hard Hypothesis works, and the tools that are not ours."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.e2e.office import Office

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = {
    "soffice": ("soffice", "libreoffice"),
    "pdftoppm": ("pdftoppm",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "git": ("git",),
}

# Derandomized: the same tree gives the same verdict, on a slow machine too. `sok` is for hunting by hand.
LAWS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("snabb", LAWS, max_examples=50, derandomize=True)
settings.register_profile("prov", LAWS, max_examples=400, derandomize=True)
settings.register_profile("sok", LAWS, max_examples=1000, derandomize=False)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "snabb")
settings.load_profile(PROFILE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Under the long profile the laws are among the long tests."""
    if PROFILE == "prov":
        for item in items:
            if item.path.is_relative_to(ROOT / "tests" / "properties"):
                item.add_marker(pytest.mark.prov)


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """Finds `soffice`, `pdftoppm`, `chromium` or `git`; without it the test is skipped, or fails where tools are demanded."""

    def find(name: str) -> str:
        found = next(filter(None, map(shutil.which, COMMANDS[name])), None)
        if found is None and os.environ.get("RAPPORT_KRAV_VERKTYG") == "1":
            pytest.fail(f"{name} is not installed, and RAPPORT_KRAV_VERKTYG=1 demands it")
        return found or pytest.skip(f"{name} is not installed")

    return find


@pytest.fixture(scope="session")
def office(tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice, with a profile of its own."""
    return Office(tool("soffice"), tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of checkers and examples beside the project; the project's own tests pass without it."""
    folder = ROOT.parent / "shared"
    return folder if folder.is_dir() else pytest.skip("no folder ../shared")
