"""The review page: everything that differs between two editions, in one file that asks nothing of any network."""

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from rapportbyggare.core.compared import Comparison, RedlineText
from rapportbyggare.core.read import HandedBack
from rapportbyggare.page.controls import contents_html, help_html, stepper_html, tools_html
from rapportbyggare.page.document import block_html
from rapportbyggare.page.entries import entries_html
from rapportbyggare.page.fingerprint import comparison_name
from rapportbyggare.page.handed import handed_html, overtyped_html
from rapportbyggare.page.inlines import text_html
from rapportbyggare.page.markup import words
from rapportbyggare.page.notes import compared_notes_html
from rapportbyggare.page.pen import Pen, comparison_pen
from rapportbyggare.page.summary import figures_html, head_html, remarks_html, summary_html
from rapportbyggare.page.wording import new_words

STYLES = ("document.css", "review.css")
SCRIPT = "review.js"
SHIFT = 2


def review_page(comparison: Comparison, handed: Sequence[HandedBack] = ()) -> str:
    """The page as HTML, complete in itself; the same comparison gives the same page.

    `handed` is what somebody has done in the files that are compared. The page runs no code but its own and fetches nothing.
    Every change has an element with the id `andring-N`.
    """
    pen = comparison_pen(comparison, SHIFT)
    report = report_html(comparison, pen)
    entries = entries_html(comparison, pen)
    told = (summary_html(comparison), figures_html(comparison), remarks_html(comparison))
    parts = "".join((*told, handed_html(handed), overtyped_html(handed), entries, report))
    main = f'<main id="innehall" tabindex="-1">{parts}</main>'
    steered = main if comparison.same else f"{tools_html(comparison)}{main}{stepper_html()}{help_html()}"
    skip = '<a class="hoppa" href="#innehall">Hoppa till innehållet</a>'
    body = f"{skip}{head_html(comparison)}{contents_html(parts)}{steered}"
    page = f"{_head(comparison)}\n<body{_known(comparison)}>\n{body}\n<script>{asset(SCRIPT)}</script>\n</body>"
    return f'<!DOCTYPE html>\n<html lang="sv">\n{page}\n</html>\n'


def report_html(comparison: Comparison, pen: Pen) -> str:
    """The report of both editions: the cover, the sections and the notes, block by block."""
    cover = "".join(_cover_line(comparison, line, pen) for line in comparison.cover)
    blocks = [block_html(block, pen) for section in comparison.sections for block in section.blocks]
    content = "\n".join(_pair(block) for block in (f'<div class="omslag">{cover}</div>' if cover else "", *blocks) if block)
    notes = f'<h3 id="noter">Noter</h3>{compared_notes_html(pen, comparison.notes)}' if comparison.notes else ""
    heads = '<div class="spalter" aria-hidden="true"><p>Före</p><p>Efter</p></div>'
    return (
        f'<section class="rapport" aria-labelledby="rapporten"><h2 id="rapporten">Rapporten</h2>{heads}{content}{notes}</section>'
    )


def _cover_line(comparison: Comparison, line: RedlineText, pen: Pen) -> str:
    title = ' class="titel"' if new_words(line) == comparison.new.title else ""
    return f"<p{title}>{text_html(pen, line)}</p>"


def _pair(block: str) -> str:
    """A block that can be shown as two side by side."""
    return f'<div class="par">{block}</div>'


def _known(comparison: Comparison) -> str:
    """What the page must know of itself to keep and to export ticks."""
    said = {
        "nyckel": comparison_name(comparison),
        "titel": comparison.new.title or comparison.old.title,
        "gammal": comparison.old.name,
        "ny": comparison.new.name,
    }
    return "".join(f' data-{name}="{words(value)}"' for name, value in said.items())


def _head(comparison: Comparison) -> str:
    title = words(comparison.new.title or comparison.old.title)
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>Ändringar i {title}</title>\n<style>{style()}</style>\n</head>"
    )


@cache
def asset(name: str) -> str:
    """A style sheet or script that comes with the program."""
    return files("rapportbyggare.page").joinpath("assets", name).read_text(encoding="utf-8")


def style() -> str:
    """The style sheets of the page."""
    return "".join(map(asset, STYLES))


def policy() -> str:
    """What the page may do: show pictures it holds itself, and run and wear exactly what it was written with."""
    return (
        f"default-src 'none'; img-src data:; style-src '{_digest(style())}'; script-src '{_digest(asset(SCRIPT))}'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _digest(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}"
