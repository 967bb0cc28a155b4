"""What a comparison is known by, so that ticks follow it and no other."""

from hashlib import sha256

from rapportbyggare.core.compared import Comparison

LENGTH = 32


def comparison_name(comparison: Comparison) -> str:
    """A digest of what differs between two editions, in hexadecimal: the same for the same changes, wherever the files lie."""
    told = tuple(
        (change.number, change.cause.value, change.standing.value, change.kind, change.where, change.old, change.new)
        for change in comparison.changes
    )
    sides = tuple((side.title, side.fingerprint) for side in (comparison.old, comparison.new))
    return sha256(repr((sides, told)).encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]
