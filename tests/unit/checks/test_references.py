import pytest

from rapportbyggare.checks.references import references
from tests.unit.checks.subjects import built, quotes, typed

REPORT = """# Bakgrund {.onumrerad}

Text.

# Regional statistik

## Avgränsning

TEXT

Tabell: Antal {#antal}

| Kommun | Antal |
|---|---|
| Berg | 5 |

Källa: SCB

# Indikatorer {.bilaga}

Text.
"""


@pytest.mark.parametrize(
    "text",
    [
        "Se tabell 2.",
        "Som figur 1 visar.",
        "Se kapitel 3.",
        "Se avsnitt 1.2.",
        "Se bilaga 2.",
        "Se det tidigare avsnittet Aktuell statistik.",
        "Se avsnittet ”Aktuell statistik”.",
        "Det står i kapitlet Aktuellt.",
        "(se nedan under Uppföljning)",
    ],
)
def test_references_that_lead_nowhere(text: str) -> None:
    (found,) = references(built(REPORT.replace("TEXT", text)))
    assert found.code == "hanvisning-i-ord"
    assert found.quote in text
    assert found.place.line == 9


@pytest.mark.parametrize(
    "text",
    [
        "Se tabell 1 och [](#antal).",
        "Se kapitel 1 och avsnitt 1.1.",
        "Se bilaga 1 och se bilagan.",
        "Se avsnittet Regional statistik för mer.",
        "Kapitlet Regional statistik visar mer.",
        "Se avsnittet ”Avgränsning”.",
        "Se tabell 9 i planen och kapitel 7 i plan- och bygglagen.",
        "Enligt 7 kap. plan- och bygglagen.",
        "Han skrev ”se tabell 9” då.",
        "Se avsnittet om statistik.",
        "Se bilaga 4 till beslutet.",
        "Tabellen visar figurer och 12 kapitel.",
    ],
)
def test_references_that_are_right_or_lead_elsewhere(text: str) -> None:
    assert quotes(references(built(REPORT.replace("TEXT", text)))) == []


def test_the_nearest_heading_is_proposed() -> None:
    (found,) = references(built(REPORT.replace("TEXT", "Se avsnittet Regional statestik.")))
    assert found.expected == "”Regional statistik”"


def test_a_report_without_appendix() -> None:
    assert quotes(references(built("# Ett\n\nText (se bilaga)."))) == ["bilaga"]


def test_a_foreign_file_is_held_against_its_own_lines() -> None:
    lines = ("2 Statistik", "Tabell 1 Antal", "Se tabell 3 och avsnittet Aktuell statistik, figur 2 och kapitel 2.")
    assert quotes(references(typed(*lines))) == ["tabell 3", "Aktuell statistik"]


def test_a_file_without_headings_has_none_to_be_held_against() -> None:
    assert quotes(references(typed("Under rubriken Kommunerna i siffror: Åre 285."))) == []
    assert quotes(references(typed("Bakgrund", "Se avsnittet Kommunerna i siffror."))) == ["Kommunerna i siffror"]
