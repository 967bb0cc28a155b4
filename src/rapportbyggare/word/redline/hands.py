"""Whose hand a change bears: that of the data, of the text, or of what numbers things."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportbyggare.word.edited.map import newest_deliveries
from rapportbyggare.word.ooxml import escape
from rapportbyggare.word.redline.atoms import NAME, START
from rapportbyggare.word.redline.data import Attribution
from rapportbyggare.word.template.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Hands:
    """The attributes that name each author and moment; `values` are those of anchors whose delivery is known."""

    text: str
    data: str
    numbering: str
    values: Mapping[str, str]
    passages: frozenset[str]
    notes: Mapping[str, str] = field(default_factory=dict)

    def of_value(self, anchor: str) -> str:
        """The hand that changed the value in an anchor."""
        return self.values.get(anchor, self.data)

    def of_passage(self, words: str, element: "_Element") -> str:
        """The hand that brought or took a whole passage of these words: if data did, at the newest moment of a value in it."""
        if words.strip(" ") not in self.passages:
            return self.text
        names = (mark.get(NAME, "") for mark in element.iter(START))
        return max((self.values[name] for name in names if name in self.values), default=self.data)

    def of_note(self, name: str, otherwise: str) -> str:
        """The hand that brought or took the mark of a note: the data's, if its words did, else that of the words round it."""
        return self.data if self.notes.get(name) in self.passages else otherwise


def hands_of(attribution: Attribution, old: Package, new: Package) -> Hands:
    """The hands of a redline; a value bears the moment of the newest delivery it rests on."""
    found = {**newest_deliveries(old), **newest_deliveries(new)}
    moments, text = attribution.deliveries, attribution.text_moment
    latest = max(moments.values(), default=text)
    values = {name: signed(attribution.data, moments.get(number, latest)) for name, number in found.items()}
    return Hands(
        signed(attribution.text, text),
        signed(attribution.data, latest),
        signed(attribution.numbering, text),
        values,
        attribution.data_passages,
    )


def signed(author: str, moment: str) -> str:
    """The attributes of a change; its number is given at the end."""
    return f'w:id="0" w:author="{escape(author)}" w:date="{escape(moment)}"'
