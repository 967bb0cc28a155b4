"""Headings: their number comes from the list their style is bound to."""

from rapportbyggare.core.blocks import Heading, HeadingKind
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import DocumentLeaf
from rapportbyggare.word.anchors import keyed
from rapportbyggare.word.flow import Para
from rapportbyggare.word.names import contents_name
from rapportbyggare.word.ooxml import bookmarked
from rapportbyggare.word.roles import CONTENTS, HEADINGS
from rapportbyggare.word.runs import runs
from rapportbyggare.word.scope import ListedHeading, Scope


def heading_para(scope: Scope, heading: Heading[DocumentLeaf]) -> Para:
    """A heading, with the bookmarks that references and the contents list lead to."""
    content = keyed(scope, heading.key, runs(scope, heading.content))
    if scope.contents and heading.level <= len(CONTENTS):
        content = listed(scope, heading, content)
    level = min(heading.level, len(HEADINGS)) - 1
    return Para(scope.look.ids[HEADINGS[level]], content, numbering=numbering(scope, heading.kind, level))


def listed(scope: Scope, heading: Heading[DocumentLeaf], content: str) -> str:
    """The heading's runs in the bookmark its entry in the contents list leads to."""
    words = plain(heading.content)
    seed = heading.key or (heading.place.file if heading.level == 1 else "") or words
    name = contents_name(seed, scope.record.bookmark_names)
    scope.record.bookmark_names.add(name.lower())
    lead = {HeadingKind.APPENDIX: f"Bilaga\u00a0{heading.number}"}.get(heading.kind, heading.number)
    text = " ".join(part for part in (lead, words) if part)
    scope.record.headings.append(ListedHeading(heading.level, text, name))
    return bookmarked(next(scope.record.bookmark_numbers), name, content)


def numbering(scope: Scope, kind: HeadingKind, level: int) -> tuple[int, int] | None:
    """What must be said of a heading's number directly: nothing when its style already numbers it."""
    match kind:
        case HeadingKind.NUMBERED:
            own = scope.look.numbering.headings
            return None if own is None else (own, level)
        case HeadingKind.UNNUMBERED:
            return (scope.look.numbering.silent, level)
        case HeadingKind.APPENDIX:
            return (scope.look.numbering.appendix, level)
