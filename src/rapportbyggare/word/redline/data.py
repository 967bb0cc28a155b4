"""What a redline is made with: whose hand and which moment each change bears, and why one cannot be made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who changed what, and when (moments are ISO, in UTC: "2025-09-15T00:00:00Z").

    `text_moment` is that of the new edition's words, `deliveries` those of its deliveries by number. `data_passages` are
    the plain words of whole passages that came or went because of data: of a paragraph or a note, or of a table row, whose
    cells are parted by a tab.
    """

    text_moment: str
    deliveries: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    data_passages: frozenset[str] = frozenset()
    data: str = "Data"
    text: str = "Text"
    numbering: str = "Numrering"


class Hindrance(Enum):
    """Why two files cannot be merged."""

    DAMAGED = "skadad"
    TRACKED = "spårade ändringar"
    FOREIGN = "inte byggd av rapportbyggare"
    UNPROVEN = "kan inte styrkas"
    FAULTY = "fel i resultatet"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: which file it is about ("old", "new", "redline"), and what was seen there."""

    hindrance: Hindrance
    file: str
    detail: str = ""


class RedlineRefused(Exception):
    """No redline can be made of these two, for these reasons."""

    def __init__(self, *reasons: Reason) -> None:
        """The reasons, at least one."""
        super().__init__(*(f"{one.file}: {one.hindrance.value} {one.detail}".strip() for one in reasons))
        self.reasons = reasons
