"""What of a file is not read, counted; and the language that most of it is in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rapportbyggare.core.blocks import FactBox, Landscape, ListBlock, Opaque, Quote, ReadBlock
from rapportbyggare.word.lint.elements import w
from rapportbyggare.word.read import messages
from rapportbyggare.word.read.ground import Ground
from rapportbyggare.word.template.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

T = w("t")
HEADS = ("header", "footer")


def remarks_of(
    ground: Ground, blocks: Iterable[ReadBlock], stories: "Mapping[str, _Element]", package: Package
) -> tuple[str, ...]:
    """What is not read, a sentence each."""
    counts = Counter(ground.remarks)
    opaque = list(_opaque(blocks))
    counts[messages.OBJECT] = len(opaque)
    if not ground.ours:
        relations = package.relations(package.main).values()
        heads = {one.target for one in relations if one.kind in HEADS and one.target in stories}
        counts[messages.HEAD] = sum(any((text.text or "").strip() for text in stories[part].iter(T)) for part in heads)
        counts[messages.CONTENTS] = any(
            "TOC" in (code.text or "").split()[:1] for code in stories[package.main].iter(w("instrText"))
        )
    return messages.remarks(counts, sorted({one.kind for one in opaque}))


def _opaque(blocks: Iterable[ReadBlock]) -> Iterator[Opaque]:
    for block in blocks:
        match block:
            case Opaque():
                yield block
            case Quote() | Landscape() | FactBox():
                yield from _opaque(block.blocks)
            case ListBlock():
                for item in block.items:
                    yield from _opaque(item)
            case _:
                pass


def main_language(main: "_Element", default: str) -> str:
    """The language of most of the words, which then need not say so."""
    counts: Counter[str] = Counter()
    for run in main.iter(w("r")):
        spoken = run.find(f"{w('rPr')}/{w('lang')}")
        language = default if spoken is None else spoken.get(w("val"), default)
        counts[language] += sum(len(text.text or "") for text in run.iterchildren(T))
    return counts.most_common(1)[0][0] if counts else default
