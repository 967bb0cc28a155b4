"""The proof of a redline: accepted it is the new edition, rejected the old, and nothing in it is out of order."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from rapportbyggare.word.lint.lint import lint
from rapportbyggare.word.redline.data import Hindrance, Reason, RedlineRefused
from rapportbyggare.word.redline.editions import MAIN
from rapportbyggare.word.redline.form import Form, form_of
from rapportbyggare.word.redline.lint import tracking_findings
from rapportbyggare.word.revisions.revisions import resolved_package, story_names
from rapportbyggare.word.template.package import Package, root_of

LONGEST = 200


def check(old: bytes, new: bytes, merged: bytes) -> None:
    """Raises RedlineRefused unless the merged file is proven."""
    if found := tuple(findings(old, new, merged)):
        raise RedlineRefused(*found)


def findings(old: bytes, new: bytes, merged: bytes) -> Iterator[Reason]:
    """What is wrong with it."""
    yield from (Reason(Hindrance.FAULTY, "redline", fault) for fault in lint(merged))
    package = unzipped(merged)
    trees = {name: root for name in story_names(package) if (root := root_of(package.entries[name])) is not None}
    yield from (Reason(Hindrance.FAULTY, "redline", fault) for fault in tracking_findings(trees))
    spelled: dict[str, str] = {}
    accepted, rejected = (form_of(resolved_package(package, accept), spelled) for accept in (True, False))
    wanted, before = form_of(unzipped(new), spelled), form_of(unzipped(old), spelled)
    yield from unproven("new", accepted, wanted)
    yield from unproven("old", rejected, before)
    yield from unproven_heads(package, accepted, wanted, "new")
    yield from unproven_heads(package, rejected, before, "old")
    if dict(accepted.anchors) != dict(wanted.anchors):
        lost = min({*accepted.anchors} ^ {*wanted.anchors})
        yield Reason(Hindrance.UNPROVEN, "new", f"{lost[0]}: {lost[1]}"[:LONGEST])


def unproven(file: str, got: Form, wanted: Form) -> Iterator[Reason]:
    """The first block in which two editions differ."""
    if got.blocks == wanted.blocks:
        return
    pairs = zip((*got.blocks, ""), (*wanted.blocks, ""), strict=False)
    first = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
    yield Reason(Hindrance.UNPROVEN, file, difference(*first))


def unproven_heads(merged: Package, got: Form, wanted: Form, file: str) -> Iterator[Reason]:
    """Headers and footers that differ; the old edition's only where they are tracked."""
    texts = dict(wanted.heads)
    for name, text in got.heads:
        is_asked = file == "new" or b"<w:ins " in merged.entries[name] or b"<w:del " in merged.entries[name]
        if is_asked and texts.get(name) != text:
            yield Reason(Hindrance.UNPROVEN, file, name)


def difference(got: str, wanted: str) -> str:
    """Where two texts part, in a few words of each."""
    place = next((n for n, (a, b) in enumerate(zip(got, wanted, strict=False)) if a != b), min(len(got), len(wanted)))
    start = max(0, place - 40)
    return f"{got[start : start + LONGEST]} | {wanted[start : start + LONGEST]}"


def unzipped(content: bytes) -> Package:
    """A package of ours, opened."""
    with ZipFile(BytesIO(content)) as archive:
        return Package({name: archive.read(name) for name in archive.namelist()}, MAIN)
