import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportbyggare.alignment.tokens import tokens, weight


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Antalet ökade.", ("Antalet", " ", "ökade", ".")),
        ("1\u00a0341 företag", ("1\u00a0341", " ", "företag")),
        ("830\u00a0000 kr", ("830\u00a0000", " ", "kr")),
        ("5,3 %", ("5,3", " ", "%")),
        ("−26 procent", ("−26", " ", "procent")),
        ("2025-09-03", ("2025-09-03",)),
        ("2023–2027", ("2023", "–", "2027")),
        ("KKB-företag", ("KKB-företag",)),
        ("2024 300", ("2024", " ", "300")),
        ("kl. 12.30", ("kl", ".", " ", "12.30")),
        ("a\u00a0b", ("a", "\u00a0", "b")),
    ],
)
def test_a_word_a_figure_and_a_date_are_whole(text: str, pieces: tuple[str, ...]) -> None:
    assert tokens(text) == pieces


@given(st.text())
def test_joined_they_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


def test_spaces_and_marks_weigh_nothing() -> None:
    assert [weight(piece) for piece in (" ", "–", ".", "och", "1\u00a0341", "−26")] == [0, 0, 0, 3, 5, 3]
