"""An edition as it would be read from a Word file that has no marks: its words alone."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from rapportbyggare.app.replaced import in_side, retold
from rapportbyggare.core.blocks import ChartFigure, ReadBlock
from rapportbyggare.core.compared import Side
from rapportbyggare.core.images import ImageFile, chart_name
from rapportbyggare.core.text import (
    DocumentInline,
    DocumentText,
    Emphasis,
    Link,
    Reference,
    Span,
    Strong,
    Text,
    Value,
)
from rapportbyggare.word.names import TARGET, bookmark_name


def as_read(side: Side) -> Side:
    """The edition with its figures as words, and with what can be led to named as its bookmarks are.

    Where they are written in the sources is kept. Charts are known as pictures only.
    """
    plainer = in_side(side, _block)
    notes = tuple(replace(note, content=_text(note.content)) for note in side.notes)
    images = dict(_images(side))
    return replace(plainer, notes=notes, images=images, dataset=None, document=None, draft=(), facts={})


def _block(block: ReadBlock) -> ReadBlock:
    plainer = retold(block, _text, _name)
    if isinstance(plainer, ChartFigure):
        return replace(plainer, chart=plainer.chart._replace(categories=(), series=()))
    return plainer


def _images(side: Side) -> Iterator[tuple[str, ImageFile]]:
    """The images, the charts by the names of their bookmarks."""
    for name, image in side.images.items():
        key = name.removeprefix(chart_name(""))
        yield (name if key == name else chart_name(_name(key))), image


def _name(key: str) -> str:
    """A key as a reader of the file knows it."""
    return bookmark_name(TARGET, key).removeprefix(TARGET) if key else ""


def _text(content: DocumentText) -> DocumentText:
    """The text with figures as words, joined to those beside them."""
    return tuple(_joined(map(_inline, content)))


def _inline(item: DocumentInline) -> DocumentInline:
    match item:
        case Value(text):
            return Text(text, item.expression.place)
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children):
            return replace(item, children=_text(children))
        case Reference():
            return replace(item, key=_name(item.key), children=_text(item.children))
        case _:
            return item


def _joined(items: Iterable[DocumentInline]) -> Iterator[DocumentInline]:
    for is_text, group in groupby(items, lambda item: isinstance(item, Text)):
        found = list(group)
        if is_text:
            first = found[0]
            assert isinstance(first, Text)
            yield Text("".join(one.text for one in found if isinstance(one, Text)), first.place)
        else:
            yield from found
