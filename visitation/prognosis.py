"""What `forecast` and `backtest` say: plain dictionaries for JSON, and sentences with a small table for people."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, timedelta

from visitation.forecast.backtest import backtest, rows
from visitation.forecast.basis import Basis, basis, run, scaled
from visitation.forecast.saved import find_scenario
from visitation.forecast.scenario import with_set
from visitation.model import load, shipped
from visitation.register.cases import cases, register_today
from visitation.register.scenarios import Saved
from visitation.register.store import open_register, register_url

DAY, YEAR = timedelta(days=1), 52  # weeks
SHOWN = (1, 2, 5)  # years ahead that the table tells of
SEED = 1  # of the backtest: the same history gives the same answer
SERIES = {
    "enquiries": "henvendelser om ugen",
    "waiting": "venter",
    "courses": "forløb i gang",
    "s85": "støtte efter § 85",
    "cost_kr": "kr. om ugen",
}
STOCKS = {"waiting": "ventende", "courses": "forløb i gang", "s85": "støtte efter § 85"}
PRICES = {"course_kr": "et forløb", "s85_week_kr": "en uges støtte efter § 85"}


def forecast_report(
    scenario: str | None, settings: Iterable[str], model: str | None, register: str | None, on: date | None, calendar: date
) -> dict:
    """The forecast with the keys that `visitation forecast --json` prints.

    `scenario` is a file or a saved name; `settings` (key=value) are laid over it. The day is `on`, else the register's own, else the
    calendar's."""
    with _opened(model, register, on, calendar) as (known, saved):
        chosen = with_set(find_scenario(known, saved, scenario), settings)
        return run(known, chosen).data() | {
            **_about(known),
            "begins": known.begins.isoformat(),
            "replications": chosen.replications,
            "seed": chosen.seed,
            "scenario": chosen.data(),
            "scaled": scaled(known, chosen),
            "assumed": list(known.assumed),
        }


def backtest_report(model: str | None, register: str | None, on: date | None, calendar: date) -> dict:
    """The backtest of the inflow with the keys that `visitation backtest --json` prints; VisitationError when the history is too short."""
    with _opened(model, register, on, calendar) as (known, _):
        checks = backtest(known.weeks, SEED, known.stated)
        return _about(known) | {"seed": SEED, "models": [asdict(row) for row in rows(checks)]}


@contextmanager
def _opened(model: str | None, register: str | None, on: date | None, calendar: date) -> Iterator[tuple[Basis, dict[str, Saved]]]:
    """The basis of a municipality in the register, and its saved scenarios."""
    store = open_register(register_url(register))
    try:
        day = on or register_today(store) or calendar
        chosen = load(model or shipped()[0], day)
        yield basis(chosen, cases(store, chosen.head.id).values(), day), store.scenarios(chosen.head.id)
    finally:
        store.close()


def _about(known: Basis) -> dict:
    """What the numbers rest on."""
    weeks = known.weeks
    period = {"from": weeks.first.isoformat(), "to": (weeks.after - DAY).isoformat()} if weeks.counts else None
    return {
        "model": known.model.head.id,
        "version": known.model.head.version,
        "inflow": {"basis": known.inflow.basis, "weeks": len(weeks), "enquiries": sum(weeks.counts), "period": period},
    }


def forecast_text(result: dict) -> str:
    """The forecast in Danish sentences, with a table of what is ahead."""
    assumed, unpriced = (_list(names[key] for key in result[found]) for names, found in ((STOCKS, "assumed"), (PRICES, "unpriced")))
    return "\n".join([
        f"{result['model']} {result['version']}: prognose for {len(result['weeks'])} uger fra {result['begins']}, "
        f"{result['replications']} mulige fremtider.",
        _inflow(result),
        *([f"Registret har ingen {assumed} at begynde med; modellens tal er brugt."] if assumed else []),
        *_table(_ahead(result)),
        "Det midterste tal; i parentes det, fire af fem fremtider ligger inden for.",
        _wait(**result["wait_weeks"]),
        *([f"Uden kendt pris og ikke regnet med: {unpriced}."] if unpriced else []),
    ])  # fmt: skip


def _inflow(result: dict) -> str:
    """Where the enquiries to come are known from."""
    found = result["inflow"]
    if found["period"] is None:
        said = "Registret har ingen hele uger; henvendelserne følger modellens tal."
    else:
        counted = f"{found['enquiries']} på {found['weeks']} uger, {found['period']['from']} til {found['period']['to']}"
        own = found["basis"] == "historie"
        said = f"Henvendelserne følger registret: {counted}." if own else f"Henvendelserne følger modellens tal, rettet efter {counted}."
    return said + (" De er lagt om til scenariets tal." if result["scaled"] else "")


def _ahead(result: dict) -> list[list[str]]:
    """The table: a heading, then each series at the years ahead and at the end."""
    last = len(result["weeks"])
    ends = sorted({last, *(years * YEAR for years in SHOWN if years * YEAR <= last)})
    heading = ["", *(f"om {week} uger" if week % YEAR else f"om {week // YEAR} år" for week in ends)]
    shown = {name: label for name, label in SERIES.items() if name != "cost_kr" or result["unpriced"] != list(PRICES)}
    return [heading, *([label, *(_band(result[name], week - 1) for week in ends)] for name, label in shown.items())]


def _band(series: dict, week: int) -> str:
    p50, p10, p90 = (_number(series[name][week], 0) for name in ("p50", "p10", "p90"))
    return f"{p50} ({p10}-{p90})"


def _wait(mean: float | None, p90: float | None) -> str:
    if mean is None:
        return "Ingen begynder et forløb."
    return f"De, der begynder et forløb, har i gennemsnit ventet {_number(mean, 1)} uger, ni af ti højst {_number(p90, 0)}."


def backtest_text(result: dict) -> str:
    """The backtest in Danish sentences and a table."""
    model, inflow = result["models"][0], result["inflow"]
    heading = ["", "CRPS", "uger i båndet", "halvår i båndet", "for mange pr. uge", "prognoser"]
    return "\n".join([
        f"{result['model']} {result['version']}: efterprøvning på {inflow['enquiries']} henvendelser i {inflow['weeks']} uger, "
        f"{inflow['period']['from']} til {inflow['period']['to']}.",
        *_table([heading, *map(_row, result["models"])]),
        f"Af ugerne lå {_share(model['coverage80'])} i modellens 80 %-bånd. {_halves(model)}",
        "CRPS er afstanden mellem prognose og det, der skete, i henvendelser pr. uge: jo mindre, jo bedre.",
    ])  # fmt: skip


def _row(row: dict) -> list[str]:
    shares = [_share(row["coverage80"]), "-" if row["coverage80_sum26"] is None else _share(row["coverage80_sum26"])]
    return [row["name"], _number(row["crps"], 2), *shares, _number(row["bias"], 2), str(row["origins"])]


def _halves(model: dict) -> str:
    if not model["sums"]:
        return "Endnu er intet halvår gået, som kan tælles med."
    return f"Af {model['sums']} halvår, der griber ind over hinanden, lå {_share(model['coverage80_sum26'])} i båndet for deres sum."


def _table(lines: list[list[str]]) -> list[str]:
    """The lines with their columns under each other, the first to the left and the others to the right."""
    first, *others = (max(map(len, column)) for column in zip(*lines, strict=True))
    cells = ([line[0].ljust(first), *(cell.rjust(width) for cell, width in zip(line[1:], others, strict=True))] for line in lines)
    return ["  " + "  ".join(row) for row in cells]


def _share(share: float) -> str:
    return f"{_number(100 * share, 0)} %"


def _number(value: float, decimals: int) -> str:
    """As numbers are written in Danish: 1.234,5."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def _list(words: Iterable[str]) -> str:
    """The words as a sentence has them: a, b og c."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} og {last}" if first else last
