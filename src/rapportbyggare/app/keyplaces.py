"""Where a key of a TOML file stands, for problems that are found after the file has been read."""

from pathlib import Path

from rapportbyggare.core.place import Place
from rapportbyggare.sources.spots import Lines, find_spots
from rapportbyggare.sources.text import read_text


def key_place(folder: Path, file: str, *key: str | int) -> Place:
    """The place of the value of `key` (the tables it is in, its name, an index) in a valid TOML file of the project."""
    text, _ = read_text(folder, file)
    spot = find_spots(text).get(key)
    return Place(file, *Lines(text).at(spot.value)) if spot else Place(file)
