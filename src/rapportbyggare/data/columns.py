"""The columns of a delivery's file, and what all of its rows have in common."""

from typing import NamedTuple

from rapportbyggare.core.figure import Status

COLUMNS = ("indikator", "matt", "ar", "plats", "varde", "enhet", "status", "period", "underlag", "mats", "not", "cell")
STATUSES = {status.value: status for status in Status}


class Intake(NamedTuple):
    """The number of the delivery, its source, when the source was read and when the delivery was taken in."""

    number: int
    source: str
    extract: str
    received: str
