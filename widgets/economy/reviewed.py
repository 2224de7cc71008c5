"""What the review of the citizens has measured so far, as one more reading of the business case beside the document's."""

from visitation.economy.schema import Alternative, Changes
from visitation.language import LANGUAGES
from visitation.model import Text
from visitation.overlap.fold import Progress
from visitation.overlap.grants import support_week_kr
from visitation.overlap.read import read_overlap
from visitation.overlap.review import read_review
from visitation.overlap.reviewed import Known, Reviewed, Twice, reviewed
from visitation.statistics.intervals import Interval
from widgets.economy.says import HUNDRED, percent
from widgets.numbers import between, number
from widgets.session import Session
from widgets.text import translator

PLACES = 3  # of a share: so many of a thousand
ANSWERS = "besparelsens_grundlag"  # the caveat that the reading belongs to


def reading(session: Session) -> tuple[Alternative, ...]:
    """The reading, or none while nobody has been reviewed."""
    data = read_overlap(session.model)
    if not data.types:
        return ()
    price = support_week_kr(session.model, session.today)
    found = reviewed(data, session.register, read_review(session.register, session.model.head.id), session.today, price)
    return (_reading(found, found.known),) if found.known else ()


def _reading(found: Reviewed, known: Known) -> Alternative:
    covered = round(known.share, PLACES)
    saving = {"saving_share": round(found.twice.share, PLACES)} if found.twice else {}
    return Alternative(
        id="gennemgangen",
        label=_both_languages(_label, found.progress),
        set=Changes(covered_am=covered, covered_hp=covered, **saving),
        kind="antagelse",
        source=(),
        reason=_both_languages(_reason, known, found.twice),
        notes=(ANSWERS,),
    )


def _both_languages(say, *told) -> Text:
    return Text(**{lang: say(*told, lang) for lang in LANGUAGES})


def _label(progress: Progress, lang: str) -> str:
    told = {"done": number(progress.done, lang), "total": number(progress.total, lang)}
    return translator(lang)("Målt i gennemgangen: %(done)s af %(total)s borgere er bedømt") % told


def _reason(known: Known, twice: Twice | None, lang: str) -> str:
    return f"{_known(known, lang)} {_twice(twice, lang) if twice else _no_services(lang)}"


def _known(known: Known, lang: str) -> str:
    said = translator(lang)(
        "I stedet for de antagne ca. 160: begge centre kender %(k)s af %(n)s bedømte, %(share)s (%(ends)s %%)."
        " Det svarer til %(of)s af 1.000, hver regnet lige dyr."
    )
    told = {"k": known.k, "n": known.n, "of": round(1000 * known.share)}
    return said % (told | {"share": percent(HUNDRED * known.share, lang), "ends": _ends(known.interval, lang)})


def _twice(twice: Twice, lang: str) -> str:
    _ = translator(lang)
    said = _(
        "I stedet for de antagne 10 %%: mentor og § 85 på samme tid, %(share)s%(ends)s af det bevilgede"
        " (n = %(n)s borgere, %(first)s til %(last)s)."
    )
    ends = f" ({_ends(twice.interval, lang)} %)" if twice.interval else ""
    days = {"first": f"{twice.first:%d-%m-%Y}", "last": f"{twice.last:%d-%m-%Y}"}
    counted = _("Målt i kroner.") if twice.in_kroner else _("Målt i uger, da der ikke er nogen pris på § 85.")
    return f"{said % ({'share': percent(HUNDRED * twice.share, lang), 'ends': ends, 'n': twice.n} | days)} {counted}"


def _no_services(lang: str) -> str:
    return translator(lang)("De antagne 10 % er ikke målt: ingen af dem har mentor eller § 85 i registret.")


def _ends(interval: Interval, lang: str) -> str:
    return between(HUNDRED * interval.low, HUNDRED * interval.high, lang, 1)
