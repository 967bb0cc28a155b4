"""What the words on the command line that name an edition mean, and in which order they are tried."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from unicodedata import normalize

from rapportbyggare.app.editions import edition_names
from rapportbyggare.app.git_revisions import is_kept, revision
from rapportbyggare.app.points import NOW
from rapportbyggare.core.problem import Problem
from rapportbyggare.data.moments import moment

IN_GIT = "git:"
FILES = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".rtf", ".pdf")
NO_MOMENT = "fel-tidpunkt"


class Kind(Enum):
    """What an edition is named by, in the order that they are tried; the values are what the reader meets."""

    NOW = "källorna som de är nu"
    FILE = "filen"
    FROZEN = "den frysta utgåvan"
    MOMENT = "dagen eller leveransen"
    REVISION = "versionen i git"


@dataclass(frozen=True, slots=True)
class Named:
    """An edition as it is named: its kind, the word itself, what else it could have meant, and whether its kind was said."""

    kind: Kind
    word: str
    others: tuple[Kind, ...] = ()
    sure: bool = False


def named(text: str, folder: Path) -> Named:
    """What `text` names: now, a file, a frozen edition, a moment of the archive or, when nothing else, a revision in git."""
    word = text.strip()
    if word.startswith(IN_GIT):
        return Named(Kind.REVISION, word.removeprefix(IN_GIT), sure=True)
    if _is_file_name(word):
        return Named(Kind.FILE, word, sure=True)
    first, *others = (*_meanings(word, folder), Kind.REVISION)
    if others and not _is_revision(word, folder):
        others.remove(Kind.REVISION)
    return Named(first, word, tuple(others))


def _meanings(word: str, folder: Path) -> Iterator[Kind]:
    """The kinds but the last that the word can be; the archive is not asked whether it holds the moment."""
    if word.lower() == NOW:
        yield Kind.NOW
    if normalize("NFC", word) in edition_names(folder):
        yield Kind.FROZEN
    found = moment(word, ())
    if not isinstance(found, Problem) or found.code != NO_MOMENT:
        yield Kind.MOMENT
    if _is_file(word):
        yield Kind.FILE


def _is_file_name(word: str) -> bool:
    """Whether the word can only be meant as a file: by its ending, or by a path to one that is there."""
    return word.lower().endswith(FILES) or (("/" in word or "\\" in word) and _is_file(word))


def _is_file(word: str) -> bool:
    """Whether there is such a file; a word that no file can be called is none."""
    try:
        return Path(word).is_file()
    except (OSError, ValueError):
        return False


def _is_revision(word: str, folder: Path) -> bool:
    return is_kept(folder) and not isinstance(revision(folder, word), Problem)
