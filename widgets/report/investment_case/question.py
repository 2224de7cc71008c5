"""What the report of a business case answers, by which numbers, and what it leaves out."""

from widgets.report.investment_case.study import Study
from widgets.report.money import kr, share
from widgets.report.piece import Cell, Piece, listed, paragraph, table
from widgets.report.said import documents
from widgets.report.told import number

ASKED = "Hvad koster det, hvad skal det spare, hvor meget skal der til, før det går lige op, og hvad er der ikke regnet på?"
ESTIMATE = "Besparelsen er dokumentets forventning. Ingen har målt den, og ingen anden gruppe er fulgt at holde den op mod."
HOW = (
    "Et års netto er det korrigerede budget og investeringen, fraregnet det oprindelige budget; minus er sparet.",
    "Besparelsen er en andel af den del af budgettet, den regnes af, og kommer efterhånden, når der er en indfasning.",
    "Går lige op er den andel, der skal spares, for at årene tilsammen betaler investeringen, også med rente.",
    "Alt er i faste priser: hverken løn eller priser stiger. Nutidsværdien er regnet tilbage til prisernes år.",
    "Der er intet 95 %-interval, for tallene er ikke målt; hvor meget de kan flytte sig, viser de andre læsninger og tabellen over dem.",
)


def question(study: Study) -> Piece:
    """The question, and the case's numbers with where they come from; what the report has otherwise stands beside them."""
    head, data = study.model.head, study.data
    rows = [
        ("Kommune", head.label.da, "", f"model {head.version}, fingeraftryk {study.model.sha256[:12]}"),
        ("Casen", data.label.da, "", ""),
        ("Periode", f"{study.base.first_year}–{study.base.last_year}", "", f"{study.base.price_year}-priser. {data.years.reason.da}"),
        ("Borgere", number(data.citizens.count), "", f"ca.; {documents(study.model, data.citizens)}. {data.citizens.reason.da}"),
        *_numbers(study),
    ]
    columns = ["", "dokumentet", "rapporten", "hvorfra"]
    return paragraph(ASKED) + table("Det, der regnes på", columns, rows, study.ground, wide=True) + paragraph(ESTIMATE, "note")


def left_out(study: Study) -> Piece:
    """What the document names without an amount, and what it leaves open."""
    named = [f"{one.label.da}: {one.reason.da} ({documents(study.model, one)})" for one in study.data.not_costed]
    used = {note for row in (*study.data.printed, study.data.saving, *study.data.investments) for note in row.notes}
    spent = study.economy.spending
    other = [one.id for one in study.economy.caveats if not (spent and one.id in (*spent.before.notes, *spent.after.notes))]
    found = study.caveats([*sorted(used), *other])
    open_ = [f"{one.label.da}: {one.found.da} {one.text.da}" for one in found]
    first = paragraph("Nævnt i dokumentet uden beløb:") + listed(named) if named else paragraph("Dokumentet nævner intet uden beløb.")
    return first + (paragraph("Det, dokumentet ikke afgør:") + listed(open_) if open_ else Piece("", ""))


def method(study: Study) -> Piece:
    """How it is reckoned, and what gives the same again."""
    head = study.model.head
    again = f"De samme tal fås igen med kommune {head.id} {head.version} og rapportens parametre."
    return listed(HOW) + paragraph(again, "note")


def _numbers(study: Study) -> list[tuple[Cell, ...]]:
    base, chosen, data = study.base, study.chosen, study.data
    shown = {
        "Budget i AM": (kr(base.budget_am), kr(chosen.budget_am), data.am),
        "Budget i HP": (kr(base.budget_hp), kr(chosen.budget_hp), data.hp),
        "Besparelse": (share(base.saving_share), share(chosen.saving_share), data.saving),
        "Indfasning": (_steps(base.phase_in), _steps(chosen.phase_in), None),
        "Investering": (_years(base.investment), _years(chosen.investment), data.investments[0]),
        "Rente": (share(base.discount_rate), share(chosen.discount_rate), None),
    }
    return [
        (
            label,
            told,
            own if own != told else "",
            f"{documents(study.model, part)}. {part.reason.da}" if part else "dokumentet nævner ingen",
        )
        for label, (told, own, part) in shown.items()
    ]


def _steps(shares: tuple[float, ...]) -> str:
    return ", ".join(map(share, shares))


def _years(investment: dict[str, int]) -> str:
    return "; ".join(f"{year}: {kr(amount)}" for year, amount in investment.items()) or "ingen"
