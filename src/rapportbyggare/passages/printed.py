"""The listing of every printed thing: each figure, each word that figures chose, each text made from data."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rapportbyggare.core.figure import FactKey, Figure
from rapportbyggare.core.place import Place
from rapportbyggare.core.plain import plain_inline
from rapportbyggare.core.text import (
    DocumentInline,
    DocumentText,
    Emphasis,
    Link,
    Reference,
    Span,
    Strong,
    Value,
)
from rapportbyggare.passages.chapters import Chapter
from rapportbyggare.passages.passage import Passage, PrintedKind
from rapportbyggare.typography.sentences import sentence_between, sentence_ends

MADE_WHOLE = (PrintedKind.ALT, PrintedKind.DESCRIPTION, PrintedKind.CHART_TEXT)


@dataclass(frozen=True, slots=True)
class PrintedThing:
    """Something the data put on the page.

    `ident` names its anchor ("" for what has none: chart labels, alt texts, descriptions, a chart's texts), `block` the generated
    table or figure it belongs to ("tabell:omsattning", "diagram:…", "not", "" in running text). `where` and `chapter` say in
    words where it stands, `place` where in the sources. `text` is as printed, `sentence` the whole sentence round it.
    `figure` is None for words; `facts` are the facts it rests on, empty for what rests on none (years, names).
    """

    ident: str
    kind: PrintedKind
    block: str
    where: str
    chapter: Chapter
    place: Place
    text: str
    sentence: str
    figure: Figure | None
    facts: tuple[FactKey, ...]
    source: str = field(default="", compare=False)


def things_in(passage: Passage) -> Iterator[PrintedThing]:
    """The printed things of one passage."""
    if passage.kind in MADE_WHOLE:
        if passage.text:
            yield whole(passage)
        return
    if values := tuple(placed_values(passage.content)):
        text = passage.text
        ends = sentence_ends(text)
        for value, start in values:
            yield thing_of(passage, value, sentence_between(text, ends, start, start + len(value.text)))


def thing_of(passage: Passage, value: Value, sentence: str) -> PrintedThing:
    """A value where it stands."""
    place = value.expression.place if value.expression.place.file else passage.place
    return PrintedThing(
        value.ident,
        passage.kind,
        passage.identity.block,
        passage.where,
        passage.chapter,
        place,
        value.text,
        sentence,
        value.figure,
        facts_of(value),
        value.expression.source,
    )


def facts_of(value: Value) -> tuple[FactKey, ...]:
    """The facts behind a value, each once."""
    figures = value.facts or ((value.figure,) if value.figure else ())
    if len(figures) == 1 and len(figures[0].facts) == 1:  # nearly always
        return figures[0].facts
    return tuple(dict.fromkeys(fact for figure in figures for fact in figure.facts))


def placed_values(content: DocumentText, start: int = 0) -> Iterator[tuple[Value, int]]:
    """The values of a text, each with the offset of its first character among the text's plain words."""
    for item in content:
        if isinstance(item, Value):
            yield item, start
        elif inside := _children(item):
            yield from placed_values(inside, start)
        start += len(plain_inline(item))


def _children(item: DocumentInline) -> DocumentText:
    match item:
        case Emphasis(children) | Strong(children) | Span(_, children) | Link(_, children) | Reference(children=children):
            return children
        case _:
            return ()


def whole(passage: Passage) -> PrintedThing:
    """A text that is printed as one thing, made from data or not."""
    text = passage.text
    block, place = passage.identity.block, passage.place
    return PrintedThing("", passage.kind, block, passage.where, passage.chapter, place, text, text, None, ())
