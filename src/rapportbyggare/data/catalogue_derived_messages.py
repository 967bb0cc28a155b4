"""What is said of derived measures and breaks in the catalogue."""

from collections.abc import Iterable, Sequence

from rapportbyggare.core.derivation import DerivationKind, Part
from rapportbyggare.core.figure import Unit
from rapportbyggare.core.place import Place
from rapportbyggare.core.problem import Problem
from rapportbyggare.typography.words import join_words

CODE = "fel-harledning"


def unknown_part(part: Part, likely: str) -> Problem:
    """A part that is no measure of the catalogue; `likely` is a question, or ""."""
    name = f"{part.indicator}.{part.measure}" if part.measure else part.indicator
    return Problem(
        "okand-del",
        part.place,
        f"Delen ”{name}” finns inte i katalogen. {likely}".rstrip(),
        "indikatorns id, en punkt och måttets id, till exempel antal_kkb.antal",
        "Rätta namnet, eller lägg till indikatorn och måttet i report/katalog.toml.",
    )


def in_a_circle(place: Place, circle: Sequence[tuple[str, str]]) -> Problem:
    """A measure that is computed from itself, by way of the others named."""
    path = " → ".join(f"{indicator}.{measure}" for indicator, measure in circle)
    return Problem(
        "harledd-ur-sig-sjalv",
        place,
        f"Måttet räknas ut ur sig självt: {path}.",
        "delar som i sista hand står i leveranserna",
        "Byt en av delarna mot ett mått som levereras.",
    )


def too_deep(place: Place, most: int) -> Problem:
    """Derivations on derivations on derivations."""
    return Problem(
        "for-djup-harledning",
        place,
        f"Måttet räknas ut i fler än {most} led.",
        f"högst {most} härledda mått på varandra",
        "Byt en av delarna mot ett mått som levereras, eller mot ett som räknas ut i färre led.",
    )


def number_of_parts(place: Place, kind: DerivationKind, count: int) -> Problem:
    """A sum of fewer than two parts, a difference of other than two."""
    wanted = "precis två delar: den första minus den andra" if kind is DerivationKind.DIFFERENCE else "minst två delar"
    return Problem(
        CODE,
        place,
        f"delar har {count} {'del' if count == 1 else 'delar'}, men slaget är ”{kind.value}”.",
        wanted,
        'Skriv till exempel delar = ["antal_kkb.antal", "kul_tur.antal"].',
    )


def bad_step(place: Place, step: int, most: int) -> Problem:
    """A number of years out of bounds."""
    return Problem(CODE, place, f"steg kan inte vara {step}.", f"ett antal år från 1 till {most}", "Skriv till exempel steg = 1.")


def bad_year(place: Place, key: str, year: int) -> Problem:
    """What is no year."""
    return Problem(CODE, place, f"{year} är inget år.", "ett år med fyra siffror", f"Skriv till exempel {key} = 2023.")


def parts_do_not_fit(place: Place, kind: DerivationKind, units: Iterable[Unit]) -> Problem:
    """Parts whose units cannot be put together so."""
    return Problem(
        CODE,
        place,
        f"Delarna har enheterna {join_words([unit.value for unit in units])}, som inte kan räknas ihop som ”{kind.value}”.",
        "delar med samma enhet; i en kvot också kr delat med antal eller st",
        "Välj andra delar, eller ett annat slag.",
    )


def other_unit(place: Place, kind: DerivationKind, unit: Unit, right: Sequence[Unit]) -> Problem:
    """A measure with another unit than its parts give."""
    wanted = " eller ".join(one.value for one in right)
    return Problem(
        CODE,
        place,
        f"Måttets enhet är {unit.value}, men ”{kind.value}” av delarna ger {wanted}.",
        f"enheten {wanted}",
        f'Skriv enhet = "{right[0].value}" för måttet, eller välj andra delar.',
    )


def years_do_not_fit(part: Part, indicator: str, timeless: bool) -> Problem:
    """A part with years in an indicator without, or the other way round."""
    one, other = ("har inget år", "har år") if timeless else ("har år", "har inget år")
    return Problem(
        CODE,
        part.place,
        f"Indikatorn {indicator} {one}, men delen {part.indicator} {other}.",
        "delar som har år när indikatorn har det, och annars inte",
        "Välj en annan del, eller ändra utan_ar så att de blir lika.",
    )


def change_without_years(place: Place, indicator: str) -> Problem:
    """A change over years of what has none."""
    return Problem(
        CODE,
        place,
        f"Indikatorn {indicator} har inget år, så en förändring över tid kan inte räknas.",
        "en indikator med år",
        "Ta bort utan_ar = true, eller välj ett annat slag.",
    )


def no_level_in_common(place: Place, parts: Iterable[tuple[str, str]]) -> Problem:
    """Parts that no place has all of; each with the levels that it is delivered for."""
    said = "; ".join(f"{name} bara för nivån {levels}" for name, levels in parts)
    return Problem(
        "delar-pa-olika-niva",
        place,
        f"Delarna finns inte för samma platser: {said}. Måttet får aldrig något värde.",
        "delar som levereras för samma nivå: kommun, län eller riket",
        "Läs in de delar som saknas med rapportbyggare ta-emot, eller välj andra delar.",
    )


def limited(place: Place, key: str) -> Problem:
    """A disclosure limit where it cannot act: nothing is stored of a derived measure."""
    return Problem(
        "grans-for-harledd",
        place,
        f"{key} kan inte stå vid ett härlett mått: det döljs när någon av delarna är dold.",
        f"{key} vid de mått som levereras",
        f"Flytta raden {key} till de mått som är delar.",
    )


def breaks_out_of_order(place: Place, year: int) -> Problem:
    """Two breaks in one year, or a later one before an earlier."""
    return Problem(
        "fel-brott",
        place,
        f"Brottet {year} står före eller på samma år som ett annat brott ovanför.",
        "varje brott en gång, det äldsta först",
        "Sätt brotten i tidsordning, och slå ihop dem som gäller samma år.",
    )


def break_without_years(place: Place, indicator: str) -> Problem:
    """A break in what has no years."""
    return Problem(
        "fel-brott",
        place,
        f"Indikatorn {indicator} har inget år, så serien kan inte ha något brott.",
        "brott bara för indikatorer med år",
        "Ta bort [[indikator.brott]], eller utan_ar = true.",
    )


def not_a_year(place: Place, year: int) -> Problem:
    """A break's year that is none."""
    return Problem("fel-brott", place, f"{year} är inget år.", "ett år med fyra siffror", "Skriv till exempel ar = 2026.")
