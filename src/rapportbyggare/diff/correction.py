"""One thing to correct by hand in an edited file."""

from dataclasses import dataclass
from enum import Enum

from rapportbyggare.passages.passage import Passage, PrintedKind


class Standing(Enum):
    """What is to be done at a place; the values are what the reader meets."""

    TODO = "rätta för hand"
    DONE = "redan rättad"
    LOST = "hittades inte"
    SEE = "gammalt tal i annan text"
    CHANGED = "ändrad av någon"


class What(Enum):
    """What is to be corrected; the values are what the reader meets."""

    VALUE = "uppgift"
    SENTENCE = "mening"
    PASSAGE = "stycke"
    ROW = "rad"
    COLUMN = "kolumn"
    BLOCK = "tabell eller figur"
    NOTE = "fotnot"
    PICTURE = "bild"
    ALT = "alternativtext"
    DESCRIPTION = "tabellbeskrivning"


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing to correct, or one that is corrected already.

    `order` is its place in the file and `heading` the heading it stands under there; `where` says in words what it stands
    in, `sentence` is how that reads in the file ("" when it does not stand). `old` is what the draft said, `stands` what the
    file says and `right` what it should say ("" for nothing); `remark` is what the reader should know besides. `drawn` is
    what differs in a chart, as (where, old, new).
    """

    standing: Standing
    what: What
    order: int
    heading: str
    where: str
    sentence: str
    old: str
    stands: str
    right: str
    remark: str = ""
    drawn: tuple[tuple[str, str, str], ...] = ()


def where_of(passage: Passage) -> str:
    """What a passage stands in: nothing more is said of running text than its heading."""
    return "" if passage.kind in (PrintedKind.PROSE, PrintedKind.HEADING) else passage.where
