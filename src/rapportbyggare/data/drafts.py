"""What is to be written: a row of the index, and for a delivery the file that it names."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from rapportbyggare.core.dataset import Catalogue, Delivery
from rapportbyggare.core.delivered import Delivered
from rapportbyggare.core.figure import Observation
from rapportbyggare.data.cells import write_note
from rapportbyggare.data.coverage import write_coverage
from rapportbyggare.data.deliveries import DELIVERY, WITHDRAWAL
from rapportbyggare.data.written import in_catalogue_order, write_observations


@dataclass(frozen=True, slots=True)
class Draft:
    """A row, and a delivery's file: its name, its bytes, the received file's name and the observations in the file's order."""

    row: Mapping[str, str]
    name: str = ""
    content: bytes = b""
    file: str = ""
    observations: tuple[Observation, ...] = ()


def delivery_draft(delivered: Delivered, number: int, name: str, catalogue: Catalogue, received: str, note: str) -> Draft:
    """What was received, as a delivery of this number and file name."""
    observations = in_catalogue_order(delivered.observations, catalogue)
    content = write_observations(observations, catalogue)
    row = {
        "leverans": str(number),
        "slag": DELIVERY,
        "kalla": delivered.source,
        "uttag": delivered.extract,
        "inlast": received,
        "fil": write_note(delivered.file),
        "filsumma": delivered.checksum,
        "observationer": name,
        "sha256": sha256(content).hexdigest(),
        "tackning": write_coverage(delivered.coverage, catalogue),
        "not": write_note(note),
    }
    return Draft(row, name, content, delivered.file, tuple(observations))


def withdrawal_draft(number: int, withdrawn: Delivery, date: str, reason: str) -> Draft:
    """The row that withdraws a delivery from a day on."""
    row = {"leverans": str(number), "slag": WITHDRAWAL, "kalla": withdrawn.source, "inlast": date}
    return Draft(row | {"aterkallar": str(withdrawn.number), "not": write_note(reason)})
