"""Names of bookmarks: letters, digits and underscores, at most forty characters, hidden by a leading underscore."""

import re
from collections.abc import Container
from hashlib import sha256
from itertools import count

from rapportbyggare.core.document import note_mark

LONGEST = 40
PLAIN = re.compile(r"[A-Za-z0-9_]*")
ANCHOR = "_rb_"
TARGET = "_Ref_"
END = "_rb_slut"


def bookmark_name(prefix: str, key: str) -> str:
    """A bookmark's name for a key; a key Word would not accept gets a short hash instead of what it lost."""
    if len(prefix) + len(key) <= LONGEST and ((key.isalnum() and key.isascii()) or PLAIN.fullmatch(key)):
        return prefix + key
    slug = re.sub(r"[^A-Za-z0-9]+", "_", key)[: LONGEST - len(prefix) - 9]
    return f"{prefix}{slug}_{sha256(key.encode()).hexdigest()[:8]}"


def note_name(key: str) -> str:
    """The bookmark of a footnote's mark: a hash alone, as a note's key says which file it was written in."""
    return f"{TARGET}not_{note_mark(key)}"


def contents_name(seed: str, taken: Container[str]) -> str:
    """The bookmark of a heading in the contents list, named as Word names them: by what the heading is, not by its place.

    Then it bears the same name in every edition, whatever has come or gone before it.
    """
    tries = (int(sha256(f"{seed} {n}".encode()).hexdigest()[:12], 16) % 900_000_000 for n in count())
    return next(name for number in tries if (name := f"_Toc{100_000_000 + number}").lower() not in taken)
