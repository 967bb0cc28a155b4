"""Whether a frozen edition is unaltered, down to building it again."""

from dataclasses import dataclass
from pathlib import Path

from rapportbyggare import VERSION
from rapportbyggare.app import edition_messages as messages
from rapportbyggare.app.edition_record import FrozenEdition
from rapportbyggare.app.editions import read_record
from rapportbyggare.app.environment import differing, environment
from rapportbyggare.app.frozen import basis, document_of
from rapportbyggare.app.messages import no_project
from rapportbyggare.app.project import is_project
from rapportbyggare.app.rebuild import rebuilt
from rapportbyggare.app.unaltered import alterations
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem, in_order


@dataclass(frozen=True, slots=True)
class Proof:
    """What a test of an edition gave: it is unaltered when no problem is an error.

    `rebuilt` is whether it was built again, byte for byte; another version of the tool only tries the checksums.
    """

    edition: FrozenEdition | None
    problems: tuple[Problem, ...]
    rebuilt: bool = False


def prove(folder: Path, name: str) -> Proof:
    """Try the edition `name`: every file, every delivery it rests on, and the document built again."""
    if not is_project(folder):
        return Proof(None, (no_project(Place(folder.as_posix())),))
    edition, problems = read_record(folder, name)
    if edition is None:
        return Proof(None, problems)
    if faults := alterations(folder, edition):
        return Proof(edition, in_order(faults))
    if others := _other_tools(edition):
        return Proof(edition, (messages.other_tool(Place(edition.path), edition.name, others),))
    if rebuilt(folder, basis(folder, edition), edition, None) != document_of(folder, edition):
        return Proof(edition, (messages.rebuilt_otherwise(Place(f"{edition.path}/{edition.document}"), edition.name),))
    return Proof(edition, (), True)


def _other_tools(edition: FrozenEdition) -> tuple[str, ...]:
    version = differing((f"rapportbyggare {edition.version}",), (f"rapportbyggare {VERSION}",))
    return (*version, *differing(edition.environment, environment()))
