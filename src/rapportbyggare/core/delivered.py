"""What a received file says, before it is a delivery of the archive."""

from dataclasses import dataclass

from rapportbyggare.core.dataset import Coverage
from rapportbyggare.core.figure import Observation
from rapportbyggare.core.place import Place


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said of a file without stopping its intake: rows left out and why, values withheld, a recalculation."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Delivered:
    """One file (or a person's word) read through a source's map.

    `source` is a source's id, `extract` the day or month the source was read (ISO, "" when the file does not say),
    `file` the file's name without folders and `checksum` its SHA-256 ("" for a person's word). The observations' origins
    hold the cell (`Blad1!C17`); their delivery is 0 and their dates are empty until the archive gives them theirs.
    """

    source: str
    extract: str
    file: str
    checksum: str
    observations: tuple[Observation, ...]
    coverage: tuple[Coverage, ...]
    remarks: tuple[Remark, ...] = ()
