"""The proof of a redline: accepted it is the new edition, rejected the old, and nothing in it is out of order."""

from collections.abc import Iterator, Set
from copy import deepcopy
from io import BytesIO
from zipfile import ZipFile

from rapportbyggare.word.lint.lint import lint
from rapportbyggare.word.names import ANCHOR
from rapportbyggare.word.redline.data import Hindrance, Reason, RedlineRefused
from rapportbyggare.word.redline.editions import MAIN
from rapportbyggare.word.redline.form import Form, form_of
from rapportbyggare.word.redline.lint import tracking_findings
from rapportbyggare.word.redline.lists import NUMBERING
from rapportbyggare.word.redline.markup import markup
from rapportbyggare.word.revisions.revisions import is_tracked, resolve_stories, stories, story_names
from rapportbyggare.word.template.package import TYPES, Package, root_of

LONGEST = 200
LISTS = (".rels", TYPES, NUMBERING)


def check(old: bytes, new: bytes, merged: bytes) -> None:
    """Raises RedlineRefused unless the merged file is proven."""
    if found := tuple(findings(old, new, merged)):
        raise RedlineRefused(*found)


def findings(old: bytes, new: bytes, merged: bytes) -> Iterator[Reason]:
    """What is wrong with it."""
    yield from (Reason(Hindrance.FAULTY, "redline", fault) for fault in lint(merged))
    package, before, after = unzipped(merged), unzipped(old), unzipped(new)
    trees = stories(package)
    faults = (*tracking_findings(trees), *strange_parts(package, before, after))
    yield from (Reason(Hindrance.FAULTY, "redline", fault) for fault in faults)
    others = {name: deepcopy(root) for name, root in trees.items()}
    tracked = {name for name, root in trees.items() if is_tracked(root)}
    resolve_stories(trees, True)
    resolve_stories(others, False)
    spelled: dict[str, str] = {}
    accepted, rejected = form_of(package, trees, spelled), form_of(package, others, spelled)
    wanted = form_of(after, stories(after), spelled)
    yield from unproven("new", accepted, wanted, {*accepted.heads, *wanted.heads})
    yield from unproven("old", rejected, form_of(before, stories(before), spelled), tracked)
    yield from unproven_bookmarks(accepted, wanted)


def unproven(file: str, got: Form, wanted: Form, heads: Set[str]) -> Iterator[Reason]:
    """The first block in which two editions differ, and those of these headers and footers that do."""
    if got.blocks != wanted.blocks:
        pairs = zip((*got.blocks, ""), (*wanted.blocks, ""), strict=False)
        first = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
        yield Reason(Hindrance.UNPROVEN, file, difference(*first))
    asked = sorted(heads & {*got.heads, *wanted.heads})
    yield from (Reason(Hindrance.UNPROVEN, file, name) for name in asked if got.heads.get(name) != wanted.heads.get(name))


def unproven_bookmarks(got: Form, wanted: Form) -> Iterator[Reason]:
    """A bookmark of the new edition that is lost or holds other words, an anchor that it lacks, other headers at its end."""
    lost = [name for name, words in wanted.bookmarks.items() if got.bookmarks.get(name) != words]
    added = [name for name in got.bookmarks if name.startswith(ANCHOR) and name not in wanted.bookmarks]
    if lost or added:
        name = (*lost, *added)[0]
        yield Reason(Hindrance.UNPROVEN, "new", f"{name}: {got.bookmarks.get(name, '')}"[:LONGEST])
    if got.last_heads != wanted.last_heads:
        yield Reason(Hindrance.UNPROVEN, "new", difference(got.last_heads, wanted.last_heads))


def strange_parts(merged: Package, old: Package, new: Package) -> Iterator[str]:
    """Parts that are neither edition's; running text is judged by what it says, lists of things by what they hold of the new."""
    judged = {*story_names(merged), *story_names(new)}
    for name in {**new.entries, **merged.entries}:
        content, mine = merged.entries.get(name), new.entries.get(name)
        if name in judged or content == mine:
            continue
        if not (holds(content, mine or b"") if name.endswith(LISTS) else mine is None and content == old.entries.get(name)):
            yield f"{name}: delen är inte som i någon av utgåvorna"


def holds(content: bytes | None, wanted: bytes) -> bool:
    """Whether a list of relationships, types or lists has all that another has."""
    root, other = root_of(content or b""), root_of(wanted)
    return root is not None and (other is None or {*map(markup, other)} <= {*map(markup, root)})


def difference(got: str, wanted: str) -> str:
    """Where two texts part, in a few words of each."""
    place = next((n for n, (a, b) in enumerate(zip(got, wanted, strict=False)) if a != b), min(len(got), len(wanted)))
    start = max(0, place - 40)
    return f"{got[start : start + LONGEST]} | {wanted[start : start + LONGEST]}"


def unzipped(content: bytes) -> Package:
    """A package of ours, opened."""
    with ZipFile(BytesIO(content)) as archive:
        return Package({name: archive.read(name) for name in archive.namelist()}, MAIN)
