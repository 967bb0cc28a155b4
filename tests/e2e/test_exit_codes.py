"""The exit codes mean the same after every command: with 1 nothing was written, with 3 something could not be."""

import pytest

from rapportbyggare.cli.arguments import COMMANDS
from tests.e2e.small_project import Project, snapshot

RECEIVED = "indikator;matt;ar;plats;varde;enhet;status\nantal_kkb;antal;2025;Åre;197;antal;definitiv\n"
MAP = 'format = 1\nslag = "lang"\nfilnamn = ["lang*"]\n'
FAULTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "bygg": (("bygg", "--per", "hej"),),
    "kontrollera": (("kontrollera", "--stada", "{}/ingen.docx"), ("kontrollera", "--stada", "{}/finns-inte.md")),
    "ta-emot": (("ta-emot", "{}/finns-inte.csv"), ("ta-emot", "--aterkalla", "7", "--skal", "fel")),
    "andringar": (
        ("andringar", "hej", "--ut", "{}/output/lista.md"),
        ("andringar", "--i", "{}/ingen.docx", "--ut", "{}/lista.md"),
    ),
    "jamfor": (("jamfor", "hej"), ("jamfor", "nu", "{}/ingen.docx", "--ut", "{}/svar")),
    "frys": (("frys", "2025-09-01"), ("frys", "ingen", "--prova")),
    "uttryck": (),
    "mall": (("mall", "{}/ingen.dotx"),),
}
TAKEN = ("ta-emot", "{}/lang.csv", "--uttag", "2025-08", "--inlast", "2025-09-02")


@pytest.fixture
def received(project: Project) -> Project:
    """The project with a map, and a file that can be taken in."""
    project.write("report/kallor/lang.toml", MAP)
    project.write("lang.csv", RECEIVED)
    return project


def words(asked: tuple[str, ...]) -> tuple[str, ...]:
    """With the project's folder, which `mall` has no use for."""
    return (*asked, "--projekt", "{}")


@pytest.mark.parametrize("asked", [one for faults in FAULTS.values() for one in faults], ids=" ".join)
def test_what_is_asked_wrongly_is_1_and_writes_nothing(received: Project, asked: tuple[str, ...]) -> None:
    before = snapshot(received.folder)
    outcome = received.run(*words(asked))
    assert (outcome.code, outcome.err.startswith("FEL  ")) == (1, True)
    assert snapshot(received.folder) == before


READERS = [
    ("bygg",),
    ("kontrollera",),
    ("kontrollera", "{}/lang.csv"),
    ("andringar", "2025-09-01"),
    ("jamfor", "1"),
    TAKEN,
    ("frys", "ett"),
    ("uttryck",),
]


@pytest.mark.parametrize("asked", READERS, ids=" ".join)
def test_a_fault_in_the_files_is_1_and_writes_nothing(received: Project, asked: tuple[str, ...]) -> None:
    received.change("report/katalog.toml", 'id = "scb"', 'id = "scb"\nid = "scb"')
    before = snapshot(received.folder)
    assert received.run(*words(asked)).code == 1
    assert snapshot(received.folder) == before


@pytest.mark.parametrize(
    ("words_written", "strict", "code"),
    [
        ("Företagen är  små.", (), 0),
        ("Företagen är  små.", ("--strikt",), 1),
        ("Planen räknar med 400 deltagare.", ("--strikt",), 0),
    ],
)
def test_a_check_is_1_for_errors_and_with_strikt_for_all_but_notes(
    project: Project, words_written: str, strict: tuple[str, ...], code: int
) -> None:
    project.write("skrivelse.txt", f"{words_written}\n")
    before = snapshot(project.folder)
    outcome = project.run(*words(("kontrollera", "{}/skrivelse.txt", *strict)))
    assert (outcome.code, outcome.err) == (code, "")
    assert "Kontrollerade 1 fil: " in outcome.out
    assert snapshot(project.folder) == before


def test_every_command_is_tried() -> None:
    assert set(FAULTS) == set(COMMANDS)


def test_what_cannot_be_written_is_3_after_every_command_that_writes(received: Project) -> None:
    assert received.run(*words(TAKEN)).code == 0
    received.write("upptagen", "en fil på mappens plats")
    received.write("report/utgavor", "en fil på mappens plats")
    for asked in (
        ("bygg", "--ut", "{}/upptagen/rapport.docx"),
        ("andringar", "--ut", "{}/upptagen/lista.md"),
        ("jamfor", "1", "--ut", "{}/upptagen/svar"),
        ("frys", "ett"),
    ):
        outcome = received.run(*words(asked))
        assert (outcome.code, "FEL  " in outcome.err) == (3, True), (asked, outcome)


def test_an_archive_that_cannot_be_written_is_3(received: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("rapportbyggare.data.folder._write", full)
    before = snapshot(received.folder)
    outcome = received.run(*words(TAKEN))
    assert (outcome.code, "Det finns inte plats på disken." in outcome.err) == (3, True)
    assert snapshot(received.folder) == before
