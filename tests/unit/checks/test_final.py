from dataclasses import replace

import pytest

from rapportbyggare.checks.final import check_final
from rapportbyggare.core.manifest import DocumentStatus
from tests.small import bound


def codes(source: str, **manifest: object) -> list[tuple[int, int, str]]:
    document, _ = bound(source, status=DocumentStatus.PROPOSAL)
    final = replace(document, manifest=replace(document.manifest, **manifest))  # type: ignore[arg-type]
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


@pytest.mark.parametrize("source", ["Paragraf § 12", "Se [1]", "XL", "Vad?", "Todos", "Axxx"])
def test_common_words_are_no_placeholders(source: str) -> None:
    assert codes(source) == []


@pytest.mark.parametrize(
    "manifest", [{"title": "XX"}, {"registry_numbers": ("RUN/XXX/2025",)}, {"contact": "TODO"}, {"plan": "[namn]"}]
)
def test_placeholders_in_the_manifest(manifest: dict[str, object]) -> None:
    assert codes("Ord.", **manifest) == [(0, 0, "platshallare")]


def test_a_decision_has_a_date_and_a_paragraph() -> None:
    decided: dict[str, object] = {"status": DocumentStatus.DECIDED}
    assert codes("Ord.", **decided) == [(0, 0, "beslut-saknas"), (0, 0, "beslut-saknas")]
    assert codes("Ord.", **decided, decision_date="2025-10-14", paragraph="212") == []
    assert codes("Ord.", **decided, decision_date="2025-10-14", paragraph="§ 212") == [(0, 0, "beslut-saknas")]


def test_a_proposal_has_none_yet() -> None:
    assert codes("Ord.") == []
