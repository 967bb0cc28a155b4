"""Claims: words and passages that are true only while a condition over the dataset holds."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from rapportbyggare.binding import claims_messages
from rapportbyggare.binding.arithmetic import called
from rapportbyggare.binding.printing import printed
from rapportbyggare.binding.scope import Scope
from rapportbyggare.binding.things import BrokenClaim, Items, Record, Side, Thing, Unmarked, Verdict, Words, kind_of
from rapportbyggare.core.blocks import DocumentBlock, FactBox, Landscape, ListBlock, Paragraph, Quote
from rapportbyggare.core.dataset import Indicator
from rapportbyggare.core.figure import Figure
from rapportbyggare.core.plain import plain
from rapportbyggare.core.problem import Problem
from rapportbyggare.core.text import DocumentText, Expression
from rapportbyggare.core.walk import all_blocks, own_texts
from rapportbyggare.typography.words import join_words

FINEST = 15
"""Decimals enough to tell any two values apart: a cell of a sheet holds no more digits."""


def broken_words(claim: BrokenClaim, expression: Expression, scope: Scope) -> Problem:
    """The problem of words whose condition does not hold."""
    return claims_messages.words_untrue(expression.place, claim.words.strip(), values_of(claim.verdict, scope))


def broken_passage(blocks: Iterable[DocumentBlock], condition: Expression, decided: Verdict, scope: Scope) -> Problem:
    """The problem of a passage whose condition does not hold."""
    return claims_messages.passage_untrue(condition.place, first_words(blocks), condition.source, values_of(decided, scope))


def first_words(blocks: Iterable[DocumentBlock]) -> str:
    """The first running text of a passage, "" when it has none."""
    texts = (plain(text).strip() for block in all_blocks(tuple(blocks)) for text in own_texts(block))
    return next((text for text in texts if text), "")


def ends_in_text(blocks: tuple[DocumentBlock, ...]) -> bool:
    """Whether a passage ends with running text, which a mark can stand after."""
    match blocks:
        case (*_, Paragraph()):
            return True
        case (*_, ListBlock(items=(*_, inside)) | Quote(blocks=inside) | FactBox(blocks=inside) | Landscape(blocks=inside)):
            return ends_in_text(inside)
        case _:
            return False


def with_marks_at_end(blocks: tuple[DocumentBlock, ...], marks: DocumentText) -> tuple[DocumentBlock, ...]:
    """A passage with marks after its last word; as it is when it does not end with running text."""
    if not blocks or not marks:
        return blocks
    last = blocks[-1]
    match last:
        case Paragraph(content):
            last = replace(last, content=(*content, *marks))
        case ListBlock(items=(*before, inside)):
            last = replace(last, items=(*before, with_marks_at_end(inside, marks)))
        case Quote(inside) | FactBox(blocks=inside) | Landscape(inside):
            last = replace(last, blocks=with_marks_at_end(inside, marks))
        case _:
            pass
    return *blocks[:-1], last


def values_of(decided: Verdict, scope: Scope) -> str:
    """All that a condition compared, in words: "andel_kkb(2025) är 9,4 % och andel_kkb_riket() är 9 %"."""
    things = _told_apart(decided.sides, scope)
    told = (f"{_name(side, scope)} är {_value(thing, scope)}" for side, thing in zip(decided.sides, things, strict=True))
    return join_words(list(dict.fromkeys(told)))


def _told_apart(sides: tuple[Side, ...], scope: Scope) -> list[Thing]:
    """The things compared; figures that would read the same though they differ get all their decimals."""
    figures = [figure for side in sides if (figure := _figure(side.thing)) is not None]
    return [side.thing if (figure := _figure(side.thing)) is None else _exact(figure, figures, scope) for side in sides]


def _figure(thing: Thing) -> Figure | None:
    found = thing.figure if isinstance(thing, Unmarked) else thing
    return found if isinstance(found, Figure) and found.amount is not None else None


def _exact(figure: Figure, others: list[Figure], scope: Scope) -> Figure:
    text = printed(figure, scope).text
    alike = any(other.amount != figure.amount and printed(other, scope).text == text for other in others)
    return figure._replace(form=figure.form._replace(decimals=_decimals(figure), words=False)) if alike else figure


def _decimals(figure: Figure) -> int:
    """As many decimals as the amount has in its own unit."""
    amount = (figure.amount or Decimal(0)).scaleb(-figure.form.scale).normalize()
    return min(FINEST, max(0, -int(amount.as_tuple().exponent)))


def _name(side: Side, scope: Scope) -> str:
    figure = _figure(side.thing)
    return called(scope.dataset.catalogue, figure.key) if figure is not None and figure.key is not None else side.source


def _value(thing: Thing, scope: Scope) -> str:
    match thing:
        case Items(()):
            return "tom"
        case Items(members):
            return join_words([member.text if isinstance(member, Words) else _value(member, scope) for member in members])
        case Words(text):
            return f"”{text}”"
        case bool() | Verdict():
            return "sant" if (thing if isinstance(thing, bool) else thing.holds) else "falskt"
        case Figure(amount=None) | Unmarked(Figure(amount=None)):
            return "utan värde"
        case Indicator() | Record():
            return kind_of(thing)
        case _:
            return printed(thing, scope).text
