"""Whether a Word file may leave the house: nothing tracked, commented or hidden in it, and no traces of a draft or a person."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rapportbyggare.core.problem import Problem
from rapportbyggare.word import finished_messages as messages
from rapportbyggare.word.accessible.file import Inspected, inspected, on, said, style_chain
from rapportbyggare.word.edited.map import edition_map_of
from rapportbyggare.word.names import ANCHOR, END
from rapportbyggare.word.namespaces import W
from rapportbyggare.word.template.package import root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{W}}}"
CHANGES = tuple(
    _W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange"),
        *("tcPrChange", "tblGridChange", "cellIns", "cellDel", "cellMerge", "numberingChange"),
    )
)
PERSONS = {
    "{http://purl.org/dc/elements/1.1/}creator": "författare",
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastModifiedBy": "den som senast sparade",
}
PROGRAMS = ("python-docx", "Rapportbyggare", "LibreOffice", "Microsoft Office User", "Un-named")


def finished(data: bytes, name: str, organisation: str = "") -> tuple[Problem, ...]:
    """What must be cleaned away before the file of these bytes is published; or why it cannot be read.

    `organisation` is the name that may stand among the properties ("": the one the file itself gives as company).
    """
    file, problems = inspected(data, name)
    return problems if file is None else (*_changes(file), *_comments(file), *_hidden(file), *_traces(file, organisation))


def _changes(file: Inspected) -> Iterator[Problem]:
    found = [mark for root in (file.body, *file.notes.values(), *file.margins.values()) for mark in root.iter(*CHANGES)]
    if found:
        yield messages.tracked_changes(file.place(_where(found[0], file)), len(found))
    settings = root_of(file.package.related("settings") or b"<none/>")
    if on(settings, "trackRevisions"):
        yield messages.still_tracking(file.place())


def _where(mark: "_Element", file: Inspected) -> str:
    above = {id(one) for one in (mark, *mark.iterancestors())}
    return next((para.where for para in file.paras if id(para.element) in above), "")


def _comments(file: Inspected) -> Iterator[Problem]:
    root = root_of(file.package.related("comments") or b"<none/>")
    found = [] if root is None else list(root.iter(_W + "comment"))
    if found:
        first = "".join(text.text or "" for text in found[0].iter(_W + "t"))
        yield messages.comments(file.place(), len(found), first)


def _hidden(file: Inspected) -> Iterator[Problem]:
    for para in file.paras:
        yield from _hidden_in(para.element, para.where, para.style, file)
    for where, roots in (("noterna", file.notes), ("sidhuvud och sidfot", file.margins)):
        for paragraph in (paragraph for root in roots.values() for paragraph in root.iter(_W + "p")):
            yield from _hidden_in(paragraph, where, said(paragraph, "pPr/pStyle") or "", file)


def _hidden_in(paragraph: "_Element", where: str, style: str, file: Inspected) -> Iterator[Problem]:
    words = "".join(_words(run) for run in paragraph.iter(_W + "r") if _vanishes(run, style, file))
    if words.strip():
        yield messages.hidden_text(file.place(where), words)


def _vanishes(run: "_Element", style: str, file: Inspected) -> bool:
    """Whether a run is not seen, as it says itself, or its own style, or its paragraph's."""
    chain = (run, *style_chain(file, said(run, "rPr/rStyle") or ""), *style_chain(file, style))
    return on(next((one for one in chain if said(one, "rPr/vanish") is not None), None), "rPr/vanish")


def _words(run: "_Element") -> str:
    return "".join(text.text or "" for text in run.iter(_W + "t"))


def _traces(file: Inspected, organisation: str) -> Iterator[Problem]:
    if edition_map_of(file.package) is not None:
        yield messages.edition_data(file.place())
    names = [mark.get(_W + "name", "") for root in (file.body, *file.notes.values()) for mark in root.iter(_W + "bookmarkStart")]
    if anchors := sum(name.startswith(ANCHOR) and not name.startswith(END) for name in names):
        yield messages.draft_bookmarks(file.place(), anchors)
    allowed = {organisation, _company(file), "", *PROGRAMS}
    core = root_of(file.package.entries.get("docProps/core.xml", b"<none/>"))
    for item in [] if core is None else core.iterchildren("*"):
        name = (item.text or "").strip()
        if item.tag in PERSONS and name not in allowed:
            yield messages.personal_name(file.place(), PERSONS[str(item.tag)], name)


def _company(file: Inspected) -> str:
    root = root_of(file.package.entries.get("docProps/app.xml", b"<none/>"))
    items = [] if root is None else root.iterchildren("*")
    return next(((item.text or "").strip() for item in items if str(item.tag).endswith("}Company")), "")
