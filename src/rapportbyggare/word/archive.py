"""A zip file that is the same every time: no clock and no platform in it; a large entry is deflated beside other work.

The headers are those of PKWARE's APPNOTE. A deflated stream may be put together of pieces that end at a byte (RFC 1951).
"""

import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from struct import Struct

LOCAL, CENTRAL, END = Struct("<4s5H3L2H"), Struct("<4s6H3L5H2L"), Struct("<4s4H2LH")
VERSION, UTF8, DEFLATED, MIDNIGHT, NEW_YEAR_1980 = 20, 0x800, 8, 0, 0x21
# Level 6 takes twice as long and saves a seventh.
LEVEL = 3
PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its name, the size and check sum of its content, and what gives the content deflated."""

    name: str
    size: int
    checksum: int
    deflated: Callable[[], bytes]


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """Contents by name as a zip file, in order."""
    return zip_file([entry(name, content) for name, content in entries.items()])


def entry(name: str, content: bytes) -> Entry:
    """An entry that is being deflated: a large one in threads, while the caller goes on."""
    begun = beside(content) if len(content) > PIECE else piece_of(content, True)
    return Entry(name, len(content), zlib.crc32(content), begun if callable(begun) else lambda: begun)


def beside(content: bytes) -> Callable[[], bytes]:
    """What waits for large content to be deflated, piece by piece, in two threads."""
    from threading import Thread

    view, starts = memoryview(content), range(0, len(content), PIECE)
    pieces: dict[int, bytes] = {}

    def deflate(some: range) -> None:
        pieces.update((start, piece_of(view[start : start + PIECE], start == starts[-1])) for start in some)

    threads = [Thread(target=deflate, args=(starts[n::2],)) for n in range(2)]
    for thread in threads:
        thread.start()

    def waited() -> bytes:
        for thread in threads:
            thread.join()
        return b"".join([pieces[start] for start in starts])

    return waited


def piece_of(content: bytes | memoryview, last: bool) -> bytes:
    """A piece of a deflated stream, ended at a byte."""
    deflater = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflater.compress(content) + deflater.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)


def zip_file(entries: Iterable[Entry]) -> bytes:
    """Entries in order, each with its header, and the directory of them."""
    written: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for one in entries:
        name, content = one.name.encode(), one.deflated()
        flags = 0 if one.name.isascii() else UTF8
        known = (VERSION, flags, DEFLATED, MIDNIGHT, NEW_YEAR_1980, one.checksum, len(content), one.size, len(name), 0)
        written += (LOCAL.pack(b"PK\3\4", *known), name, content)
        directory += (CENTRAL.pack(b"PK\1\2", VERSION, *known, 0, 0, 0, 0, offset), name)
        offset += LOCAL.size + len(name) + len(content)
    listed = b"".join(directory)
    count = len(directory) // 2
    return b"".join((*written, listed, END.pack(b"PK\5\6", 0, 0, count, count, len(listed), offset, 0)))
