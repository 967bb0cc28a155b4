"""Changes told in Swedish."""

from dataclasses import replace
from pathlib import Path

import pytest

from rapportbyggare.core.figure import FactKey, Status
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.diff.changes import BROKEN_CLAIM, Changes
from rapportbyggare.diff.compare import compare
from rapportbyggare.diff.summary import NOTHING
from rapportbyggare.diff.telling import Chapter, tell
from tests.small import write
from tests.unit.diff.twice import BERG_2025, COUNTY_2025, TURNOVER, altered, drafts, twice, version
from tests.unit.passages.test_printed import CHART, TABLE

CLAIM = Problem(BROKEN_CLAIM, Place("sections/a.md", 3, 1), "Andelen är inte lägre än rikets.", "", "Skriv om meningen.")
MOVED = "{{ riktning(foretag(ar), foretag(ar - 1)) }} antalet till {{ foretag(ar) }}"
TEXT = f"# Läget\n\nI länet {MOVED}, alltså med {{{{ skillnad(foretag(ar), foretag(ar - 1)) | belopp }}}}.\n"


def chapter(changes: Changes, heading: str) -> Chapter:
    (found,) = [one for one in tell(changes, ()).chapters if one.heading == heading]
    return found


def told(found: Chapter) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (item.lead.replace("\u00a0", " "), [(plain(line.label), plain(line.text)) for line in item.lines]) for item in found.items
    ]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_nothing_is_said_in_one_sentence() -> None:
    said = tell(compare(version(TEXT), version(TEXT)), ())
    assert (said.summary, said.chapters) == ((NOTHING,), ())


def test_the_summary_counts_facts_places_sentences_and_what_needs_a_person() -> None:
    found = replace(twice(TEXT, facts={COUNTY_2025: "1500", BERG_2025: "80"}), broken=(CLAIM,))
    assert tell(found, ()).summary == (
        "2 uppgifter har ändrats.",
        "De står på 2 ställen.",
        "1 mening har fått nya ord.",
        "1 mening stämmer inte längre.",
    )
    assert tell(found, ()).chapters[0].heading == "Stämmer inte längre och behöver skrivas om"


@pytest.mark.parametrize(("number", "said"), [(1, "1 nytt fel eller ny brist uppstår."), (2, "2 nya fel eller brister uppstår.")])
def test_new_faults_are_counted_in_their_form(number: int, said: str) -> None:
    assert tell(replace(twice(TEXT, facts={}), raised=(CLAIM,) * number), ()).summary[-1] == said


def test_a_fact_is_told_with_what_it_reads_where_and_what_follows() -> None:
    found = twice(TEXT, facts={COUNTY_2025: "1500"})
    assert told(chapter(found, "Uppgifter som har ändrats")) == [
        (
            "Företag, Jämtlands län, 2025: 1 392 → 1 500 (+108, +7,8 %).",
            [
                ("1 392 → 1 500", "kapitel 1 (sections/a.md:3:67)"),
                ("7 → 101", "uträknat: kapitel 1 (sections/a.md:3:97)"),
                ("Ändrar ord i", "kapitel 1 (sections/a.md:3:9)"),
                ("Källa", "leverans 1 (uttag 2025-07)"),
            ],
        )
    ]


def test_a_sentence_is_told_under_its_chapters_words() -> None:
    ((lead, lines),) = told(chapter(twice(TEXT, facts={COUNTY_2025: "1500"}), "Meningar som får nya ord av sig själva"))
    assert lead == "Kapitel 1, Läget (sections/a.md:3:9)"
    assert lines == [
        ("Före", "I länet minskade antalet till 1 392, alltså med 7."),
        ("Efter", "I länet ökade antalet till 1 500, alltså med 101."),
    ]


def test_the_same_reading_in_several_places_is_one_line(tmp_path: Path) -> None:
    write(tmp_path, "report/tabeller.toml", TABLE)
    write(tmp_path, "figures/diagram.toml", CHART)
    found = twice("{% tabell antal %}\n\n{% diagram diagram %}\n", facts={BERG_2025: "74"}, project=tmp_path)
    ((_, lines),) = told(chapter(found, "Uppgifter som har ändrats"))
    assert lines[0] == ("72 → 74", "tabell 1, rad Berg, kolumn juli 2025; figur 1, Berg, juli 2025")
    assert lines[1] == ("1 392 → 1 394", "uträknat: tabell 1, rad Summa, kolumn juli 2025")


def test_notes_marks_and_numbers_are_told() -> None:
    text = "Det var {{ omsattning(2024) | mnkr }} 2024.[^n]\n\n[^n]: En not.\n"
    known = altered({TURNOVER: {"status": Status.DEFINITIVE}})
    found = compare(version(text), version(text, dataset=known), drafts(text))
    said = {one.heading: told(one) for one in tell(found, ()).chapters}
    assert said["Kommer till, försvinner eller byts"][0][0] == "Not försvinner: Not 1 (sections/a.md:1:9)"
    assert said["Notmärken"][0][0].startswith("Borttaget märke för noten ”")
    assert said["Notmärken"][0][1] == [("Vid", "rapportens början (sections/a.md:1:9)")]
    assert said["Nya nummer"] == [("not 2 → not 1", [])]
    assert said["Uppgifter som har ändrats"][0][0].endswith("Förut preliminär, nu definitiv.")


def test_a_fact_printed_nowhere_is_told_apart() -> None:
    found = twice("Ord.\n", facts={FactKey("andel_kkb", "andel", 2025, "Berg"): "5"})
    assert [one.heading for one in tell(found, ()).chapters] == ["Ändrade uppgifter som inte står i rapporten"]
    assert tell(found, ()).summary == ("1 uppgift har ändrats.", "Den ändrar inget tal i rapporten.")


def test_a_claim_is_told_with_what_to_do() -> None:
    found = replace(twice("Ord.\n", facts={}), broken=(CLAIM,), mended=(CLAIM,))
    assert told(chapter(found, "Stämmer inte längre och behöver skrivas om")) == [
        ("sections/a.md:3:1: Andelen är inte lägre än rikets.", [("Gör så här", "Skriv om meningen.")])
    ]
    assert tell(found, ()).summary[0] == "Ingen uppgift har ändrats."
