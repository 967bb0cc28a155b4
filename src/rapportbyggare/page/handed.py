"""What somebody has done in a file that is compared: edits to take over, tracked changes, comments and figures."""

from collections.abc import Iterable, Sequence

from rapportbyggare.core.read import AuthorEdit, Comment, EditKind, HandedBack, Overtyped, PendingChange
from rapportbyggare.page.markup import hidden, words
from rapportbyggare.page.summary import log_html, section
from rapportbyggare.page.telling import signed, spot
from rapportbyggare.page.words_apart import shortened, words_apart
from rapportbyggare.typography.words import capitalise

HEADS = ("Uttryck", "Tryckt", "Står nu", "Var", "Skrivet i")
GROUPS = (
    ("Att ta över i avsnitten", (EditKind.REWORDED, EditKind.ADDED, EditKind.REMOVED, EditKind.MOVED)),
    ("Spårade ändringar att ta ställning till", (EditKind.PENDING,)),
    ("Kommentarer", (EditKind.COMMENT,)),
)


def handed_html(handed: Iterable[HandedBack]) -> str:
    """Everything done in each file, with the Markdown to paste; "" when nothing was."""
    found = "".join(_file(one) for one in handed if one.done.edits or one.remarks)
    return section("gjort", "Gjort i filen", found) if found else ""


def overtyped_html(handed: Iterable[HandedBack]) -> str:
    """The generated figures that somebody has written over, for the one who delivers them; "" when there are none."""
    rows = [_figure(one) for file in handed for one in file.done.overtyped]
    if not rows:
        return ""
    lead = "<p>Tal ur datamängden som någon har skrivit över i filen. De är för den som har hand om uppgifterna.</p>"
    return section("overskrivna", "Överskrivna tal", lead + log_html(HEADS, rows))


def _figure(one: Overtyped) -> tuple[str, ...]:
    cells = map(words, (one.printed, one.now or "struket", one.where, spot(one.place)))
    return (f"<code>{words(one.expression)}</code>", *cells)


def _file(one: HandedBack) -> str:
    remarks = "".join(f"<li>{words(remark)}</li>" for remark in one.remarks)
    groups = ((title, [edit for edit in one.done.edits if edit.kind in kinds]) for title, kinds in GROUPS)
    listed = "".join(_group(title, edits) for title, edits in groups if edits)
    return f"<h3>{words(one.file)}</h3>{f'<ul>{remarks}</ul>' if remarks else ''}{listed}"


def _group(title: str, edits: Sequence[AuthorEdit]) -> str:
    return f'<h4>{title} ({len(edits)})</h4><ol class="gjort">{"".join(f"<li>{_edit(edit)}</li>" for edit in edits)}</ol>'


def _edit(edit: AuthorEdit) -> str:
    if edit.comment is not None:
        return _head(edit, ", klar" * edit.comment.done) + _comment(edit.comment)
    changes = "".join(_change(change) for change in edit.changes)
    if edit.kind is EditKind.PENDING:
        return _head(edit) + changes
    remarks = "".join(f"<p>{words(remark)}</p>" for remark in edit.remarks)
    differs = f'<p class="byte">{words_apart(edit.old, edit.new)}</p>'
    return f"{_head(edit)}{differs}{changes}{remarks}{_to_paste(edit)}"


def _head(edit: AuthorEdit, more: str = "") -> str:
    where = words(edit.where or edit.chapter or "Utan plats i avsnitten")
    after = "efter " if edit.kind is EditKind.ADDED else ""
    written = f' <span class="stalle">{after}{words(spot(edit.place))}</span>' if edit.place.file else ""
    return f'<p class="huvud"><b>{where}</b> <span class="dampad slag">{words(edit.kind.value + more)}</span>{written}</p>'


def _to_paste(edit: AuthorEdit) -> str:
    if not edit.markdown:
        return ""
    said = hidden(f" texten till {edit.where or edit.chapter}")
    button = f'<button type="button" class="kopiera bara-js"><span role="status">Kopiera</span>{said}</button>'
    return f'<div class="klistra"><pre>{words(edit.markdown)}</pre>{button}</div>'


def _change(change: PendingChange) -> str:
    about = change.words.strip()
    said = f"{capitalise(change.kind.value)}{f' ”{shortened(about)}”' if about else ''}"
    return f'<p class="dampad">{words(said)}, {words(signed(change.author, change.date))}</p>'


def _comment(comment: Comment) -> str:
    about = f'<p class="dampad">Om ”{words(shortened(comment.about))}”</p>' if comment.about else ""
    return about + "".join(_said(one) for one in (comment, *comment.answers))


def _said(one: Comment) -> str:
    return f'<blockquote><p>{words(one.text)}</p><p class="dampad">{words(signed(one.author, one.date))}</p></blockquote>'
