"""What a report answers and on what ground: the municipality, the day, the scenario and its changes, and the register behind it."""

from datetime import timedelta

from visitation.forecast.basis import STOCKS, scaled
from visitation.forecast.scenario import Scenario
from widgets.report.names import amount, and_list, days, label, span
from widgets.report.piece import Ground, Piece, facts, listed, paragraph, table
from widgets.report.said import sample
from widgets.report.study import Study
from widgets.report.told import number
from widgets.text import full_date

ASKED = (
    "Hvor mange henvender sig, venter, er i forløb og får støtte efter § 85 i de kommende år, hvad koster det, og hvor sikkert er det? "
    "Prognosen handler om antal og aldrig om en bestemt borger."
)


def question(study: Study) -> Piece:
    """The question, what the forecast begins with, and what the scenario changes."""
    return sample(study.session) + paragraph(ASKED) + _facts(study) + listed(_grounds(study)) + _changes(study)


def _facts(study: Study) -> Piece:
    known, chosen = study.known, study.chosen
    head = known.model.head
    rows = [
        ("Kommune", head.label.da),
        ("Model", f"{head.version}, fingeraftryk {known.model.sha256[:12]}"),
        ("Opgjort pr.", full_date(known.today, "da")),
        ("Prognosens uger", f"{chosen.horizon_weeks}, {days((known.begins, study.ends))}"),
        ("Scenarie", study.name),
        ("Mulige fremtider", f"{number(chosen.replications)}, trukket med frø {chosen.seed}"),
    ]
    return facts("Prognosen", rows)


def _grounds(study: Study) -> list[str]:
    """Where enquiries and stocks are known from, with n and period."""
    known = study.known
    stocks = {"waiting": "ventende", "courses": "forløb i gang", "s85": "støtte efter § 85"}
    said = [_inflow(study)]
    if counted := [f"{number(getattr(known.scenario.initial, key))} {stocks[key]}" for key in STOCKS if key not in known.assumed]:
        said.append(f"Registret kender {and_list(counted)} pr. {full_date(known.today, 'da')}.")
    if known.assumed:
        said.append(f"Registret har ingen {and_list([stocks[key] for key in known.assumed])}; modellens ligevægt er brugt i stedet.")
    return said


def _inflow(study: Study) -> str:
    known = study.known
    weeks = known.weeks
    if not weeks.counts:
        return "Registret har ingen hele uger med henvendelser; de følger modellens tal."
    period = days((weeks.first, weeks.after - timedelta(days=1)))
    counted = f"{number(sum(weeks.counts))} henvendelser på {len(weeks)} hele uger, {period}"
    said = f"Henvendelserne følger registrets historik: {counted}."
    if known.inflow.basis != "historie":
        said = f"Historikken er for kort til at stå alene: modellens tal, rettet efter {counted}."
    return said + (" Scenariet ændrer dem; deres udsving er registrets." if scaled(known, study.chosen) else "")


def _changes(study: Study) -> Piece:
    """The numbers that the scenario has otherwise than the register and the model."""
    if not study.changed:
        return paragraph("Scenariet ændrer intet: tallene er registrets, ellers modellens.")
    rows = [(label(key), *_said(study.base, key), *_said(study.chosen, key)) for key in study.changed]
    ground = Ground(f"{len(rows)} ændringer", days((study.known.begins, study.ends)), f"scenariet {study.name}")
    return table(f"Scenariet {study.name} ændrer", ["", "Grundlag", "80 % usikkerhed", "scenariet", "80 % usikkerhed"], rows, ground)


def _said(scenario: Scenario, key: str) -> tuple[str, str]:
    """A key's value and its range in a scenario."""
    name, _, inner = key.partition(".")
    value = getattr(getattr(scenario, name), inner) if inner else getattr(scenario, name)
    return amount(key, value), span(key, *scenario.uncertainty.get(key, (None, None)))
