"""What an author should think of before an edit is pasted into the source."""

from rapportbyggare.core.place import Place


def in_loop() -> str:
    """The text is written once and printed several times."""
    return "Texten står i en slinga och skrivs ut flera gånger: ändringen gäller alla varv."


def generated(where: str) -> str:
    """The text is made by a specification."""
    return f"Texten görs av en specifikation: ändra där, inte i avsnittet ({where})."


def unbound(words: str) -> str:
    """A figure stands in plain text."""
    return f"”{words}” är inskrivet för hand. Det kommer inte ur datamängden och följer inte med när uppgifterna ändras."


def new_note(label: str) -> str:
    """A note that the source has not."""
    return f"Noten [^{label}] är ny: klistra in dess text sist i avsnittet."


def automatic_note() -> str:
    """A note that the tool writes."""
    return "Noten skrivs av verktyget och går inte att ändra i avsnittet."


def stands_after(place: Place) -> str:
    """Where what was moved stands now."""
    return f"Står nu efter {place.file}:{place.line}."


def in_table() -> str:
    """Cells that the draft has not."""
    return "Det här är nytt i tabellen: en tabell ur en specifikation ändras i report/tabeller.toml."
