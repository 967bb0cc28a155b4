"""The command `ta-emot`: figures taken into the archive, and what they change."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from rapportbyggare.app.changes import ChangeReport
from rapportbyggare.app.single import Said
from rapportbyggare.app.taking_in import Order, Taken
from rapportbyggare.app.weighing import Gone
from rapportbyggare.cli.arguments import UsageError
from rapportbyggare.cli.changes_text import changes_data, changes_text
from rapportbyggare.cli.exits import Exit
from rapportbyggare.cli.progress import Progress
from rapportbyggare.cli.show import as_json, harmless, problem_data, problems_text
from rapportbyggare.core.dataset import Delivery
from rapportbyggare.core.problem import has_errors
from rapportbyggare.typography.dates import is_date, is_month
from rapportbyggare.typography.words import counted

SINGLE = ("indikator", "matt", "ar", "plats", "varde", "status", "underlag", "period", "avsandare")
HELP = "Skriv rapportbyggare ta-emot --hjälp för att se hur det används."
MOST_REMARKS = 20


def run_intake(options: Namespace) -> int:
    """Take in files, one figure, or withdraw a delivery; the exit code. Raises UsageError when it is not clear which."""
    _check(options)
    folder = Path(options.projekt)
    with Progress(sys.stderr) as progress:
        taken = _taken(options, folder, progress)
        report = _changes(taken, folder, progress)
    code = Exit.UNWRITABLE if taken.unwritable else Exit.PROBLEMS if has_errors(taken.problems) else Exit.DONE
    if options.format == "json":
        print(_data(taken, report, code, options.prova))
        return code
    if taken.problems:
        print(problems_text(taken.problems), file=sys.stderr)
        print(file=sys.stderr)
    print(taken_text(taken, options.prova), file=sys.stderr if code else sys.stdout)
    if report is not None and report.changes is not None:
        print(f"\n{changes_text(report)}")
    elif report is not None:
        print("\nVad som ändras i rapporten går inte att visa förrän felen i rapportens filer är rättade.")
        print("Kör rapportbyggare bygg för att se dem.")
    return code


def _check(options: Namespace) -> None:
    single = [name for name in SINGLE if getattr(options, name) is not None]
    ways = [bool(options.filer), bool(single), options.aterkalla is not None]
    if sum(ways) != 1:
        raise UsageError(f"Ange en eller flera filer, en enstaka uppgift (--indikator …) eller --aterkalla. {HELP}")
    if single and (options.indikator is None or (options.varde is None and options.status is None)):
        raise UsageError(f"En enstaka uppgift behöver --indikator och --varde (eller --status om värdet saknas). {HELP}")
    if options.aterkalla is not None and not options.aterkalla.strip().isdigit():
        raise UsageError(f"Flaggan --aterkalla behöver leveransens nummer, till exempel --aterkalla 3. {HELP}")
    if options.inlast is not None and not is_date(options.inlast):
        raise UsageError(f"”{options.inlast}” är ingen dag. Skriv --inlast som 2025-09-04.")
    if options.inlast is not None and options.inlast > date.today().isoformat():
        raise UsageError(
            f"Dagen {options.inlast} har inte varit än. Skriv --inlast med dagen då uppgifterna kom, eller utelämna den."
        )
    if options.saknade is not None and not options.filer:
        raise UsageError(f"Flaggan --saknade hör till en fil, inte till en enstaka uppgift eller en återkallelse. {HELP}")
    if options.uttag is not None and not (is_date(options.uttag) or is_month(options.uttag)):
        raise UsageError(f"”{options.uttag}” är ingen dag eller månad. Skriv --uttag som 2025-09-03 eller 2025-07.")


def _taken(options: Namespace, folder: Path, progress: Progress) -> Taken:
    from rapportbyggare.app.taking_in import take_in, take_single, withdraw

    received = options.inlast or date.today().isoformat()
    if options.aterkalla is not None:
        return withdraw(folder, int(options.aterkalla), received, options.skal or "", options.prova)
    order = Order(
        files=tuple(map(Path, options.filer)),
        received=received,
        source=options.kalla or "",
        extract=options.uttag or "",
        note=options.anmarkning or "",
        gone=Gone(options.saknade) if options.saknade else None,
        trial=options.prova,
    )
    return take_single(_said(options, received), order, folder) if options.indikator else take_in(order, folder, progress)


def _said(options: Namespace, received: str) -> Said:
    return Said(
        indicator=options.indikator,
        value=options.varde or "",
        sender=options.avsandare or "",
        reason=options.skal or "",
        day=options.uttag or received,
        measure=options.matt or "",
        year=options.ar or "",
        area=options.plats or "",
        status=options.status or "",
        base=options.underlag or "",
        period=options.period or "",
    )


def _changes(taken: Taken, folder: Path, progress: Progress) -> ChangeReport | None:
    if has_errors(taken.problems) or not (taken.added or taken.withdrawn):
        return None
    from rapportbyggare.app.taking_in import changes_of

    return changes_of(taken, folder, progress)


def taken_text(taken: Taken, trial: bool) -> str:
    """What was taken in or withdrawn, or with `trial` would be, and what was read otherwise than it stands."""
    return harmless("\n".join(_told(taken, trial)))


def _told(taken: Taken, trial: bool) -> Iterator[str]:
    for file, number in taken.known.items():
        yield f"{file or 'Uppgiften'} är redan inläst som leverans {number}. Inget ändrades."
    if has_errors(taken.problems):
        yield "Inget lästes in: rätta felen ovan och kör igen. Arkivet är orört."
    if trial and (taken.added or taken.withdrawn):
        yield "Prov: inget är skrivet."
    for delivery in taken.added:
        yield _delivery(delivery, trial)
    if taken.withdrawn is not None:
        gone, done = taken.withdrawn, "skulle bli återkallad" if trial else "är återkallad"
        yield f"Leverans {gone.number} {done} från och med {gone.withdrawn}: {gone.withdrawn_why}"
    if taken.kept:
        yield f"{counted(taken.kept, 'värde', 'värden')} som filen inte längre har gäller fortfarande (--saknade behall)."
    yield from (f"  {remark.place}: {remark.text}" for remark in taken.remarks[:MOST_REMARKS])
    if len(taken.remarks) > MOST_REMARKS:
        more = counted(len(taken.remarks) - MOST_REMARKS, "anmärkning", "anmärkningar")
        yield f"  … och {more} till (alla visas med --format json)."


def _delivery(delivery: Delivery, trial: bool) -> str:
    what = "Skulle bli leverans" if trial else "Leverans"
    origin = delivery.file or "en persons uppgift"
    return (
        f"{what} {delivery.number}: {origin}, källa {delivery.source}, uttag {delivery.extract}, inläst {delivery.received}, "
        f"{counted(len(delivery.observations), 'uppgift', 'uppgifter')}."
    )


def _data(taken: Taken, report: ChangeReport | None, code: int, trial: bool) -> str:
    """An intake for programs: schema `ta-emot/1`; `andringar` is a list of changes by its own schema."""
    import json

    data: dict[str, object] = {
        "schema": "ta-emot/1",
        "slutkod": code,
        "prov": trial,
        "problem": [problem_data(one) for one in taken.problems],
        "anmarkningar": [{"plats": str(one.place), "text": one.text} for one in taken.remarks],
        "redan_inlasta": dict(taken.known),
        "leveranser": [
            {
                "leverans": one.number,
                "kalla": one.source,
                "uttag": one.extract,
                "inlast": one.received,
                "uppgifter": len(one.observations),
            }
            for one in taken.added
        ],
        "indragen": taken.withdrawn.number if taken.withdrawn else None,
        "andringar": json.loads(changes_data(report, code, report.problems)) if report else None,
    }
    return as_json(data)
