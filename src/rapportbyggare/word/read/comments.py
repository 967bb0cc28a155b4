"""The comments of a file, with the words they are about and the answers they got."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from rapportbyggare.core.read import Comment, Where
from rapportbyggare.word.lint.elements import ID, w
from rapportbyggare.word.read.ground import PARAGRAPH
from rapportbyggare.word.read.where import BREAKS, DELETED_T, Guide, T, words_in
from rapportbyggare.word.template.package import Package, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
START, STOP, MARK = map(w, ("commentRangeStart", "commentRangeEnd", "commentReference"))
NOWHERE = Where(0, "", "")


def comments_in(
    package: Package, stories: "Mapping[str, _Element]", titles: Mapping[str, str], guide: Guide
) -> tuple[Comment, ...]:
    """The comments in the order that they stand in the file, answers with the comment they answer."""
    root = root_of(package.related("comments") or b"")
    elements = {} if root is None else {one.get(ID, ""): one for one in root.iterchildren(w("comment"))}
    if not elements:
        return ()
    spots = {ident: spot for part, story in stories.items() for ident, spot in _spots(story, guide, titles[part]).items()}
    extended = root_of(package.related("commentsExtended") or b"")
    said = {} if extended is None else {one.get(f"{W15}paraId", ""): one for one in extended.iterchildren("*")}
    return _threaded(
        {ident: (_last(one), _comment(one, *spots.get(ident, (NOWHERE, "")))) for ident, one in elements.items()}, said
    )


def _threaded(found: Mapping[str, tuple[str, Comment]], said: "Mapping[str, _Element]") -> tuple[Comment, ...]:
    answers: dict[str, list[Comment]] = defaultdict(list)
    heads: list[tuple[str, Comment]] = []
    known = {last for last, _ in found.values() if last}
    for last, comment in found.values():
        about = said.get(last)
        parent = "" if about is None else about.get(f"{W15}paraIdParent", "")
        done = about is not None and about.get(f"{W15}done") in ("1", "true")
        if parent in known and parent != last:
            answers[parent].append(replace(comment, done=done))
        else:
            heads.append((last, replace(comment, done=done)))
    whole = [replace(comment, answers=tuple(answers[last]) if last else ()) for last, comment in heads]
    return tuple(sorted(whole, key=lambda one: (one.where.order == 0, one.where.order, one.date)))


def _last(comment: "_Element") -> str:
    """The id of a comment's last paragraph, which answers name it by."""
    every = [paragraph.get(f"{W14}paraId", "") for paragraph in comment.iter(PARAGRAPH)]
    return every[-1] if every else ""


def _comment(element: "_Element", where: Where, about: str) -> Comment:
    text = "\n".join(words_in(paragraph) for paragraph in element.iter(PARAGRAPH)).strip()
    return Comment(element.get(w("author"), ""), element.get(w("date"), ""), text, " ".join(about.split()), where)


def _spots(story: "_Element", guide: Guide, part: str) -> dict[str, tuple[Where, str]]:
    """Where each comment is made, and the words it is about."""
    places = dict(guide.paragraphs(story, part))
    found: dict[str, tuple[Where, list[str]]] = {}
    opened: set[str] = set()
    here = NOWHERE
    for element in _walked(story):
        tag, ident = element.tag, element.get(ID, "")
        if tag == PARAGRAPH:
            here = places.get(element, here)
            _add(found, opened, " ")
        elif tag == START:
            found[ident] = (here, [])
            opened.add(ident)
        elif tag == STOP:
            opened.discard(ident)
        elif tag == MARK:
            found.setdefault(ident, (here, []))
        else:
            _add(found, opened, (element.text or "") if tag in (T, DELETED_T) else " ")
    return {ident: (where, "".join(words)) for ident, (where, words) in found.items()}


def _walked(story: "_Element") -> "Iterator[_Element]":
    yield from story.iter(PARAGRAPH, START, STOP, MARK, T, DELETED_T, *BREAKS)


def _add(found: Mapping[str, tuple[Where, list[str]]], opened: set[str], words: str) -> None:
    for ident in opened:
        found[ident][1].append(words)
