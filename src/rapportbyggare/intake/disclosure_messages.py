"""What is said of values that are withheld."""

from collections.abc import Sequence

from rapportbyggare.core.delivered import Remark
from rapportbyggare.core.place import Place
from rapportbyggare.typography.words import join_words


def withheld(place: Place, indicator: str, measure: str, year: int, areas: Sequence[str]) -> Remark:
    """Values that the catalogue's limits withhold."""
    return Remark(
        f"{indicator}/{measure} {year} har fått statusen sekretess för {join_words(areas)}: uppgiften vilar på färre enheter än "
        "minsta_antal, eller domineras av en enda, enligt report/katalog.toml.",
        place,
    )


def can_be_computed(place: Place, indicator: str, measure: str, year: int, area: str, county: str) -> Remark:
    """A withheld value that is the county's less the other municipalities'."""
    return Remark(
        f"{indicator}/{measure} {year} är hemlig bara för {area}. Den kan räknas fram som {county} minus övriga kommuner. "
        "Får den inte det: ge en kommun till, eller länet, statusen sekretess, med ta-emot "
        f"--indikator {indicator} --matt {measure} --ar {year} --plats NAMN --status sekretess.",
        place,
    )
