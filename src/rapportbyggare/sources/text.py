"""A text file as the project's own text: UTF-8, LF, composed letters, nothing invisible that does harm."""

import re
from pathlib import Path

from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.sources import messages
from rapportbyggare.sources.paths import inside

LARGEST = 20_000_000
_MOST = 20
_REPLACEMENT = "\ufffd"
_BOMS = (b"\xff\xfe", b"\xfe\xff")
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ue000-\ue1ff\ufeff\ufffe\uffff]")


def is_folder(path: Path) -> bool:
    """Whether there is a folder of that name; there is none of a name that no disk can hold."""
    try:
        return path.is_dir()
    except OSError:
        return False


def read_text(project: Path, relative: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file of the project, and what is wrong with the file.

    A file that cannot be read gives ""; a wrongly coded one gives what could be read of it. Harmful characters
    are replaced by U+FFFD, so places hold.
    """
    content, problems = read_bytes(project, relative)
    if content is None:
        return "", problems
    return decode(content, relative)


def read_bytes(project: Path, relative: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file of the project, or None and the reason they cannot be had."""
    path = inside(project, relative)
    if path is None:
        return None, (messages.outside(relative),)
    try:
        return _bounded(path, relative)
    except OSError:
        return None, (messages.unreadable(relative),)


def _bounded(path: Path, relative: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    if path.is_dir():
        return None, (messages.folder(relative),)
    if not path.is_file():
        return None, (messages.missing(relative, _siblings(path)),)
    with path.open("rb") as stream:
        content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        return None, (messages.too_large(relative, LARGEST),)
    return content, ()


def _siblings(path: Path) -> list[str]:
    return [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []


def decode(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text that `content` means, and problems at line and column of `file`."""
    if content.startswith(_BOMS):
        return _tidy(content.decode("utf-16", "replace")), (messages.utf16(file),)
    try:
        text = _tidy(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _guessed(content, file, error.start)
    problems = _damaged(text, file) + _harmful(text, file)
    return (_HARMFUL.sub(_REPLACEMENT, text) if problems else text), problems


def on_one_line(text: str) -> str:
    """The text as a file of the project may hold it in one line: runs of blanks are one space, harmful characters are none."""
    whole = _tidy(text.encode("utf-8", "replace").decode("utf-8"))
    return " ".join(_HARMFUL.sub(" ", whole).replace(_REPLACEMENT, " ").split())


def _guessed(content: bytes, file: str, offset: int) -> tuple[str, tuple[Problem, ...]]:
    before = _tidy(content[:offset].decode("utf-8-sig"))
    mixed = not content.decode("utf-8-sig", "ignore").isascii()
    text = _tidy(content.decode("utf-8-sig", "replace") if mixed else content.decode("cp1252", "replace"))
    problem = messages.not_utf8(_at(before, len(before), file), mixed)
    return _HARMFUL.sub(_REPLACEMENT, text), (problem, *_harmful(text, file))


def _tidy(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if lines.isascii():
        return lines
    from unicodedata import normalize

    return normalize("NFC", lines)


def _harmful(text: str, file: str) -> tuple[Problem, ...]:
    found = list(_HARMFUL.finditer(text))
    listed = [messages.harmful(_at(text, match.start(), file), ord(match.group())) for match in found[:_MOST]]
    rest = len(found) - len(listed)
    return (*listed, messages.more_harmful(file, rest)) if rest else tuple(listed)


def _damaged(text: str, file: str) -> tuple[Problem, ...]:
    offset = text.find(_REPLACEMENT)
    return () if offset < 0 else (messages.damaged(_at(text, offset, file), text.count(_REPLACEMENT)),)


def _at(text: str, offset: int, file: str) -> Place:
    column = offset - text.rfind("\n", 0, offset)
    return Place(file, text.count("\n", 0, offset) + 1, column, column + 1)
