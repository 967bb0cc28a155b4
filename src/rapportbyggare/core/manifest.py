"""What `report/rapport.toml` says of the report as a whole."""

from enum import Enum
from typing import NamedTuple


class DocumentStatus(Enum):
    """Where in the process the document is."""

    DRAFT = "utkast"
    PROPOSAL = "till nämnden"
    DECIDED = "beslutad"


class Manifest(NamedTuple):
    """The report's own facts, each stated once. Dates are ISO; `decision_date` and `paragraph` may be "".

    `sections` is the order of section files (empty: by file name), `template` a region's own .docx or .dotx
    ("" for the one made from the style tokens), both relative to the project folder. `edition` is the frozen edition
    that a decided document is made of.
    """

    title: str
    kind: str
    organisation: str
    committee: str
    decision_date: str
    paragraph: str
    registry_numbers: tuple[str, ...]
    plan: str
    plan_period: str
    contact: str
    language: str
    status: DocumentStatus
    year: int
    subject: str
    keywords: tuple[str, ...]
    contents: bool
    sections: tuple[str, ...]
    file_name: str
    template: str
    edition: str = ""

    @property
    def final(self) -> bool:
        """Whether the document is meant for the committee (clean: no edition data, no draft marks)."""
        return self.status is not DocumentStatus.DRAFT
