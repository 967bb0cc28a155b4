"""The project's own report, built in this process as it stands."""

import csv
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from rapportbyggare.app.assemble import assemble
from rapportbyggare.app.build import CACHE, build
from rapportbyggare.app.freeze import freeze
from rapportbyggare.core.document import Document

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("report", "sections", "figures")
MANIFEST = "report/rapport.toml"
DRAFT, PROPOSAL, EDITION = 'status = "utkast"', 'status = "till nämnden"', "namnden-2025"
DECISION = {
    PROPOSAL: f'status = "beslutad"\nutgava = "{EDITION}"',
    'beslutsdatum = ""': 'beslutsdatum = "2025-10-14"',
    'paragraf = ""': 'paragraf = "212"',
}


@dataclass(frozen=True, slots=True)
class Edition:
    """One build of the report: its file, the document it was written from, and its number ledger."""

    path: Path
    document: Document
    ledger: tuple[dict[str, str], ...]

    @property
    def names(self) -> list[str]:
        """Names of the package's parts."""
        with ZipFile(self.path) as archive:
            return archive.namelist()

    def part(self, name: str) -> etree._Element:
        """A part's root."""
        with ZipFile(self.path) as archive:
            return etree.fromstring(archive.read(name))


def copied(folder: Path) -> Path:
    """The report's sources in a folder of their own."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name)
    return folder


def decided(folder: Path) -> Path:
    """The same report as frozen for the committee, and then decided."""
    say(folder, {DRAFT: PROPOSAL})
    frozen = freeze(folder, EDITION, "2025-09-24", silent)
    assert frozen.edition is not None, frozen.problems
    say(folder, DECISION)
    return folder


def say(folder: Path, changes: Mapping[str, str]) -> None:
    """Change words that must stand in the manifest."""
    manifest = folder / MANIFEST
    text = manifest.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    manifest.write_text(text, encoding="utf-8")


def edition(folder: Path, final: bool, name: str) -> Edition:
    """The report in `folder` built to a file there."""
    built = build(folder, final, folder / name, silent)
    assert built.document is not None and built.ledger is not None, built.problems
    document = assemble(folder, final, folder / CACHE, silent).document
    assert document is not None
    rows = csv.DictReader(StringIO(built.ledger.path.read_text(encoding="utf-8-sig")), delimiter=";")
    return Edition(built.document.path, document, tuple(rows))


def silent(_: str) -> None:
    """Progress nobody follows."""
