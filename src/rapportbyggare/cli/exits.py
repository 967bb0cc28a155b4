"""Exit codes, the same for all commands."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes, the same for all commands."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    UNWRITABLE = 3
    INTERNAL = 70
    INTERRUPTED = 130
