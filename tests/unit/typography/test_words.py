import pytest

from rapportbyggare.typography.words import (
    capitalise,
    counted,
    genitive,
    join_words,
    number_word,
    ordinal,
    ordinal_superlative,
    shortened,
)


@pytest.mark.parametrize(
    ("number", "word"), [(0, "noll"), (1, "ett"), (8, "åtta"), (12, "tolv"), (13, "13"), (1341, "1\u00a0341"), (-2, "\u22122")]
)
def test_number_word(number: int, word: str) -> None:
    assert number_word(number) == word


def test_a_number_in_digits_has_the_thousands_mark_it_is_given() -> None:
    assert number_word(1341, "\u202f") == "1\u202f341"


@pytest.mark.parametrize(("number", "words"), [(0, "0 meningar"), (1, "1 mening"), (2, "2 meningar")])
def test_a_number_and_what_it_counts(number: int, words: str) -> None:
    assert counted(number, "mening", "meningar") == words


@pytest.mark.parametrize(
    ("rank", "words"), [(1, "störst"), (2, "näst störst"), (3, "tredje störst"), (8, "åttonde störst"), (21, "21:a störst")]
)
def test_rank(rank: int, words: str) -> None:
    assert ordinal_superlative(rank, "störst") == words


@pytest.mark.parametrize(("number", "word"), [(13, "13:e"), (22, "22:a"), (111, "111:e"), (0, "0:e")])
def test_ordinals_in_digits(number: int, word: str) -> None:
    assert ordinal(number) == word


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["Berg"], "Berg"), (["Berg", "Åre"], "Berg och Åre"), (["Berg", "Bräcke", "Krokom"], "Berg, Bräcke och Krokom")],
)
def test_lists_in_running_text(words: list[str], text: str) -> None:
    assert join_words(words) == text


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("Östersund", "Östersunds"),
        ("Borås", "Borås"),
        ("SCB", "SCB:s"),
        ("Region Jämtland Härjedalen", "Region Jämtland Härjedalens"),
        ("Samspel63", "Samspel63:s"),
        ("Växjö", "Växjös"),
        ("Schweiz", "Schweiz"),
        ("", ""),
    ],
)
def test_genitive(name: str, owner: str) -> None:
    assert genitive(name) == owner


@pytest.mark.parametrize(("text", "capital"), [("åtta", "Åtta"), ("tabell 2", "Tabell 2"), ("SCB", "SCB"), ("", ""), ("8", "8")])
def test_capitalise(text: str, capital: str) -> None:
    assert capitalise(text) == capital


@pytest.mark.parametrize(
    ("text", "beginning"),
    [("Antalet minskade", "Antalet minskade"), ("Antalet minskade, tyvärr", "Antalet minskade …"), ("Å" * 21, f"{'Å' * 20} …")],
)
def test_a_long_text_is_shortened_to_whole_words(text: str, beginning: str) -> None:
    assert shortened(text, 20) == beginning
