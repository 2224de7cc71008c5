"""What came of it in one sentence, and what every number rests on."""

from visitation.outcomes.returns import MONTHS
from widgets.charts.figure import of_register
from widgets.outcomes.says import period, whole
from widgets.outcomes.state import OutcomesState
from widgets.text import count, full_date, translator


def sentence(state: OutcomesState) -> str:
    """How many started, how their own scores moved, and how many had support a year after."""
    _, lang = translator(state.session.lang), state.session.lang
    if not state.chosen:
        return _("Der er ingen forløb endnu. De begynder på visitationsmødet eller kommer med et udtræk på forsiden.")
    better, later = state.report.reliable.better, state.equal()
    said = _("Startede forløb: %(n)s.") % {"n": count(len(state.chosen), lang)}
    scored = _("Blandt dem, der er målt to gange, er trivslen steget sikkert for %(share)s.") % {"share": whole(better, lang)}
    after = _("Af dem, der er fulgt %(months)d måneder efter forløbet, havde %(share)s støtte.") % {
        "months": MONTHS[0],
        "share": whole(later, lang),
    }
    unscored, unfollowed = _("Ingen er målt to gange."), _("Ingen er fulgt i %(months)d måneder endnu.") % {"months": MONTHS[0]}
    return " ".join([said, scored if better.n else unscored, after if later.n else unfollowed])


def rests(state: OutcomesState, n: int) -> str:
    """What a chart is of: so many of the courses that started in the period that is shown."""
    _, lang = translator(state.session.lang), state.session.lang
    return of_register(_("n = %(n)s, startet %(period)s.") % {"n": count(n, lang), "period": period(state.period, lang)}, lang)


def made_of(state: OutcomesState) -> list[str]:
    """What every number on the screen rests on."""
    _, session, lang = translator(state.session.lang), state.session, state.session.lang
    head, few = session.model.head, state.thresholds.few
    told = {
        "n": count(len(state.courses), lang),
        "day": full_date(session.today, lang),
        "model": head.label.in_(lang),
        "version": head.version,
    }
    known = sum(one.supports is not None for one in state.started)
    support = {"known": count(known, lang), "n": count(len(state.started), lang)}
    return [
        _("Register: %(n)s forløb, set %(day)s. Model: %(model)s %(version)s.") % told,
        _("Om støtte ved registret besked for %(known)s af %(n)s startede; død og flytning kendes ikke og tæller som uden støtte.")
        % support,
        _("95 %%: Wilsons interval for andele, Students for gennemsnit. Under %(small)d vises antallet og ingen procent.")
        % {"small": few.small},
        _("ORS og SRS er licenserede: her står summer og de fire områders navne, ikke spørgsmålene."),
        _("Tallene viser, hvordan det gik, og ikke hvorfor: ingen er sammenlignet med borgere uden forløb."),
    ]
