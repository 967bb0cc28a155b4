"""Which place of the catalogue a text means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapportbyggare.core.dataset import Area, Catalogue
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.intake import place_messages as messages
from rapportbyggare.intake.cells import fold
from rapportbyggare.intake.masking import may_be_a_person
from rapportbyggare.sources.nearest import suggestion
from rapportbyggare.sources.toml_values import quoted

_CODE_FIRST = re.compile(r"([0-9]{2}(?:[0-9]{2})?)[ :.–-]+(.+)")
_STRAY = re.compile("[\u0080-\u009f†‡„”“‚ƒ…ˆ‰Š‹ŒŽ™š›œž€¥]")
_CODE_LAST = re.compile(r"(.+?)[ ,]*\(?([0-9]{2}(?:[0-9]{2})?)\)?")


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Every way a place may be written, folded, with the place's name; `codes` by name; `names` the catalogue's."""

    known: Mapping[str, str]
    codes: Mapping[str, str]
    names: tuple[str, ...]

    def find(self, text: str) -> str | None:
        """The place a text means: its name, its code, both together, with "kommun" after it, or a name of the map."""
        folded = fold(text)
        return self.known.get(folded) or self._with_code(folded)

    def _with_code(self, folded: str) -> str | None:
        """A code and a name that agree: "2380 Östersund", "Östersund (2380)"."""
        first, last = _CODE_FIRST.fullmatch(folded), _CODE_LAST.fullmatch(folded)
        pairs = ([(first[1], first[2])] if first else []) + ([(last[2], last[1])] if last else [])
        return next((name for code, rest in pairs if (name := self.known.get(rest)) and self.codes.get(name) == code), None)


def place_names(catalogue: Catalogue, aliases: Mapping[str, str]) -> PlaceNames:
    """The names of the catalogue's places, and those that a map adds."""
    areas = tuple(catalogue.areas.values())
    forms = {fold(form): area.name for area in areas for form in _forms(area)}
    own = {fold(written): meant for written, meant in aliases.items()}
    return PlaceNames(forms | own, {area.name: area.code for area in areas}, tuple(area.name for area in areas))


def unknown_place(place: Place, text: str, names: PlaceNames, map_file: str) -> Problem:
    """A place that is in neither the catalogue nor the map; what may be about a person is not repeated."""
    likely = suggestion(text, names.names)
    if wrongly_decoded(text):
        return messages.wrongly_decoded(place, text)
    if not likely and may_be_a_person(text):
        return messages.hidden_place(place, map_file)
    message = f"Platsen ”{text}” finns inte i katalogen." if text else "Platsen saknas."
    return Problem(
        "okand-plats",
        place,
        f"{message} {likely}".rstrip(),
        "namnet på, eller koden för, en plats som står i report/katalog.toml",
        f'Rätta namnet i filen, eller lägg till {quoted(text)} = "platsens namn" under [platsnamn] i {map_file}.'
        if text
        else "Skriv platsens namn i cellen.",
    )


def wrongly_decoded(text: str) -> bool:
    """Whether a place holds what å, ä and ö become when a text from DOS or an old Mac is read as one from Windows."""
    return bool(_STRAY.search(text))


def _forms(area: Area) -> Iterator[str]:
    yield from (area.name, area.code)
    if area.level == "kommun":
        yield f"{area.name} kommun"
        if area.name[-1:] not in "sxz":
            yield f"{area.name}s kommun"
