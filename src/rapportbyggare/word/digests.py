"""Digests by which a text is known again: that of a whole file's running text, that of a note's words."""

from hashlib import sha256

SHORT = 12


def content_digest(main: bytes, notes: bytes) -> str:
    """The digest of the main part and the footnotes, as they lie in the package."""
    return sha256(sha256(main).digest() + sha256(notes).digest()).hexdigest()


def words_digest(words: str) -> str:
    """A short digest of words, whatever spaces stand between them."""
    return sha256(" ".join(words.split()).encode("utf-8", "replace")).hexdigest()[:SHORT]
