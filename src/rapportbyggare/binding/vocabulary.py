"""Every name, function and filter an author can use, each with an example evaluated on the report's own data."""

from typing import NamedTuple

from rapportbyggare.binding.arithmetic import called
from rapportbyggare.binding.derived_words import measure_words, newest_derived
from rapportbyggare.binding.evaluate import ALL_FUNCTIONS, evaluate
from rapportbyggare.binding.filters import FILTERS
from rapportbyggare.binding.printing import printed
from rapportbyggare.binding.scope import Scope, scope_of
from rapportbyggare.binding.things import Fault, Items, Thing
from rapportbyggare.core.dataset import Catalogue, Dataset, Indicator
from rapportbyggare.core.figure import FactKey, Status, Unit
from rapportbyggare.core.manifest import Manifest
from rapportbyggare.typography.words import join_words

UNITS = (Unit.COUNT, Unit.PIECES, Unit.PERCENT, Unit.KRONOR, Unit.POINTS, Unit.INDEX)
NAMES = {
    "ar": ("rapportåret", "ar - 1"),
    "kommuner": ("länets kommuner i bokstavsordning", "kommuner | uppraknat"),
    "lan": ("länets namn", "lan | genitiv"),
    "rapport": ("fälten i report/rapport.toml: titel, organisation, namnd, plan, planperiod, kontakt …", "rapport.planperiod"),
}
FUNCTIONS = {
    "andel": (
        "andel(del, hel)",
        "del i procent av hel (forbehall=true och over_brott=true: som för skillnad)",
        "andel({part}, {fact}) | decimaler(0)",
    ),
    "skillnad": (
        "skillnad(ny, gammal)",
        "ny minus gammal; procent minus procent ger procentenheter (forbehall=true: med förbehåll i en not; "
        "over_brott=true: också över ett brott i serien, med dess not)",
        "skillnad({fact}, {fact_before})",
    ),
    "forandring": (
        "forandring(ny, gammal)",
        "förändringen i procent (forbehall=true och over_brott=true: som för skillnad)",
        "forandring({fact}, {fact_before})",
    ),
    "summa": ("summa(a, b, …) eller summa(lista)", "summan av uppgifter med samma enhet", "summa({part}, {other})"),
    "riktning": (
        "riktning(ny, gammal, upp, ned, lika)",
        "”ökade”, ”minskade” eller ”var oförändrat”, eller de egna orden (forbehall=true och over_brott=true: som för skillnad)",
        "riktning({fact}, {fact_before}, 'fler', 'färre', 'lika många')",
    ),
    "finns": ("finns(uppgift)", "om uppgiften har ett värde", "'ja' if finns({fact}) else 'nej'"),
    "preliminar": ("preliminar(uppgift)", "om uppgiften är preliminär", "'ja' if preliminar({fact}) else 'nej'"),
    "underlag": ("underlag(uppgift)", "antalet företag, projekt … bakom uppgiften", "underlag({based})"),
    "period": ("period(uppgift)", "perioden uppgiften gäller", "period({fact})"),
    "uttag": ("uttag(uppgift)", "när källan lästes", "uttag({fact})"),
    "kalla": ("kalla(uppgift)", "källans namn", "kalla({fact})"),
    "tryckt": (
        "tryckt(uppgift)",
        "uppgiften så som den senast beslutade utgåvan skrev den",
        "'ja' if finns(tryckt({fact})) else 'nej'",
    ),
    "aren": ("aren(fran, till)", "en lista av år", "antal_i(aren(ar - 2, ar))"),
    "antal_i": ("antal_i(lista)", "hur många listan har", "antal_i(kommuner) | ord"),
    "storst": (
        "storst(indikator, ar, nr, matt)",
        "kommunen med det största värdet (nr=2: det näst största)",
        "storst({local}, {year})",
    ),
    "minst": ("minst(indikator, ar, nr, matt)", "kommunen med det minsta värdet", "minst({local}, {year})"),
    "rang": ("rang(indikator, ar, plats, matt)", "kommunens plats i storleksordning", "rang({local}, {year}, {area}) | rangord"),
    "okade": ("okade(indikator, ny, gammal, matt)", "kommunerna där värdet ökade", "antal_i(okade({local}, {year}, {year} - 1))"),
    "minskade": (
        "minskade(indikator, ny, gammal, matt)",
        "kommunerna där värdet minskade",
        "antal_i(minskade({local}, {year}, {year} - 1))",
    ),
    "oforandrade": (
        "oforandrade(indikator, ny, gammal, matt)",
        "kommunerna där värdet var oförändrat",
        "antal_i(oforandrade({local}, {year}, {year} - 1))",
    ),
}
FILTER_WORDS = {
    "ord": ("noll till tolv med bokstäver", "antal_i(kommuner) | ord"),
    "decimaler": ("antalet decimaler", "forandring({fact}, {fact_before}) | decimaler(0)"),
    "utan_enhet": ("utan enhet", "{money} | utan_enhet"),
    "enhet": ("med en annan enhetstext", "{money} | enhet('kronor')"),
    "tkr": ("i tusental kronor; tkr(1) ger en decimal", "{money} | tkr"),
    "mnkr": ("i miljoner kronor; mnkr(1) ger en decimal", "{money} | mnkr(1)"),
    "mdkr": ("i miljarder kronor; mdkr(2) ger två decimaler", "{money} | mdkr(2)"),
    "belopp": ("utan tecken", "skillnad({fact}, {fact_before}) | belopp"),
    "tecken": ("alltid med tecken", "skillnad({fact}, {fact_before}) | tecken"),
    "stor": ("med stor bokstav först", "'ökade' | stor"),
    "genitiv": ("i genitiv", "lan | genitiv"),
    "uppraknat": ("en lista i löpande text", "kommuner | uppraknat"),
    "rangord": ("en placering i ord", "rang({local}, {year}, {area}) | rangord('minst')"),
    "datum": ("ett datum i löpande text", "'2025-10-14' | datum"),
    "galler": (
        "ord som är sanna bara när ett villkor gäller; annars säger bygget till, med värdena",
        "'ett antal' | galler({fact} >= 0)",
    ),
    "utan_not": ("utan den not som en preliminär uppgift annars får", "{fact} | utan_not"),
}


class Entry(NamedTuple):
    """One thing an author can write: `group`, its `usage`, what it means, an example and what the example prints."""

    group: str
    usage: str
    meaning: str
    example: str
    result: str


def reserved_names() -> frozenset[str]:
    """Names an indicator may not have: those of the language."""
    words = ("rad", "kol", "serie", "kategori", "and", "or", "not", "in", "is", "if", "else", "true", "false", "none", "loop")
    return frozenset((*NAMES, *ALL_FUNCTIONS, *FILTERS, *words))


def vocabulary(dataset: Dataset, manifest: Manifest, thousands: str) -> tuple[Entry, ...]:
    """All entries, the report's own indicators first, each example evaluated."""
    scope = scope_of(dataset, manifest, thousands)
    blanks = _blanks(dataset)
    entries = [_indicator(indicator, scope) for indicator in dataset.catalogue.indicators.values()]
    entries += [_entry("namn", name, meaning, example, scope, blanks) for name, (meaning, example) in NAMES.items()]
    entries += [_entry("funktion", usage, meaning, example, scope, blanks) for usage, meaning, example in FUNCTIONS.values()]
    entries += [
        _entry("filter", f"| {name}", meaning, example, scope, blanks) for name, (meaning, example) in FILTER_WORDS.items()
    ]
    return tuple(entries)


def _entry(group: str, usage: str, meaning: str, example: str, scope: Scope, blanks: dict[str, str]) -> Entry:
    try:
        filled = example.format(**blanks)
    except KeyError:
        return Entry(group, usage, meaning, "", "(ingen uppgift i datamängden passar som exempel)")
    return Entry(group, usage, meaning, f"{{{{ {filled} }}}}", _result(filled, scope))


def _result(source: str, scope: Scope) -> str:
    try:
        return _shown(evaluate(source, scope), scope)
    except Fault as fault:
        return f"({fault.message})"


def _shown(thing: Thing, scope: Scope) -> str:
    if isinstance(thing, Items):
        return join_words([printed(member, scope).text for member in thing.members])
    return printed(thing, scope).text


def _indicator(indicator: Indicator, scope: Scope) -> Entry:
    found = [key for key, one in scope.dataset.observations.items() if key.indicator == indicator.name and one.status.has_amount]
    newest = max(found, key=lambda key: (key.year, key.area == scope.dataset.catalogue.county), default=None)
    newest = newest or newest_derived(indicator, scope)
    measures = "; ".join(map(measure_words, indicator.measures))
    measures = measures if any(measure.derived for measure in indicator.measures) else measures.replace("; ", ", ")
    usage = f"{indicator.name}({'' if indicator.timeless else 'ar, '}plats, matt)"
    meaning = f"{indicator.label} (mått: {measures})"
    if newest is None:
        return Entry("indikator", usage, meaning, "", "(inget värde i datamängden)")
    example = called(scope.dataset.catalogue, newest)
    return Entry("indikator", usage, meaning, f"{{{{ {example} }}}}", _result(example, scope))


def _blanks(dataset: Dataset) -> dict[str, str]:
    """Facts that serve as examples, where the dataset has them: counts before money and shares, the newest first."""
    catalogue = dataset.catalogue
    facts = {key: one for key, one in dataset.observations.items() if one.amount is not None and key.year}
    blanks: dict[str, str] = {}
    for key in sorted(facts, key=lambda key: (UNITS.index(_unit(catalogue, key)), -key.year, key)):
        if facts[key].base is not None:
            blanks.setdefault("based", called(catalogue, key))
        if _earlier(key) in facts and not any(one.year == key.year for one in catalogue.indicators[key.indicator].breaks):
            _add_pair(catalogue, key, blanks)
    money = [key for key in facts if _unit(catalogue, key) is Unit.KRONOR and facts[key].status is Status.DEFINITIVE]
    if money:
        blanks["money"] = called(catalogue, max(money, key=lambda key: (facts[key].amount or 0, key)))
    return blanks


def _add_pair(catalogue: Catalogue, key: FactKey, blanks: dict[str, str]) -> None:
    """Examples that need the year before as well."""
    call, before = called(catalogue, key), called(catalogue, _earlier(key))
    if key.area == catalogue.county and _unit(catalogue, key) is not Unit.PERCENT and "fact" not in blanks:
        blanks |= {"fact": call, "fact_before": before}
    if key.area in catalogue.municipalities and "local" not in blanks:
        other = next((area for area in catalogue.municipalities if area != key.area), key.area)
        blanks |= {"local": key.indicator, "year": str(key.year), "area": f"'{key.area}'", "part": call}
        blanks["other"] = called(catalogue, FactKey(key.indicator, key.measure, key.year, other))


def _earlier(key: FactKey) -> FactKey:
    return FactKey(key.indicator, key.measure, key.year - 1, key.area)


def _unit(catalogue: Catalogue, key: FactKey) -> Unit:
    return next(m.unit for m in catalogue.indicators[key.indicator].measures if m.name == key.measure)
