"""The top of the page: which editions, how much differs, and which figures."""

from collections.abc import Iterable, Iterator, Sequence

from rapportbyggare.core.compared import Comparison, FigureChange, Side
from rapportbyggare.page.markup import HARD_SPACE, words
from rapportbyggare.page.signs import change_name, code, gone
from rapportbyggare.page.tally import counted_parts, tally
from rapportbyggare.page.telling import changes_counted, delivery_words, edition_remarks
from rapportbyggare.typography.words import capitalise

NOTHING = "Utgåvorna är lika. Inget skiljer dem åt i det som har jämförts."
NO_VALUE = "inget värde"
HEADS = ("Uppgift", "Före", "Efter", "Orsak", "Tryckt i")


def head_html(comparison: Comparison) -> str:
    """The title, and what is compared with what."""
    sides = _side("Från", comparison.old) + _side("Till", comparison.new)
    title = words(comparison.new.title or comparison.old.title)
    return f'<header class="topp"><p class="sort">Jämförelse av två utgåvor</p><h1>{title}</h1><dl>{sides}</dl></header>'


def _side(lead: str, side: Side) -> str:
    remarks = "; ".join(edition_remarks(side))
    said = f' <span class="dampad">({words(remarks)})</span>' if remarks else ""
    return f"<div><dt>{lead}</dt><dd>{words(side.name)}{said}</dd></div>"


def summary_html(comparison: Comparison) -> str:
    """How much differs, in a few numbers."""
    if comparison.same:
        return section("sammanfattning", "Sammanfattning", f"<p>{NOTHING}</p>")
    figures = len(comparison.figures)
    numbers = [(figures, "ändrad uppgift" if figures == 1 else "ändrade uppgifter")] if figures else []
    numbers += counted_parts(tally(comparison))
    tiles = "".join(f"<li><b>{number}</b>{HARD_SPACE}{parts}</li>" for number, parts in numbers)
    lead = f"<p>{changes_counted(len(comparison.changes))} skiljer utgåvorna åt. Så mycket av rapporten berörs:</p>"
    return section("sammanfattning", "Sammanfattning", f'{lead}<ul class="antal">{tiles}</ul>')


def figures_html(comparison: Comparison) -> str:
    """The figures that have another value, why, and where they are printed; "" when there are none."""
    if not comparison.figures:
        return ""
    rows = (_figure(comparison, figure) for figure in comparison.figures)
    return section("uppgifter", "Ändrade uppgifter", log_html(HEADS, rows))


def _figure(comparison: Comparison, figure: FigureChange) -> tuple[str, ...]:
    old = gone(words(figure.old)) or NO_VALUE
    new = words(figure.new) or NO_VALUE
    printed = ", ".join(_places(comparison, figure)) or "trycks inte"
    return words(figure.label), old, new, words(_cause(figure)), printed


def _cause(figure: FigureChange) -> str:
    if figure.new_delivery is not None:
        return capitalise(delivery_words(figure.new_delivery))
    if figure.old_delivery is not None:
        return f"{capitalise(delivery_words(figure.old_delivery))} gäller inte längre"
    return "Uträknad av andra uppgifter"


def _places(comparison: Comparison, figure: FigureChange) -> Iterator[str]:
    for number in figure.changes:
        change = comparison.changes[number - 1]
        link = f'<a href="#{change_name(number)}">{code(change.cause, number)}</a>'
        yield f'{link} <span class="dampad">{words(change.where)}</span>'


def remarks_html(comparison: Comparison) -> str:
    """What was not compared, or in another way than usual, and why; "" when there is nothing to say."""
    items = "".join(f"<li>{words(remark)}</li>" for remark in comparison.remarks)
    return section("att-veta", "Att veta om jämförelsen", f"<ul>{items}</ul>") if items else ""


def log_html(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of figures; its cells know their heads, under which they stand where the window is narrow."""
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    body = "".join(_log_row(heads, cells) for cells in rows)
    return f'<table class="uppgifter"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _log_row(heads: Sequence[str], row: Sequence[str]) -> str:
    cells = "".join(f'<td data-rubrik="{head}">{cell}</td>' for head, cell in zip(heads[1:], row[1:], strict=True))
    return f'<tr><th scope="row">{row[0]}</th>{cells}</tr>'


def section(name: str, title: str, content: str) -> str:
    """A part of the page that its contents list leads to."""
    return f'<section aria-labelledby="{name}"><h2 id="{name}">{title}</h2>{content}</section>'
