"""The command line in Swedish: commands and flags, with and without å, ä, ö."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from rapportbyggare import VERSION

FOLDED = str.maketrans("åäö", "aao")
SWEDISH = {
    "usage: ": "användning: ",
    "options": "flaggor",
    "positional arguments": "kommandon",
    "show this help message and exit": "visa den här hjälpen och sluta",
    "show program's version number and exit": "visa versionen och sluta",
}


class UsageError(Exception):
    """A command line that cannot be read; the message is Swedish."""


class Parser(argparse.ArgumentParser):
    """argparse with Swedish headings, and faults raised instead of printed in English."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError; argparse's own English text is not shown."""
        raise UsageError(self.prog)


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with Swedish headings."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        """The usage line."""
        super().add_usage(usage, actions, groups, SWEDISH["usage: "])

    def start_section(self, heading: str | None) -> None:
        """A heading of the help."""
        super().start_section(SWEDISH.get(heading or "", heading))


def folded(arguments: Sequence[str]) -> list[str]:
    """The command and the flags in the spelling without å, ä, ö; what the flags are given is left alone."""
    done: list[str] = []
    for argument in arguments:
        name, sign, value = argument.partition("=")
        plain = argument.startswith("--") or argument.translate(FOLDED) in COMMANDS
        done.append(name.translate(FOLDED) + sign + value if plain else argument)
    return done


COMMANDS = ("bygg", "uttryck", "mall")
EXIT_CODES = """\
slutkoder:
  0   allt gick bra
  1   fel i rapportens filer; inget dokument skrevs
  2   kommandot gick inte att förstå
  3   dokumentet gick inte att skriva
  70  internt fel i rapportbyggare (se --logg)
  130 avbrutet med Ctrl+C"""


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="rapportbyggare",
        description="Bygger en regions uppföljningsrapport som Word-dokument.",
        epilog=EXIT_CODES,
        formatter_class=Formatter,
        add_help=False,
    )
    _help(top)
    top.add_argument(
        "--version", action="version", version=f"rapportbyggare {VERSION}", help=SWEDISH["show program's version number and exit"]
    )
    commands = top.add_subparsers(dest="command", metavar="KOMMANDO", required=True, parser_class=Parser)
    _build(commands)
    _vocabulary(commands)
    _template(commands)
    return top


def _help(one: argparse.ArgumentParser) -> None:
    one.add_argument("-h", "--hjalp", "--help", action="help", help=SWEDISH["show this help message and exit"])


def _command(commands: "argparse._SubParsersAction[Parser]", name: str, text: str) -> Parser:
    one = commands.add_parser(name, help=text, description=text, epilog=EXIT_CODES, formatter_class=Formatter, add_help=False)
    _help(one)
    one.add_argument("--projekt", metavar="MAPP", default=".", help="projektets mapp (annars den du står i)")
    one.add_argument("--format", choices=("text", "json"), default="text", help="text för människor, json för program")
    one.add_argument("--logg", metavar="FIL", help="spara teknisk information om ett internt fel i FIL")
    return one


def _build(commands: "argparse._SubParsersAction[Parser]") -> None:
    one = _command(commands, "bygg", "Bygg rapporten som Word-dokument.")
    one.add_argument(
        "--slutlig", action="store_true", help="bygg som den ska till nämnden: utan utkastets märken, med alla slutkontroller"
    )
    one.add_argument("--ut", metavar="FIL", help="spara dokumentet som FIL (annars i mappen output)")


def _vocabulary(commands: "argparse._SubParsersAction[Parser]") -> None:
    one = _command(commands, "uttryck", "Visa allt som kan skrivas mellan {{ och }}, med exempel ur rapportens egna uppgifter.")
    one.add_argument("sok", nargs="?", metavar="ORD", help="visa bara det som innehåller ORD")


def _template(commands: "argparse._SubParsersAction[Parser]") -> None:
    one = _command(commands, "mall", "Visa vad en Word-mall saknar för att passa rapporten.")
    one.add_argument("fil", metavar="FIL", help="mallen (.docx eller .dotx)")
