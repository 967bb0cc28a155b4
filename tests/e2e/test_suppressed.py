"""A value that must not be shown is neither in the document nor in what a draft carries with it."""

from hashlib import sha256
from zipfile import ZipFile

import pytest

from tests.e2e.small_project import DOCUMENT, FACTS, HEAD, LEDGER, Project

STATUS = '\n[status.sekretess]\ntext = "Sekretess"\ntecken = "x"\nbetydelse = "uppgiften är sekretessbelagd"\n'
SHOWN = "antal_kkb;antal;2025;Åre;196;antal;definitiv;;;;;B6\n"
WITHDRAWN = "antal_kkb;antal;2025;Åre;{};antal;sekretess;;;;;B6\n"
AMOUNT = "73519"
INDEX = "report/data/leveranser.csv"


@pytest.fixture
def project_with_secret(project: Project) -> Project:
    """A project whose first delivery gave an amount, which is confidential since."""
    assert SHOWN in FACTS
    project.deliver(FACTS.replace(SHOWN, SHOWN.replace("196", AMOUNT)))
    catalogue = (project.folder / "report/katalog.toml").read_text(encoding="utf-8")
    project.write("report/katalog.toml", catalogue + STATUS)
    project.change("report/tabeller.toml", 'rubrik = "Summa"\nsumma = true', 'rubrik = "Alla"\ncell = ["{{ antal_kkb(kol) }}"]')
    return project


def withdraw(project: Project, amount: str) -> None:
    """A second delivery, that makes the amount confidential."""
    content = (HEAD + WITHDRAWN.format(amount)).encode()
    project.write("report/data/leverans-002.csv", content)
    row = f"2;leverans;scb;2025-08;2025-09-02;uttag.xlsx;;leverans-002.csv;{sha256(content).hexdigest()};;;\n"
    project.write(INDEX, (project.folder / INDEX).read_bytes() + row.encode())


def written(project: Project) -> dict[str, str]:
    """Every part that can be read, and the ledger."""
    with ZipFile(project.folder / DOCUMENT) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}
    return parts | {LEDGER: (project.folder / LEDGER).read_text(encoding="utf-8-sig")}


def test_a_draft_holds_the_words_and_not_the_value(project_with_secret: Project) -> None:
    withdraw(project_with_secret, "")
    outcome = project_with_secret.build()
    assert outcome.code == 0, outcome.err
    parts = written(project_with_secret)
    assert 'text="Sekretess"' in parts["customXml/item1.xml"]
    assert ">Sekretess<" in parts["word/document.xml"]
    assert [name for name, text in parts.items() if AMOUNT in text.replace("\u00a0", "")] == []


def test_the_value_would_have_been_found(project_with_secret: Project) -> None:
    assert project_with_secret.build().code == 0
    found = {name for name, text in written(project_with_secret).items() if AMOUNT in text.replace("\u00a0", "")}
    assert found == {"customXml/item1.xml", "word/document.xml", LEDGER}


def test_an_amount_beside_the_status_stops_the_build(project_with_secret: Project) -> None:
    withdraw(project_with_secret, AMOUNT)
    assert project_with_secret.build().code == 1
    assert not (project_with_secret.folder / DOCUMENT).exists()
