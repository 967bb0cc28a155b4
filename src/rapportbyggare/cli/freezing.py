"""The command `frys`: keep an edition whole, list the editions, prove one unaltered."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from rapportbyggare.app.edition_record import FrozenEdition
from rapportbyggare.cli.arguments import UsageError
from rapportbyggare.cli.exits import Exit
from rapportbyggare.cli.progress import Progress
from rapportbyggare.cli.show import as_json, problem_data, problems_text
from rapportbyggare.core.problem import Problem, has_errors


def run_freeze(options: Namespace) -> int:
    """Freeze, list (`lista`) or prove (`prova`); the exit code. Raises UsageError when a name is missing."""
    if options.lista:
        return _list(options)
    if options.namn is None:
        raise UsageError(
            "Ange utgåvans namn, till exempel rapportbyggare frys namnden-2025, eller --lista för att se dem som finns."
        )
    return _prove(options) if options.prova else _freeze(options)


def _freeze(options: Namespace) -> int:
    from rapportbyggare.app.freeze import freeze

    with Progress(sys.stderr) as progress:
        frozen = freeze(Path(options.projekt), options.namn, date.today().isoformat(), progress)
    code = Exit.UNWRITABLE if frozen.unwritable else Exit.DONE if frozen.edition else Exit.PROBLEMS
    text = "Inget frystes, se ovan."
    if frozen.edition is not None:
        text = f"Frös utgåvan {frozen.edition.name} i {frozen.edition.path}: {_described(frozen.edition)}."
    return _said(options, frozen.problems, [frozen.edition] if frozen.edition else [], text, code)


def _list(options: Namespace) -> int:
    from rapportbyggare.app.editions import editions

    found, problems = editions(Path(options.projekt))
    text = "\n".join(f"{one.name}: {_described(one)}" for one in found) or "Det finns inga frysta utgåvor."
    return _said(options, problems, list(found), text, Exit.PROBLEMS if has_errors(problems) else Exit.DONE)


def _prove(options: Namespace) -> int:
    from rapportbyggare.app.prove import prove

    proof = prove(Path(options.projekt), options.namn)
    sound = proof.edition is not None and not has_errors(proof.problems)
    how = "och ger samma dokument, byte för byte, när den byggs igen" if proof.rebuilt else "efter filernas kontrollsummor"
    text = f"Utgåvan {options.namn} är oförändrad {how}." if sound else f"Utgåvan {options.namn} håller inte provet, se ovan."
    return _said(options, proof.problems, [proof.edition] if proof.edition else [], text, Exit.DONE if sound else Exit.PROBLEMS)


def _described(one: FrozenEdition) -> str:
    numbers = ", ".join(str(delivery.number) for delivery in one.deliveries)
    decided = f", § {one.paragraph.removeprefix('§').strip()} {one.decision_date}" if one.decision_date else ""
    return f"fryst {one.frozen}, status {one.status.value}{decided}, uppgifter per {one.data_date}, leverans {numbers}"


def _said(options: Namespace, problems: tuple[Problem, ...], found: list[FrozenEdition], text: str, code: Exit) -> int:
    if options.format == "json":
        data = {
            "schema": "frys/1",
            "slutkod": code,
            "problem": [problem_data(one) for one in problems],
            "utgavor": [
                {
                    "namn": one.name,
                    "fryst": one.frozen,
                    "status": one.status.value,
                    "uppgifter_per": one.data_date,
                    "fingeravtryck": one.fingerprint,
                    "leveranser": [delivery.number for delivery in one.deliveries],
                }
                for one in found
            ],
        }
        print(as_json(data))
        return code
    if problems:
        print(problems_text(problems) + "\n", file=sys.stderr)
    print(text, file=sys.stderr if code else sys.stdout)
    return code
