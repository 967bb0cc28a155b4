"""Swedish alphabetical order."""

from unicodedata import normalize

# Å, ä and ö (and the neighbours' æ and ø) come after z, in the places of the characters that follow it in ASCII.
_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ð": "d", "đ": "d", "ł": "l", "ü": "y"})


def swedish_key(name: str) -> tuple[str, str]:
    """A key to sort names by: å, ä, ö last, w after v, é as e, capitals and small letters alike."""
    folded = normalize("NFC", normalize("NFC", name).casefold()).translate(_LAST)
    letters = folded if folded.isascii() else _without_accents(folded)
    return letters, name


def _without_accents(text: str) -> str:
    return "".join(letter for letter in normalize("NFD", text) if not "\u0300" <= letter <= "\u036f")
