"""The command line in Swedish: commands and flags, with and without å, ä, ö."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from rapportbyggare import VERSION
from rapportbyggare.cli.exits import exit_codes

PROGRAM = "rapportbyggare"
COMMANDS = ("bygg", "kontrollera", "ta-emot", "andringar", "jamfor", "frys", "uttryck", "mall")
INTAKE = ("--kalla", "--uttag", "--inlast", "--prova", "--saknade", "--aterkalla", "--not")
SINGLE = ("--indikator", "--matt", "--ar", "--plats", "--varde", "--status", "--underlag", "--period", "--avsandare", "--skal")
CHECK = ("--strikt", "--gruppera", "--stada", "--stavning", "--utgava")
REVIEW = ("--sparade", "--forfattare", "--anda")
AFTER_COMMAND = (
    "--projekt",
    "--slutlig",
    "--per",
    "--ut",
    "--format",
    "--logg",
    "--i",
    "--lista",
    *CHECK,
    *REVIEW,
    *INTAKE,
    *SINGLE,
)
FLAGS = (*AFTER_COMMAND, "--hjälp", "--version")
HELP = ("-h", "--hjälp", "--hjalp", "--help")
BEFORE_COMMAND = (*HELP, "--version")
PENDING = ("godkänn", "avvisa", "vägra")
FOLDED = str.maketrans("åäö", "aao")
OF_FLAGS = {"not": "anmarkning"}
COLUMN = " " * 6
HEADINGS = {"options": "flaggor", "positional arguments": "det som anges efter kommandot"}


class UsageError(Exception):
    """A command line that cannot be read; the message is Swedish and says where help is."""


class Parser(argparse.ArgumentParser):
    """argparse with faults raised in Swedish instead of printed in English."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError; argparse's own English text is not shown."""
        raise misused(message, self.prog)


def misused(message: str, program: str) -> UsageError:
    """The fault that argparse tells of, and which help to read."""
    from rapportbyggare.cli.misuse import explained

    return UsageError(f"{explained(message, COMMANDS, FLAGS)}\nSkriv {program} --hjälp för att se hur det används.")


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with Swedish headings, as wide as the terminal."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Paragraphs wrapped line by line; what is a row of a table goes on under its second column."""
        from textwrap import wrap

        lines = (wrap(line, width, subsequent_indent=COLUMN if line.startswith(" ") else "") for line in text.splitlines())
        return "\n".join("\n".join(line) for line in lines) + "\n"

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
    if flag.startswith("-") and flag not in BEFORE_COMMAND:
        raise misused(f"unrecognized arguments: {flag}", PROGRAM)
    options, more = parser().parse_known_args(words)
    program = f"{PROGRAM} {options.command}"
    if more:
        raise misused(f"unrecognized arguments: {more[0]}", program)
    if empty := next((one for one in AFTER_COMMAND if _given(options, one) == ""), ""):
        raise misused(f"argument {empty}: expected one argument", program)
    return options


def _given(options: argparse.Namespace, flag: str) -> object:
    name = flag.removeprefix("--")
    return getattr(options, OF_FLAGS.get(name, name), None)


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
        prog=PROGRAM,
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
    _check(commands)
    _intake(commands)
    _changes(commands)
    _compare(commands)
    _freeze(commands)
    _vocabulary(commands)
    _template(commands)
    return top


def _help(one: argparse.ArgumentParser) -> None:
    one.add_argument(*HELP, action="help", help="visa den här hjälpen och sluta")


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
    one.add_argument(
        "--per", metavar="DATUM|LEVERANS", help="bygg med uppgifterna som de var ett visst datum eller efter en leverans"
    )
    one.add_argument("--ut", metavar="FIL", help="spara dokumentet som FIL (annars i mappen output)")


def _check(commands: "argparse._SubParsersAction[Parser]") -> None:
    text = "Granska rapporten, eller filer som någon har skrivit för hand, mot uppgifterna och skrivreglerna."
    one = _command(commands, "kontrollera", text)
    one.add_argument("filer", nargs="*", metavar="FIL", help="Word-, Markdown- eller textfiler (annars rapporten själv)")
    one.add_argument("--slutlig", action="store_true", help="kontrollera allt som ska stämma när dokumentet lämnas till nämnden")
    one.add_argument("--strikt", action="store_true", help="ge slutkod 1 också för brister och formfel")
    one.add_argument("--gruppera", choices=("avsnitt", "regel"), default="avsnitt", help="ordna efter avsnitt eller efter regel")
    one.add_argument("--utgava", metavar="NAMN", help="jämför filerna med uppgifterna i en fryst utgåva")
    one.add_argument("--stavning", action="store_true", help="kontrollera stavningen också; kräver en ordlista")
    one.add_argument("--stada", action="store_true", help="rätta mellanslag, streck, citattecken och förkortningar i avsnitten")
    one.add_argument("--prova", action="store_true", help="med --stada: visa vad som skulle ändras, men skriv inget")


def _intake(commands: "argparse._SubParsersAction[Parser]") -> None:
    one = _command(
        commands, "ta-emot", "Läs in en fil med uppgifter i arkivet, eller en enstaka uppgift, och visa vad som ändras."
    )
    one.add_argument("filer", nargs="*", metavar="FIL", help="Excel- eller CSV-fil som den kom från källan")
    one.add_argument("--kalla", metavar="NAMN", help="källan eller kartan i report/kallor (annars efter filens namn)")
    one.add_argument("--uttag", metavar="DATUM", help="när uppgifterna togs ut, till exempel 2025-09-03 eller 2025-07")
    one.add_argument("--inlast", metavar="DATUM", help="när uppgifterna läses in (annars i dag)")
    one.add_argument("--prova", action="store_true", help="visa vad som skulle ändras, men skriv inget")
    one.add_argument(
        "--saknade", choices=("behall", "dra-in"), help="värden som filen omfattar men inte längre har: behåll eller dra in"
    )
    one.add_argument("--not", dest="anmarkning", metavar="TEXT", help="anmärkning som sparas med leveransen")
    one.add_argument("--aterkalla", metavar="LEVERANS", help="återkalla en leverans; kräver --skal")
    single = one.add_argument_group("en enstaka uppgift, rättad per telefon eller e-post")
    single.add_argument("--indikator", metavar="ID", help="indikatorns id i katalogen")
    single.add_argument("--matt", metavar="ID", help="måttet (annars indikatorns första)")
    single.add_argument("--ar", metavar="ÅR", help="året (annars inget)")
    single.add_argument("--plats", metavar="NAMN", help="platsen (annars länet)")
    single.add_argument("--varde", metavar="TAL", help="värdet i måttets enhet, till exempel 1124543000 eller 5,1")
    single.add_argument("--status", metavar="STATUS", help="definitiv (annars), preliminär, saknas, …")
    single.add_argument("--underlag", metavar="ANTAL", help="antalet enheter bakom värdet")
    single.add_argument("--period", metavar="TEXT", help="perioden, om den inte är indikatorns vanliga")
    single.add_argument("--avsandare", metavar="TEXT", help='vem som lämnade uppgiften och hur, till exempel "SCB, telefon"')
    one.add_argument("--skal", metavar="TEXT", help="varför uppgiften rättas eller leveransen återkallas")


def _changes(commands: "argparse._SubParsersAction[Parser]") -> None:
    one = _command(
        commands,
        "andringar",
        "Visa vad som skiljer mellan två datum, leveranser eller frysta utgåvor, och vad som är fel i texten.",
    )
    one.add_argument("fran", nargs="?", metavar="FRÅN", help="datum, leverans eller utgåva (annars före den senaste leveransen)")
    one.add_argument("till", nargs="?", metavar="TILL", help="datum, leverans eller utgåva (annars nu)")
    one.add_argument("--i", metavar="FIL", help="lista vad som ska rättas för hand i ett utkast som någon har ändrat i Word")
    one.add_argument("--ut", metavar="FIL", help="spara listan som Markdown i FIL")


def _compare(commands: "argparse._SubParsersAction[Parser]") -> None:
    text = "Jämför två utgåvor: en sida att läsa, en Word-fil med spårade ändringar och data för program."
    one = _command(commands, "jamfor", text)
    one.add_argument(
        "gammal", metavar="GAMMAL", help="en byggd .docx-fil, en fryst utgåva, en dag, en leverans eller en version i git"
    )
    one.add_argument("ny", nargs="?", metavar="NY", help="det den jämförs med (annars nu: källorna som de är)")
    one.add_argument("--ut", metavar="MAPP", help="spara de tre filerna i MAPP (annars i en mapp i output)")
    one.add_argument(
        "--sparade",
        metavar="SÄTT",
        type=spelled,
        choices=PENDING,
        default=PENDING[0],
        help="spårade ändringar som redan finns i en fil: läs dem som godkända (annars), som avvisade, eller vägra läsa filen "
        f"({', '.join(PENDING)})",
    )
    one.add_argument(
        "--forfattare",
        metavar="SLAG=NAMN",
        action="append",
        default=[],
        help="vem som står för ändringarna i Word-filen: data=NAMN, text=NAMN eller numrering=NAMN; kan anges flera gånger",
    )
    one.add_argument("--anda", action="store_true", help="jämför också två helt olika rapporter")


def spelled(word: str) -> str:
    """A choice as it is spelt with å, ä, ö, however the user spelt it."""
    folded_word = _plain(word.lower())
    return next((one for one in PENDING if _plain(one) == folded_word), word)


def _freeze(commands: "argparse._SubParsersAction[Parser]") -> None:
    one = _command(commands, "frys", "Spara rapporten som den är nu som en fryst utgåva, eller visa och pröva de frysta.")
    one.add_argument("namn", nargs="?", metavar="NAMN", help="utgåvans namn, till exempel namnden-2025")
    one.add_argument("--lista", action="store_true", help="visa de frysta utgåvorna")
    one.add_argument("--prova", action="store_true", help="pröva att utgåvan NAMN är oförändrad")


def _vocabulary(commands: "argparse._SubParsersAction[Parser]") -> None:
    one = _command(commands, "uttryck", "Visa allt som kan skrivas mellan {{ och }}, med exempel ur rapportens egna uppgifter.")
    one.add_argument("sok", nargs="?", metavar="ORD", help="visa bara det som innehåller ORD")


def _template(commands: "argparse._SubParsersAction[Parser]") -> None:
    one = _command(commands, "mall", "Visa vad en Word-mall saknar för att passa rapporten.")
    one.add_argument("fil", metavar="FIL", help="mallen (.docx eller .dotx)")
