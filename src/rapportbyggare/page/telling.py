"""Who and what a comparison is between, and why something differs, in Swedish."""

from rapportbyggare.core.compared import Cause, Change, Comparison, DeliveryLabel, Side, Standing
from rapportbyggare.core.place import Place
from rapportbyggare.page.markup import HARD_SPACE
from rapportbyggare.typography.words import counted

CAUSES = {
    Cause.DATA: "data",
    Cause.TEXT: "text",
    Cause.STRUCTURE: "struktur",
    Cause.NUMBERING: "numrering",
    Cause.STYLE: "utseende",
}
MEANINGS = {
    Cause.DATA: "en uppgift i underlaget har ett annat värde",
    Cause.TEXT: "orden är andra",
    Cause.STRUCTURE: "något har tillkommit, tagits bort eller flyttats",
    Cause.NUMBERING: "något har fått ett annat nummer",
    Cause.STYLE: "dokumentet eller filen ser annorlunda ut eller har andra egenskaper",
}
DAY = len("2025-10-01")
PLACED = frozenset(("försättsblad", "källrad", "figurrubrik", "fotnot", "dokumentegenskap", "omgivning"))
STANDINGS = {Standing.MOVED_HERE: "flyttad", Standing.MOVED_AWAY: "flyttad"}


def changes_counted(number: int) -> str:
    """ "12 ändringar"."""
    return counted(number, "ändring", "ändringar").replace(" ", HARD_SPACE)


def delivery_words(delivery: DeliveryLabel) -> str:
    """ "leverans 8 (Bisnis Analys, uttag 2025-09-03), inläst 2025-09-04"."""
    name = f" ({delivery.name})" if delivery.name else ""
    received = f", inläst{HARD_SPACE}{delivery.received}" if delivery.received else ""
    return f"leverans{HARD_SPACE}{delivery.number}{name}{received}"


def deliveries_of(comparison: Comparison) -> dict[int, DeliveryLabel]:
    """The deliveries of both editions by number."""
    return {one.number: one for side in (comparison.old, comparison.new) for one in side.deliveries}


def what(change: Change) -> str:
    """ "stycke, ny"; a kind that its place already tells is not told again."""
    kind = "" if change.kind in PLACED else change.kind
    standing = "" if change.standing is Standing.CHANGED else STANDINGS.get(change.standing, change.standing.value)
    return ", ".join(filter(None, (kind, standing)))


def edition_remarks(side: Side) -> list[str]:
    """What the reader should know of how an edition was read."""
    said = [f"data till och med {side.data_date}"] if side.data_date else []
    if side.foreign:
        return [*said, "en Word-fil som inte är byggd ur rapportens källor"]
    return [*said, "filen har redigerats i Word sedan den byggdes"] if side.edited else said


def signed(author: str, date: str) -> str:
    """ "Lena Ek, 2025-09-20": who did something in a file, and the day if the file says it."""
    return ", ".join(part for part in (author or "okänd", date[:DAY]) if part)


def spot(place: Place) -> str:
    """ "sections/30-analys.md:7"; "" for nowhere."""
    return f"{place.file}:{place.line}" if place.line else place.file
