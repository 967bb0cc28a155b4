"""Anchors: hidden bookmarks round what was generated, and a map of them that travels with a draft."""

from functools import lru_cache

from rapportbyggare.core.document import Document, Note
from rapportbyggare.core.figure import FactKey, Figure
from rapportbyggare.core.plain import plain
from rapportbyggare.core.text import Value
from rapportbyggare.word.digests import words_digest
from rapportbyggare.word.names import ANCHOR, LONGEST, TARGET, bookmark_name, note_name
from rapportbyggare.word.namespaces import EDITION, HEADER
from rapportbyggare.word.ooxml import bookmark_end, bookmark_start, bookmarked, escape, text_run, word_run
from rapportbyggare.word.scope import AnchoredBlock, Record, Scope, Series, free_name


def value_run(scope: Scope, value: Value, look: str = "") -> str:
    """A value as a run with the properties `look`, in drafts inside its anchor."""
    ident, record = value.ident, scope.record
    if not (scope.draft and ident):
        return text_run(value.text, look)
    name, words = anchor_name(scope, ident), escape(value.text)
    record.values.append(value_xml(name, words, value, record.series))
    return bookmarked(next(record.bookmark_numbers), name, word_run(words, look))


def anchor_name(scope: Scope, ident: str) -> str:
    """The name of a value's anchor, never given before."""
    name, taken = ANCHOR + ident, scope.record.bookmark_names
    if len(name) <= LONGEST and ident.isascii() and ident.isalnum() and ident.islower() and name not in taken:  # nearly all
        taken.add(name)
        return name
    return free_name(scope, bookmark_name(ANCHOR, ident))


def block_anchor(scope: Scope, kind: str, key: str) -> tuple[str, str]:
    """The beginning and end of the anchor round a generated block ("" and "" in final documents)."""
    if not scope.draft:
        return "", ""
    name = free_name(scope, bookmark_name(ANCHOR, f"{kind}_{key}"))
    scope.record.blocks.append(AnchoredBlock(name, kind, key))
    number = next(scope.record.bookmark_numbers)
    return bookmark_start(number, name), bookmark_end(number)


def keyed(scope: Scope, key: str, content: str) -> str:
    """Content in the bookmark that references to its key lead to; in a draft it has one in any case, to be known again by."""
    name, record = bookmark_name(TARGET, key), scope.record
    if key not in scope.targets and not (scope.draft and key and name.lower() not in record.bookmark_names):
        return content
    record.bookmark_names.add(name.lower())
    record.keys.append((name, key))
    return bookmarked(next(record.bookmark_numbers), name, content)


def edition_map(document: Document, record: Record, content: str) -> str:
    """The part a draft carries: which data it was made from, what each anchor holds, and the keys of what can be led to.

    `content` is the digest of the text (`content_digest`). Values are given as printed only; no paths, no comments, no names
    of users: a note, whose key says where it is written, is known by its bookmark's name.
    """
    edition = document.edition
    deliveries = "".join(f'<leverans nr="{number}" namn="{escape(name)}"/>' for number, name in edition.deliveries)
    blocks = "".join(block_xml(block) for block in record.blocks)
    series, values = "".join([series_xml(*one) for one in record.series.items()]), "".join(record.values)
    keys = "".join(f'<mal bokmarke="{name}" nyckel="{escape(key)}"/>' for name, key in record.keys)
    notes = "".join(map(note_xml, document.notes))
    told = f"{deliveries}{blocks}{series}{values}{keys}{notes}"
    return (
        f'{HEADER}<utgava xmlns="{EDITION}" uppgifterper="{escape(edition.data_date)}" '
        f'fingeravtryck="{escape(edition.fingerprint)}" innehall="{content}">{told}</utgava>'
    )


def note_xml(note: Note) -> str:
    """One footnote: its name, and a digest of its words by which it is known again when others have come or gone."""
    return f'<not namn="{note_name(note.key)}" ord="{words_digest(plain(note.content))}"/>'


def block_xml(block: AnchoredBlock) -> str:
    """One generated block."""
    return f'<block bokmarke="{block.ident}" slag="{block.kind}" nyckel="{escape(block.key)}"/>'


def value_xml(name: str, words: str, value: Value, series: Series) -> str:
    """One value: its anchor, whose name is made of its id if no other is told, its words (as markup), and its facts."""
    named = f'id="{value.ident}"' if name == ANCHOR + value.ident else f'bokmarke="{name}" id="{escape(value.ident)}"'
    figures = value.facts if value.figure is None else (value.figure,)
    if not figures:
        return f'<varde {named} text="{words}"/>'
    if len(figures) == 1 and len(figures[0].facts) == 1:  # most values
        return f'<varde {named} text="{words}" {fact_attributes(figures[0].facts[0], deliveries_of(figures[0]), series)}/>'
    facts = [fact_attributes(key, deliveries_of(figure), series) for figure in figures for key in figure.facts]
    return f'<varde {named} text="{words}">{"".join([f"<uppgift {fact}/>" for fact in facts])}</varde>'


def deliveries_of(figure: Figure) -> str:
    """The numbers of the deliveries that a figure came in."""
    if len(figure.origins) == 1:  # most figures
        return str(figure.origins[0].delivery)
    return " ".join(map(str, sorted({origin.delivery for origin in figure.origins})))


def fact_attributes(key: FactKey, deliveries: str, series: Series) -> str:
    """One fact: the number of its series, a new one when none is like it but for the area, and the area."""
    indicator, measure, year, area = key
    number = series.setdefault((indicator, measure, year, deliveries), len(series) + 1)
    return f'serie="{number}" plats="{place_markup(area)}"'


@lru_cache(maxsize=256)
def place_markup(area: str) -> str:
    """An area's name as markup, kept: it returns in every column of its row."""
    return escape(area)


def series_xml(common: tuple[str, str, int, str], number: int) -> str:
    """What the facts of a series have in common."""
    indicator, measure, year, deliveries = common
    return f'<serie nr="{number}" indikator="{escape(indicator)}" matt="{escape(measure)}" ar="{year}" leverans="{deliveries}"/>'
