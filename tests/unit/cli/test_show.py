"""What is read in the terminal."""

import json
from pathlib import Path

from rapportbyggare.app.build import Built, Summary
from rapportbyggare.app.output import Placed, Reason
from rapportbyggare.cli.show import MOST_SHOWN, build_data, closing, problem_text, problems_text
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, Severity

FOLDER = Path("projekt")
FAULT = Problem("kod", Place("sections/10.md", 3, 7), "Det är fel.", "något annat", "Skriv något annat.")
FLAW = Problem("kod", Place("sections/10.md"), "Det är sämre.", "", "Ändra det.", Severity.FLAW)
SUMMARY = Summary("Titel", "utkast", "2025-09-01", "abcd1234", 1, 1, 2, 0, 1, True)
DOCUMENT = FOLDER / "output" / "r.docx"


def test_a_problem_has_place_expectation_and_remedy() -> None:
    assert problem_text(FAULT) == (
        "FEL  sections/10.md:3:7: Det är fel.\n     Väntat: något annat\n     Gör så här: Skriv något annat."
    )
    assert problem_text(FLAW) == "BRIST  sections/10.md: Det är sämre.\n     Gör så här: Ändra det."


def test_characters_that_command_a_terminal_are_not_printed() -> None:
    told = problem_text(Problem("kod", Place("a\x1b[2J.md"), "b\u202ec\x07\rd", "", ""))
    assert told == "FEL  a?[2J.md: b?c??d"


def test_very_many_problems_are_cut() -> None:
    text = problems_text((FAULT,) * (MOST_SHOWN + 2))
    assert text.count("FEL  ") == MOST_SHOWN
    assert text.endswith("… och 2 till (alla visas med --format json).")


def test_the_counts_agree_with_their_nouns() -> None:
    built = Built((FLAW,), SUMMARY, Placed(DOCUMENT), Placed(DOCUMENT.with_suffix(".csv")))
    assert closing(built, FOLDER) == (
        "Skrev output/r.docx\nSiffrorna med källor: output/r.csv\n"
        "Status utkast, uppgifter per 2025-09-01, utgåva abcd1234. "
        "1 avsnitt, 1 tabell, 2 figurer, 0 fotnoter, 1 siffra ur datamängden, 1 varning.\n"
        "Innehållsförteckningen är ifylld. Sidnumren i den får du i Word: markera den och tryck F9."
    )


def test_which_is_which_is_said() -> None:
    beside = DOCUMENT.with_name("r-uppgifter-2025-09-01.docx")
    told = {
        reason: closing(Built((), SUMMARY, Placed(beside, reason, kept=DOCUMENT), Placed(DOCUMENT)), FOLDER) for reason in Reason
    }
    assert "Skrev output/r-uppgifter-2025-09-01.docx\n  r.docx har ändrats sedan det byggdes" in told[Reason.EDITED]
    assert "r.docx är öppet i ett annat program" in told[Reason.LOCKED]
    assert "r-uppgifter-2025-09-01.docx har dokumentet från det här bygget." in told[Reason.LOCKED]
    assert "r.docx är det beslutade dokumentet och är orört." in told[Reason.DECIDED]


def test_a_decided_document_says_how_it_differs() -> None:
    summary = SUMMARY._replace(likeness="Skiljer sig bara i försättsblad.")
    built = Built((), summary, Placed(DOCUMENT), Placed(DOCUMENT.with_suffix(".csv")))
    assert "\nSkiljer sig bara i försättsblad.\n" in closing(built, FOLDER)
    assert json.loads(build_data(built, FOLDER, 0))["skillnad"] == "Skiljer sig bara i försättsblad."
    assert json.loads(build_data(built._replace(summary=SUMMARY), FOLDER, 0))["skillnad"] == ""


def test_a_refused_build_says_that_nothing_was_written() -> None:
    assert (
        closing(Built((FAULT, FLAW)), FOLDER) == "Inget dokument skrevs: 1 fel, se ovan. Ett dokument som redan fanns är orört."
    )


def test_a_document_without_its_ledger_is_told_as_written() -> None:
    built = Built((FAULT,), SUMMARY, Placed(DOCUMENT), None, True)
    assert closing(built, FOLDER).startswith("Skrev output/r.docx\nStatus utkast")
    assert json.loads(build_data(built, FOLDER, 3))["siffror"] == ""
