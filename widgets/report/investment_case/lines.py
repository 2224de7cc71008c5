"""The document's own table line by line, as printed and as reckoned; the case's years; and what each centre saves."""

from visitation.economy.budget import unit_cost
from visitation.economy.outcome import Centre, Outcome
from visitation.economy.schema import Amount, Printed
from widgets.report.investment_case.study import Study
from widgets.report.money import kr, mio
from widgets.report.piece import Piece, paragraph, table
from widgets.report.told import number

ROWS = {
    "original": "oprindeligt budget",
    "corrected": "korrigeret budget",
    "investment": "investering",
    "net": "netto (minus er sparet)",
    "cumulative": "netto, lagt sammen",
}


def lines(study: Study) -> Piece:
    """The printed table beside what its numbers come to, and the report's own years where they are others."""
    years = [str(year) for year in study.base.years]
    rows = [row for printed in study.data.printed for row in _printed(study, printed)]
    off = [printed.label.da for printed in study.data.printed if not _same(study, printed)]
    told = "Alle tal kommer ud som trykt." if not off else f"Disse linjer kommer ikke ud som trykt: {', '.join(off)}."
    counted = table("Dokumentets tabel, mio. kr.", ["", "", *years], rows, study.ground)
    return paragraph(told) + counted + table("Årene i casen, mio. kr.", ["", *years], _years(study.outcome), study.ground)


def centres(study: Study) -> Piece:
    """What each centre saves in a year of full saving, and what the document prints of it."""
    data, found = study.data, study.outcome
    rows = [_centre(one.label.da, centre) for one, centre in ((data.am, found.am), (data.hp, found.hp))]
    total = [sum(getattr(centre, key) for centre in (found.am, found.hp)) for key in ("budget", "base", "saving", "rest")]
    rows.append(("i alt", *map(kr, total)))
    counted = table("Et år med fuld besparelse", ["", "budget", "heraf regnet på", "besparelse", "tilbage"], rows, study.ground)
    printed = table("Trykt i dokumentet", ["", "trykt", "regnet"], [_published(study, one) for one in data.published], study.ground)
    each = kr(unit_cost(data.am, data.citizens))
    citizens, both = (f"ca. {number(one.count)}" for one in (data.citizens, data.both))
    return (
        counted + printed + paragraph(f"AM's budget svarer til {each} for hver af {citizens} borgere; besparelsen er begrundet med {both}.")
    )


def _printed(study: Study, printed: Printed) -> list[tuple[str, ...]]:
    reckoned = (getattr(year, printed.row) for year in study.document.years)
    return [(printed.label.da, "trykt", *map(mio, printed.kr)), ("", "regnet", *map(mio, reckoned))]


def _same(study: Study, printed: Printed) -> bool:
    return all(getattr(year, printed.row) == told for year, told in zip(study.document.years, printed.kr, strict=True))


def _years(found: Outcome) -> list[tuple[str, ...]]:
    return [(label, *(mio(getattr(year, row)) for year in found.years)) for row, label in ROWS.items()]


def _centre(label: str, centre: Centre) -> tuple[str, ...]:
    return label, kr(centre.budget), kr(centre.base), kr(centre.saving), kr(centre.rest)


def _published(study: Study, one: Amount) -> tuple[str, ...]:
    found = study.document
    reckoned = {"besparelse_am": found.am.saving, "besparelse_hp": found.hp.saving, "rest_hp": found.hp.rest}.get(one.id)
    return one.label.da, kr(one.kr, one.about), "–" if reckoned is None else kr(reckoned)
