"""Where Swedish sentences end."""

from itertools import pairwise

import pytest

from rapportbyggare.typography.sentences import sentence_between, sentence_ends, sentence_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Antalet ökade. Andelen sjönk.", ["Antalet ökade.", "Andelen sjönk."]),
        ("Det gäller t.ex. Berg och bl.a. Åre.", ["Det gäller t.ex. Berg och bl.a. Åre."]),
        ("Se s. 5 och kl. Tre.", ["Se s. 5 och kl. Tre."]),
        ("Det var 2024. Berg ökade.", ["Det var 2024.", "Berg ökade."]),
        ("”Så är det.” Åre växer! Varför? 18 företag.", ["”Så är det.”", "Åre växer!", "Varför?", "18 företag."]),
        ("Andelen är 5,1 procent. och fortsätter", ["Andelen är 5,1 procent. och fortsätter"]),
        ("(Se tabell 2.) Sedan.", ["(Se tabell 2.)", "Sedan."]),
        ("utan punkt", ["utan punkt"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    ends = sentence_ends(text)
    assert [text[start:end].strip() for start, end in pairwise(ends)] == sentences


def test_the_sentence_round_a_stretch() -> None:
    text = "Antalet ökade. Andelen var 5 %. Slut."
    start = text.index("5 %")
    assert sentence_of(text, start, start + 3) == "Andelen var 5 %."
    assert sentence_of(text, 0, len(text)) == text
    assert sentence_of("", 0, 0) == ""


def test_many_stretches_of_one_text() -> None:
    text = "Antalet ökade. Andelen var 5 %. Slut."
    ends = sentence_ends(text)
    for start in range(len(text) + 1):
        for end in range(start, len(text) + 1):
            assert sentence_between(text, ends, start, end) == sentence_of(text, start, end)


def test_an_abbreviation_is_the_whole_word_before_its_mark() -> None:
    assert len(sentence_ends("Kontakt (t.ex. Berg)")) == 2
    assert len(sentence_ends("Han kom från ”Nr. Berg”")) == 2
    assert len(sentence_ends("Det var en nattvakt. Berg")) == 3
