"""The command line in Swedish: commands and flags, with and without å, ä, ö."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from rapportbyggare import VERSION
from rapportbyggare.cli.exits import exit_codes

COMMANDS = ("bygg", "uttryck", "mall")
AFTER_COMMAND = ("--projekt", "--slutlig", "--ut", "--format", "--logg")
FLAGS = (*AFTER_COMMAND, "--hjälp", "--version")
FOLDED = str.maketrans("åäö", "aao")
HEADINGS = {"options": "flaggor", "positional arguments": "det som anges efter kommandot"}


class UsageError(Exception):
    """A command line that cannot be read; the message is Swedish and says where help is."""


class Parser(argparse.ArgumentParser):
    """argparse with faults raised in Swedish instead of printed in English."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError; argparse's own English text is not shown."""
        from rapportbyggare.cli.misuse import explained

        raise UsageError(f"{explained(message, COMMANDS, FLAGS)}\nSkriv {self.prog} --hjälp för att se hur det används.")


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with Swedish headings."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        """The usage line; argparse asks for it with an empty prefix when it only wants the program's name."""
        super().add_usage(usage, actions, groups, "användning: " if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """A heading of the help."""
        super().start_section(HEADINGS.get(heading or "", heading))


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """What the command line asks for; raises UsageError, or SystemExit when help or the version has been shown."""
    words = folded(arguments)
    flag = words[0].partition("=")[0] if words else ""
    if flag in AFTER_COMMAND:
        raise UsageError(f"Flaggan {flag} skrivs efter kommandot, till exempel rapportbyggare bygg {flag}.")
    return parser().parse_args(words)


def folded(arguments: Sequence[str]) -> list[str]:
    """The command and the flags in the spelling without å, ä, ö; what the flags are given is left alone."""
    done: list[str] = []
    for argument in arguments:
        name, sign, value = argument.partition("=")
        plain = _plain(argument)
        done.append(_plain(name) + sign + value if argument.startswith("--") else plain if plain in COMMANDS else argument)
    return done


def _plain(word: str) -> str:
    if word.isascii():
        return word
    from unicodedata import normalize

    return normalize("NFC", word).translate(FOLDED)


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="rapportbyggare",
        description="Bygger en regions uppföljningsrapport som Word-dokument.",
        epilog=f"Mer om ett kommando: rapportbyggare KOMMANDO --hjälp\n\n{exit_codes()}",
        formatter_class=Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    _help(top)
    top.add_argument("--version", action="version", version=f"rapportbyggare {VERSION}", help="visa versionen och sluta")
    commands = top.add_subparsers(title="kommandon", dest="command", metavar="KOMMANDO", required=True, parser_class=Parser)
    _build(commands)
    _vocabulary(commands)
    _template(commands)
    return top


def _help(one: argparse.ArgumentParser) -> None:
    one.add_argument("-h", "--hjälp", "--hjalp", "--help", action="help", help="visa den här hjälpen och sluta")


def _command(commands: "argparse._SubParsersAction[Parser]", name: str, text: str) -> Parser:
    one = commands.add_parser(
        name, help=text, description=text, epilog=exit_codes(), formatter_class=Formatter, add_help=False, allow_abbrev=False
    )
    _help(one)
    one.add_argument("--projekt", metavar="MAPP", default=".", help="projektets mapp (annars den du står i)")
    one.add_argument("--format", choices=("text", "json"), default="text", help="text för människor, json för program")
    one.add_argument("--logg", metavar="FIL", help="spara tekniska uppgifter om ett internt fel i FIL")
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
