"""An edited Word file read: its texts as they read when all changes are accepted, its anchors, its edition map."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from rapportbyggare.core.edited import Anchor, EditedFile, EditedPicture, EditedTable, EditedText
from rapportbyggare.core.problem import Problem
from rapportbyggare.word.edited.bookmarks import Range, anchors_by_text, blocks_at, joined, ranges_of
from rapportbyggare.word.edited.events import events
from rapportbyggare.word.edited.map import created_of, edition_map_of, fingerprint_of
from rapportbyggare.word.edited.package import open_edited
from rapportbyggare.word.edited.parts import Drawn, Gridded, Mark
from rapportbyggare.word.edited.story import Story
from rapportbyggare.word.edited.styles import head_styles
from rapportbyggare.word.namespaces import ASVG, WP, A, R, W
from rapportbyggare.word.template.package import Package, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
TRACKED = tuple(_W + name for name in ("ins", "del", "moveFrom", "moveTo"))
NOTE_KINDS = ("footnote", "endnote")


@dataclass(frozen=True, slots=True)
class Marked:
    """The notes that are marked in the body, in that order, the index of the note that each mark leads to and each text is."""

    stories: tuple[Story, ...]
    indexes: Mapping[Mark, int]
    numbers: Mapping[int, int]


def read_edited(data: bytes, name: str) -> tuple[EditedFile | None, tuple[Problem, ...]]:
    """The file of these bytes, or why it cannot be read; `name` is what the user calls it."""
    package, problems = open_edited(data, name)
    return (None, problems) if package is None else (_read(package), ())


def _read(package: Package) -> EditedFile:
    main = root_of(package.entries[package.main])
    assert main is not None  # seen to when the package was opened
    body = Story(head_styles(package))
    body.read(events(main))
    marked = _marked_notes(package, body)
    stretches = [stretch for story in (body, *marked.stories) for stretch in joined(story)]
    ranges = ranges_of(stretches)
    found = {text.order: text for story in (body, *marked.stories) for text in story.texts}
    anchors = anchors_by_text(stretches, found)
    marks = [story.marks for story in (body, *marked.stories)]
    placed = {order: of_text for story in marks for order, of_text in story.items()}
    return EditedFile(
        tuple(
            _finished(found[order], anchors.get(order, []), placed[order], marked, blocks_at(order, ranges))
            for order in sorted(found)
        ),
        tuple(_picture(drawn, package, ranges) for drawn in body.drawn),
        tuple(map(_table, body.tables)),
        edition_map_of(package),
        fingerprint_of(package),
        created_of(package),
        sum(1 for root in (main, *_note_parts(package).values()) for _ in root.iter(*TRACKED)),
        sum(story.boxes for story in (body, *marked.stories)),
        _comments(package),
    )


def _related(package: Package, kind: str) -> "_Element | None":
    content = package.related(kind)
    return None if content is None else root_of(content)


def _comments(package: Package) -> int:
    root = _related(package, "comments")
    return 0 if root is None else sum(1 for _ in root.iter(f"{_W}comment"))


def _note_parts(package: Package) -> "dict[str, _Element]":
    return {kind: root for kind in NOTE_KINDS if (root := _related(package, f"{kind}s")) is not None}


def _marked_notes(package: Package, body: Story) -> Marked:
    bodies = {
        (kind, note.get(f"{_W}id", "")): note for kind, root in _note_parts(package).items() for note in root.iterchildren("*")
    }
    indexes: dict[Mark, int] = {}
    stories: list[Story] = []
    order = body.next_order
    for text in body.texts:
        for _, mark in body.marks[text.order]:
            if mark in bodies and mark not in indexes:
                indexes[mark] = len(stories)
                stories.append(_note(bodies[mark], Story(body.styles, order, text.heading, True)))
                order = stories[-1].next_order
    numbers = {text.order: n for n, story in enumerate(stories) for text in story.texts}
    return Marked(tuple(stories), indexes | dict(_repeated(body, indexes)), numbers)


def _note(element: "_Element", story: Story) -> Story:
    story.read(events(element))
    story.finish_note()
    return story


def _repeated(body: Story, indexes: Mapping[Mark, int]) -> Iterator[tuple[Mark, int]]:
    """The notes that bookmarks stand round: a field that repeats a note's number leads to such a bookmark."""
    for one in body.stretches.values():
        for offset, note in body.marks.get(one.start.order, []):
            alone = one.end is not None and one.end.order == one.start.order
            if note in indexes and one.end and alone and one.start.offset <= offset <= one.end.offset:
                yield ("bookmark", one.name), indexes[note]


def _finished(
    text: EditedText, anchors: list[Anchor], marks: list[tuple[int, Mark]], marked: Marked, blocks: tuple[str, ...]
) -> EditedText:
    """The text without space round it, with what lies in it."""
    lead, whole = len(text.text) - len(text.text.lstrip()), text.text.strip()

    def moved(offset: int) -> int:
        return min(max(offset - lead, 0), len(whole))

    own = (Anchor(one.name, moved(one.start), moved(one.end)) for one in anchors)
    notes = tuple((moved(offset), marked.indexes[mark]) for offset, mark in marks if mark in marked.indexes)
    done = replace(text, text=whole, notes=notes, note=marked.numbers.get(text.order, -1), blocks=blocks)
    return replace(done, anchors=tuple(sorted(own, key=lambda one: (one.start, one.end, one.name))))


def _picture(drawn: Drawn, package: Package, ranges: list[Range]) -> EditedPicture:
    found = drawn.element.find(f".//{{{WP}}}docPr")
    alt = "" if found is None else found.get("descr", "")
    relations = package.relations(package.main)
    idents = [blip.get(f"{{{R}}}embed", "") for blip in drawn.element.iter(f"{{{A}}}blip", f"{{{ASVG}}}svgBlip")]
    media = [package.entries.get(relations[ident].target) for ident in idents if ident in relations]
    digests = frozenset(sha256(content).hexdigest() for content in media if content is not None)
    return EditedPicture(drawn.order, drawn.heading, alt, digests, blocks_at(drawn.order, ranges))


def _table(table: Gridded) -> EditedTable:
    found = table.element.find(f"{_W}tblPr/{_W}tblDescription")
    description = None if found is None else found.get(f"{_W}val", "")
    return EditedTable(table.order, table.heading, description)
