"""What the report of the outcomes answers, how it is counted, and what the sources leave open."""

from widgets.report.development.study import Study
from widgets.report.names import days
from widgets.report.piece import Piece, facts, listed, paragraph
from widgets.report.said import sample
from widgets.report.told import number
from widgets.text import full_date

ASKED = "Hvor mange kom tilbage i støtte, hvordan vurderer borgerne selv deres trivsel, og er kommunens egne succeskriterier nået?"
HOW = (
    "En årgang er de forløb, der startede i et år. Startet og gennemført er to hændelser og lægges aldrig sammen.",
    "På én dag er de senest startede fulgt kortest. Ved lige lang opfølgning ses alle samme tid efter, at hjælpen sluttede.",
    "Dødsfald og fraflytning er ukendt og tæller som uden støtte.",
    "Trivsel (ORS) og samarbejde (SRS) er borgernes egne vurderinger; de, der ikke blev målt to gange, kan have haft det anderledes.",
    "95 %-intervallet siger, hvor meget tilfældigheder kan flytte tallet (Wilson for andele, Student for gennemsnit).",
    "Er der færre end fem, står antallet alene.",
    "Rapporten viser en udvikling og ikke, hvad den kommer af: der er ingen, der er fulgt uden forløb, at holde den op mod.",
)


def question(study: Study) -> Piece:
    """The question, the municipality, the period, and what is counted."""
    session, head = study.session, study.session.model.head
    support = study.read.support
    rows = [
        ("Kommune", head.label.da),
        ("Model", f"{head.version}, fingeraftryk {session.model.sha256[:12]}"),
        ("Startet", f"{days((study.first, study.last))}, {number(len(study.started))} forløb"),
        ("Opgjort pr.", full_date(session.today, "da")),
        ("Støtte er", f"{', '.join(support.sections)}. {support.reason.da}"),
        ("Sikker ændring", f"{number(study.thresholds.reliable, 1)} point af 40"),
        ("Skæringspunkt", f"{number(study.thresholds.cutoff, 1)} point af 40"),
        ("Kilde", "registret; de offentliggjorte tal er kommunens egne"),
    ]
    return sample(session) + paragraph(ASKED) + facts("Opgørelsen", rows)


def caveats(study: Study) -> Piece:
    """What the documents disagree on or leave open about the published numbers."""
    told = study.read.published
    counted = [*told.started, *(one for one in (told.completed, told.inflow) if one)]
    named = {name for one in counted for name in one.contradictions}
    found = [f"{one.id}. {one.label.da}: {one.found.da} {one.text.da}" for one in study.session.model.contradictions.contradictions]
    touched = [said for said in found if said.partition(".")[0] in named]
    if not touched:
        return paragraph("Kommunen har ikke offentliggjort tal, som kilderne er uenige om.")
    return paragraph("Hvor kilderne ikke stemmer overens:") + listed(touched)


def method(study: Study) -> Piece:
    """How it is counted, and what gives the same again."""
    head = study.session.model.head
    again = (
        f"De samme tal fås igen med kommune {head.id} {head.version}, startet {days((study.first, study.last))}, "
        f"pr. {full_date(study.session.today, 'da')}."
    )
    return listed(HOW) + paragraph(again, "note")
