"""The answers of a comparison put in a folder: all of them or none, and never over what somebody has edited."""

from collections.abc import Mapping
from contextlib import suppress
from os.path import realpath
from pathlib import Path

from rapportbyggare.app import comparing_messages as messages
from rapportbyggare.app.build import INPUTS, OUTPUT, cause, shown
from rapportbyggare.app.messages import outside
from rapportbyggare.app.output import Placed, place
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem

STEM = "jamforelse"
OURS = (f"{STEM}*", f".{STEM}*.sha256")


def unfit(folder: Path, target: Path, own: bool, compared: tuple[Path, ...]) -> Problem | None:
    """Why no answers may be put in `target`; `own` when it is in the project's own output folder.

    `compared` are the files that are compared: no answer may take the place of one.
    """
    there = Place(OUTPUT if own else target.as_posix())
    whole = Path(realpath(target))
    if any(whole.is_relative_to(realpath(folder / name)) for name in INPUTS):
        return messages.among_inputs(there)
    if own and not whole.is_relative_to(realpath(folder)):
        return outside(there)
    over = next((one for one in compared if _is_answer(Path(realpath(one)), whole)), None)
    return None if over is None else messages.over_an_edition(Place(over.as_posix()))


def _is_answer(file: Path, target: Path) -> bool:
    return file.parent == target and file.name.startswith(STEM)


def put(answers: Mapping[str, bytes], target: Path, folder: Path, data_date: str) -> tuple[Placed, ...] | Problem:
    """Write each answer by its name in `target`, beside it when somebody has edited what was written there.

    When one cannot be written, those written before it are taken back, and the folder is as it was.
    """
    made = [one for one in (target, *target.parents) if not one.exists()]
    before = _there(target)
    try:
        return tuple(place(content, target / name, data_date) for name, content in answers.items())
    except OSError as error:
        _taken_back(target, before, made)
        return messages.cannot_write(Place(shown(target, folder)), cause(error))


def _there(target: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for pattern in OURS for path in target.glob(pattern) if path.is_file()}


def _taken_back(target: Path, before: Mapping[Path, bytes], made: list[Path]) -> None:
    with suppress(OSError):
        for path, content in _there(target).items():
            if path not in before:
                path.unlink()
            elif content != before[path]:
                path.write_bytes(before[path])
    with suppress(OSError):
        for folder in made:
            folder.rmdir()
