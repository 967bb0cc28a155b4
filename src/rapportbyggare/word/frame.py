"""What stands round the text of a Word file: its contents list, its page heads, and the words before numbers and sources."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from zipfile import ZipFile

MAIN = "word/document.xml"
HEAD = re.compile(r"word/(header|footer)\d*\.xml")
HEADS = {"header": "sidhuvud", "footer": "sidfot"}
RESULT = re.compile(r'w:fldCharType="separate".*?w:fldCharType="end"', re.DOTALL)
SIMPLE = re.compile(r'<w:fldSimple [^>]*w:instr="([^"]*)"[^>]*>.*?</w:fldSimple>', re.DOTALL)
PIECE = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:instrText[^>]*>\s*([A-Z]+)[^<]*</w:instrText>")
CONTENTS = re.compile(r"<w:instrText[^>]*>\s*TOC\b")
SERIES = re.compile(r"<w:instrText[^>]*>\s*SEQ\s+(\S+)")
SOURCE = re.compile(r'<w:pStyle w:val="Kalla"/>.*?<w:t(?: [^>]*)?>([^<]*)</w:t>', re.DOTALL)


def frame_of(content: bytes, title: str) -> Mapping[str, str]:
    """What stands round the text, by what it is; what it has no use for is left out, and all when its text lies elsewhere.

    `title` is the report's own, which is told by itself.
    """
    with ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name == MAIN or HEAD.fullmatch(name)]
        parts = {name: archive.read(name).decode("utf-8", "replace") for name in names}
    text = parts.pop(MAIN, None)
    return {} if text is None else dict((*_of_text(text), *_heads(parts, title)))


def _of_text(text: str) -> Iterator[tuple[str, str]]:
    yield "innehållsförteckning", "finns" if CONTENTS.search(text) else "finns inte"
    found: dict[str, str] = {}
    for series in SERIES.finditer(text):
        if series[1] not in found:
            start = max(text.rfind("<w:p ", 0, series.start()), text.rfind("<w:p>", 0, series.start()), 0)
            found[series[1]] = _said(text[start : series.start()])
    yield from ((f"ordet före numren i serien {name}", words) for name, words in found.items())
    if (source := SOURCE.search(text)) is not None:
        yield "ordet före källorna", unescape(source[1]).strip()


def _heads(parts: Mapping[str, str], title: str) -> Iterator[tuple[str, str]]:
    """Page heads and feet without the title, which is told by itself; the same one is told once."""
    for sort, name in HEADS.items():
        said = (_said(text).replace(title or sort, "").strip() for part, text in sorted(parts.items()) if sort in part)
        yield name, " | ".join(dict.fromkeys(words for words in said if words))


def _said(text: str) -> str:
    """Words and fields, but not what a field last showed: Word writes another page number there when it likes."""
    plain = RESULT.sub("", SIMPLE.sub(r"<w:instrText>\1</w:instrText>", text))
    said = "".join(unescape(words) if words else f"{{{field}}}" if field else "" for words, field in PIECE.findall(plain))
    return " ".join(said.split())
