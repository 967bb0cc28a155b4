"""Says what a longer build is doing, in a terminal only."""

import time
from typing import TextIO

MOMENT = 0.7


class Progress:
    """Shows the present step on one line once the build has taken more than `moment` seconds; leaves no trace."""

    __slots__ = ("_moment", "_shown", "_start", "_stream")

    def __init__(self, stream: TextIO | None, moment: float = MOMENT) -> None:
        self._stream = stream if stream is not None and stream.isatty() else None
        self._start, self._moment, self._shown = time.monotonic(), moment, False

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, *_: object) -> None:
        if self._stream and self._shown:
            self._stream.write("\r\033[K")
            self._stream.flush()

    def __call__(self, step: str) -> None:
        """Say which step begins."""
        if self._stream and time.monotonic() - self._start > self._moment:
            self._stream.write(f"\r\033[K{step} …")
            self._stream.flush()
            self._shown = True
