"""Says what a longer build is doing, in a terminal only."""

import time
from typing import TextIO

MOMENT = 0.7


class Progress:
    """Shows the present step on one line once the build has taken more than a moment; leaves no trace."""

    __slots__ = ("_shown", "_start", "_stream")

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._start, self._shown = stream, time.monotonic(), False

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._stream.write("\r\033[K")
            self._stream.flush()

    def __call__(self, step: str) -> None:
        """Say which step begins."""
        if self._stream.isatty() and time.monotonic() - self._start > MOMENT:
            self._stream.write(f"\r\033[K{step} …")
            self._stream.flush()
            self._shown = True
