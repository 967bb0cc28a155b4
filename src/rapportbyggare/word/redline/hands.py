"""Whose hand a change bears: that of the data, of the text, or of what numbers things."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rapportbyggare.word.namespaces import EDITION
from rapportbyggare.word.ooxml import escape
from rapportbyggare.word.redline.data import Attribution
from rapportbyggare.word.template.package import Package, root_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MAP = f"{{{EDITION}}}"


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

    def of_passage(self, words: str) -> str:
        """The hand that brought or took a whole passage."""
        return self.data if words.strip(" ") in self.passages else self.text

    def of_note(self, name: str, otherwise: str) -> str:
        """The hand that brought or took the mark of a note: the data's, if its words did, else that of the words round it."""
        return self.data if self.notes.get(name) in self.passages else otherwise


def hands_of(attribution: Attribution, old: Package, new: Package) -> Hands:
    """The hands of a redline; a value bears the moment of the newest delivery it rests on."""
    found = {**deliveries_of(old), **deliveries_of(new)}
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


def deliveries_of(package: Package) -> dict[str, int]:
    """The newest delivery of each anchor's facts, as a draft's edition map tells."""
    parts = [content for name, content in package.entries.items() if name.startswith("customXml/") and name.endswith(".xml")]
    root = next((root for part in parts if (root := root_of(part)) is not None and root.tag == f"{MAP}utgava"), None)
    if root is None:
        return {}
    newest = {value.get("bokmarke", ""): newest_of(value) for value in root.iter(f"{MAP}varde")}
    return {name: number for name, number in newest.items() if number}


def newest_of(value: "_Element") -> int:
    """The highest number among the deliveries of a value's facts, 0 for none."""
    numbers = (number for fact in value for number in fact.get("leverans", "").split())
    return max((int(number) for number in numbers if number.isdecimal()), default=0)
