from dataclasses import replace

import pytest

from rapportbyggare.checks.final import check_final
from rapportbyggare.core.blocks import DocumentBlock
from rapportbyggare.core.chart import Series
from rapportbyggare.core.manifest import DocumentStatus
from tests.small import bound
from tests.unit.word.sample import chart, small, wide_table


def codes(source: str, **manifest: object) -> list[tuple[int, int, str]]:
    document, _ = bound(source, status=DocumentStatus.PROPOSAL)
    final = replace(document, manifest=document.manifest._replace(**manifest))  # type: ignore[arg-type]
    return [(problem.place.line, problem.place.column, problem.code) for problem in check_final(final)]


@pytest.mark.parametrize(
    ("source", "column"),
    [
        ("Se § XX.", 4),
        ("Beslut XXX kr", 8),
        ("TODO", 1),
        ("Vad??", 4),
        ("Den ÅÅÅÅ", 5),
        (r"Till \[fyll i namn\]", 6),
        ("Med *lorem ipsum* text", 6),
    ],
)
def test_placeholders_stop_a_final_document(source: str, column: int) -> None:
    assert codes(source) == [(1, column, "platshallare")]


@pytest.mark.parametrize(
    ("source", "column", "words"),
    [
        ("År 20XX", 4, "20XX"),
        ("År 202X", 4, "202X"),
        ("År 20ÅÅ", 4, "20ÅÅ"),
        ("Ärende RUN/20XX/1", 12, "20XX"),
        ("Ärende RUN/X/2025", 12, "X"),
        (r"Beslut § \_\_\_.", 8, "§ ___"),
        ("Beslut § 000", 8, "§ 000"),
        ("Beslut § 0.", 8, "§ 0"),
        ("Belopp TBD", 8, "TBD"),
        ("Namn (fyll i)", 6, "(fyll i)"),
        ("Den X oktober", 5, "X oktober"),
        ("Se `XX` här", 5, "XX"),
        ("Se {{ '§XX' }} här", 4, "§XX"),
        ("Se *{{ 'TBD' }}*", 5, "TBD"),
    ],
)
def test_placeholders_as_people_write_them(source: str, column: int, words: str) -> None:
    document, _ = bound(source, status=DocumentStatus.PROPOSAL)
    found = [(one.place.line, one.place.column, one.message) for one in check_final(document)]
    assert [(line, at) for line, at, _ in found] == [(1, column)]
    assert f"”{words}”" in found[0][2]


@pytest.mark.parametrize(
    "source",
    [
        "Paragraf § 12",
        "§ 012 och § 0,5",
        "Se [1]",
        "XL",
        "XXL",
        "XXI-seklet",
        "Kapitel X",
        "MAX IV",
        "SpaceX",
        "Vad?",
        "Todos",
        "Axxx",
        "Skr. 2023/24:111",
        "SOU 2022:44",
        "33 100-till-100",
        "1900-talet",
        "Åren 2023–2025",
        "4x100 meter",
        "`a__b`",
        r"\[texten\]",
        "Fyll i blanketten (fylld)",
        "Den 10 oktober",
    ],
)
def test_common_words_are_no_placeholders(source: str) -> None:
    assert codes(source) == []


@pytest.mark.parametrize(
    "manifest",
    [{"title": "XX"}, {"kind": "TBD"}, {"registry_numbers": ("RUN/XXX/2025",)}, {"contact": "TODO"}, {"plan": "[namn]"}],
)
def test_placeholders_in_the_manifest(manifest: dict[str, object]) -> None:
    assert codes("Ord.", **manifest) == [(0, 0, "platshallare")]


def found_in(*blocks: DocumentBlock) -> list[str]:
    """The messages about placeholders in a proposal of these blocks."""
    return [problem.message for problem in check_final(small(*blocks, status=DocumentStatus.PROPOSAL))]


def test_placeholders_in_what_a_specification_says() -> None:
    assert found_in(chart(), wide_table()) == []
    drawn = chart().chart._replace(axis="Antal TBD", categories=("XX",), series=(Series("20XX", ()),))
    found = found_in(
        replace(chart(), alt="Diagram § XX", chart=drawn),
        replace(wide_table(), description="Tabell TODO", symbols=(("..", "(fyll i)"),)),
    )
    assert len(found) == len({*found}) == 6


def test_a_decision_has_a_date_and_a_paragraph() -> None:
    decided: dict[str, object] = {"status": DocumentStatus.DECIDED}
    assert codes("Ord.", **decided) == [(0, 0, "beslut-saknas"), (0, 0, "beslut-saknas")]
    assert codes("Ord.", **decided, decision_date="2025-10-14", paragraph="212") == []
    for paragraph in ("§ 212", "0", "00", "²", "X"):
        assert codes("Ord.", **decided, decision_date="2025-10-14", paragraph=paragraph) == [(0, 0, "beslut-saknas")]


def test_a_proposal_has_none_yet() -> None:
    assert codes("Ord.") == []
