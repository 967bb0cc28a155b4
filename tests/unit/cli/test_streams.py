"""What a terminal's alphabet lacks."""

from io import BytesIO, TextIOWrapper

import pytest

from rapportbyggare.cli.streams import flushed, prepare


def written(text: str, encoding: str) -> str:
    raw = BytesIO()
    stream = TextIOWrapper(raw, encoding=encoding, newline="\n")
    prepare(stream)
    stream.write(text)
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("utf-8", "Åre −5\u202f% → ”a” … – 漢"),
        ("cp1252", "Åre -5 % -> ”a” … – ?"),
        ("cp850", 'Åre -5 % -> "a" ... - ?'),
        ("ascii", 'Are -5 % -> "a" ... - ?'),
    ],
)
def test_it_is_written_with_something_like_it(encoding: str, expected: str) -> None:
    assert written("Åre −5\u202f% → ”a” … – 漢", encoding) == expected


def test_a_name_no_alphabet_holds_is_written_all_the_same() -> None:
    assert written("a\udce5b", "utf-8") == "a?b"


def test_no_stream_is_no_fault() -> None:
    prepare(None)
    flushed(None)
