"""What spelling asks of a dictionary; the one in use is Hunspell's."""

from collections.abc import Callable
from pathlib import Path
from sys import getfilesystemencoding
from typing import NamedTuple

LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"
SMALL = ("en", "ett", "att", "och", "som", "den", "det", "är", "kan", "inte")


class Speller(NamedTuple):
    """A dictionary: whether it knows a word (in lower case it knows names too), and words like one that it does not know."""

    knows: Callable[[str], bool]
    like: Callable[[str], tuple[str, ...]]


def open_speller(folder: Path, name: str) -> Speller | None:
    """The dictionary of two files in a folder, None when Hunspell is not installed or the files cannot be read."""
    try:
        from hunspell import Hunspell, HunspellFilePathError
    except ImportError:
        return None
    try:
        opened = Hunspell(name, str(folder), getfilesystemencoding())
    except HunspellFilePathError:
        return None
    return Speller(opened.spell, opened.suggest)


def slips(word: str) -> dict[str, None]:
    """What may have been meant by a word with two letters swapped, a letter doubled or not doubled, or a space lost."""
    swapped = [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)]
    doubled = [word[:i] + word[i] + word[i:] for i in range(len(word))]
    single = [word[:i] + word[i + 1 :] for i in range(len(word) - 1) if word[i] == word[i + 1]]
    return dict.fromkeys((*swapped, *doubled, *single))


def letters_off(word: str) -> dict[str, None]:
    """The words that have one letter more, one less, or one other."""
    dropped = [word[:i] + word[i + 1 :] for i in range(len(word))]
    added = [word[:i] + letter + word[i:] for i in range(len(word) + 1) for letter in LETTERS]
    other = [word[:i] + letter + word[i + 1 :] for i in range(len(word)) for letter in LETTERS]
    return dict.fromkeys((*other, *added, *dropped))


def parted(word: str) -> dict[str, str]:
    """What follows a small word that a word begins with, by the two with a space between."""
    return {f"{small} {word[len(small) :]}": word[len(small) :] for small in SMALL if word.startswith(small)}
