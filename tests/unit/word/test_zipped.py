"""The zip file: other programs read it, whatever the size of what is in it, and it is the same every time."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from rapportbyggare.word.package import zipped

PIECE = 1 << 20
SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 5 * PIECE + 7)


def of_size(size: int) -> bytes:
    words = b"".join(b"<w:t>%d</w:t>" % (number * number % 9973) for number in range(size // 8 + 1))
    return words[:size]


@pytest.mark.parametrize("size", SIZES)
def test_content_comes_back_whole(size: int) -> None:
    with ZipFile(BytesIO(zipped({"word/a.xml": of_size(size), "b.xml": b"<b/>"}))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["word/a.xml", "b.xml"]
        assert archive.read("word/a.xml") == of_size(size)
        assert archive.read("b.xml") == b"<b/>"


def test_names_with_other_letters_are_kept() -> None:
    with ZipFile(BytesIO(zipped({"word/å.xml": b"x"}))) as archive:
        assert archive.namelist() == ["word/å.xml"]


def test_same_contents_give_the_same_bytes_with_no_clock_in_them() -> None:
    entries = {"a.xml": of_size(3 * PIECE), "b.xml": of_size(PIECE // 2)}
    assert len({zipped(entries) for _ in range(5)}) == 1
    with ZipFile(BytesIO(zipped(entries))) as archive:
        fixed = {(one.date_time, one.create_system) for one in archive.infolist()}
    assert fixed == {((1980, 1, 1, 0, 0, 0), 0)}
