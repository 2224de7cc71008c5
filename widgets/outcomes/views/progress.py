"""The published progress and mixes beside what the register says of the same."""

from visitation.outcomes import beside
from visitation.outcomes.beside import Scored
from visitation.outcomes.published import PublishedMix
from visitation.screening.explain import source_text
from visitation.statistics.small import Share
from widgets.numbers import number
from widgets.outcomes.names import mix_part
from widgets.outcomes.says import counts, percent, short, sure, whole
from widgets.outcomes.state import OutcomesState
from widgets.text import count, translator


def progress(state: OutcomesState, found: Scored | None) -> dict | None:
    """The published progress, and which of the two definitions it can be."""
    _, lang = translator(state.session.lang), state.session.lang
    if found is None:
        return None
    told = {"percent": percent(found.told.percent, lang), "n": count(found.told.registrations, lang)}
    said = _("Offentliggjort: %(percent)s fremskridt i %(n)s afsluttede registreringer.") % told
    return {
        "text": f"{said} {_own(found, lang)}",
        "reason": found.told.reason.in_(lang),
        "source": source_text(state.session.model, found.told.source),
    }


def _own(found: Scored, lang: str) -> str:
    _ = translator(lang)
    report = found.register
    if report is None or report.ors.percent_of_means is None:
        return _("Registret har for få målinger af de samme forløb.")
    told = {"measured": whole(report.coverage, lang), "mean": percent(report.ors.mean_of_percents.mean, lang)}
    told["means"] = percent(report.ors.percent_of_means, lang)
    said = _(
        "Registret: %(measured)s af de gennemførte er målt to gange; gennemsnit af procenter %(mean)s, procent af gennemsnit %(means)s."
    )
    which = {
        "mean_of_percents": _("Tallet er gennemsnittet af procenter."),
        "percent_of_means": _("Tallet er procenten af gennemsnit."),
        None: _("Ingen af de to giver det offentliggjorte."),
    }
    return f"{said % told} {which[found.definition]}"


def mixed(state: OutcomesState, told: PublishedMix) -> dict:
    """A published mix beside the register's."""
    _, lang = translator(state.session.lang), state.session.lang
    rows = [
        [mix_part(told.of, part, state.session), f"{number(given, lang)} %", _share(share, lang)]
        for part, given, share in beside.mixed(told, state.cases, state.courses)
    ]
    return {
        "label": told.label.in_(lang),
        "rows": rows,
        "reason": told.reason.in_(lang),
        "source": source_text(state.session.model, told.source),
    }


def _share(share: Share | None, lang: str) -> str:
    if share is None:
        return translator(lang)("ingen data")
    return f"{short(share, lang)}" + (f" ({counts(share, lang)}; {sure(share.interval, lang)})" if share.percent is not None else "")
