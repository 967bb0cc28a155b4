"""Relationships of a part: an id follows from what it leads to, so that it means the same in every edition."""

from hashlib import sha256
from typing import NamedTuple

from rapportbyggare.word.namespaces import HEADER, PACKAGE_RELATIONS, R
from rapportbyggare.word.ooxml import escape


class Relation(NamedTuple):
    """A relationship; `kind` is a short name ("styles") or a whole address, `target` relative to the part."""

    kind: str
    target: str
    external: bool = False

    @property
    def ident(self) -> str:
        """The relationship's id, from its kind and target."""
        return f"rId{sha256(f'{self.kind} {self.target}'.encode()).hexdigest()[:10]}"


def relation_xml(relation: Relation) -> str:
    """One relationship."""
    kind = relation.kind if ":" in relation.kind else f"{R}/{relation.kind}"
    mode = ' TargetMode="External"' if relation.external else ""
    return f'<Relationship Id="{relation.ident}" Type="{kind}" Target="{escape(relation.target)}"{mode}/>'


def relations_part(relations: tuple[Relation, ...]) -> str:
    """A `.rels` part, in a fixed order."""
    rows = "".join(relation_xml(relation) for relation in sorted(set(relations)))
    return f'{HEADER}<Relationships xmlns="{PACKAGE_RELATIONS}">{rows}</Relationships>'
