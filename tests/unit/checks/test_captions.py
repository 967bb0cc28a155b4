"""The paragraph right above a table heads it, if it reads like a heading."""

import pytest

from rapportbyggare.checks.plain_subject import lines_of_text

ROWS = "\n\nKommun  juli 2024  juli 2025\nBerg  69  63\n"


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("Antal företag per kommun:", True),
        ("Tabell 1. Antal företag per kommun i länet, räknat på det sätt som SCB gör när uppgifterna tas ut i juli.", True),
        ("Antal företag per kommun", True),
        ("Det fanns 63 företag i Berg.", False),
        ("Planen gäller. " * 12 + "Antalet i juli:", True),
        (
            "Planen gäller till dess att en ny plan har beslutats av nämnden " * 3,
            False,
        ),
    ],
)
def test_what_heads_a_table(words: str, heads: bool) -> None:
    first, *others = lines_of_text(words + ROWS, "a.txt")
    assert (first.part, first.block) == (("rubrik", others[0].block) if heads else ("stycke", ""))


def test_a_list_above_a_table_has_its_own_lines() -> None:
    lines = lines_of_text(f"Ett stycke.\n- en punkt\n{ROWS}\nSlut.\n", "a.txt")
    assert [line.part for line in lines if line.part in ("stycke", "rubrik")] == ["stycke", "rubrik", "stycke"]
