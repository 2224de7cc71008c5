"""What a monthly report answers, and how its numbers are counted."""

from widgets.report.monthly.study import Study
from widgets.report.names import days
from widgets.report.piece import Piece, facts, listed, paragraph
from widgets.report.said import sample
from widgets.report.told import number
from widgets.text import full_date

ASKED = "Hvem henvendte sig, hvem ventede, blev fristerne holdt, hvad blev besluttet, og hvordan gik det i de forløb, der sluttede?"
HOW = (
    "En henvendelse tælles på dagen, den blev modtaget, en beslutning på mødets dag, og et forløb på dagen, det begyndte eller sluttede.",
    "Alt er talt, som registret kender det på opgørelsens dag; det, der bliver registreret senere, ændrer måneden, når den køres igen.",
    "En frist er holdt, når det lovede skete senest på dagen. Var forløbet slut før fristen, er den bortfaldet og tælles ikke.",
    "Begynder en frist forfra, tælles den seneste.",
    "Er der færre end fem, står antallet alene: ingen procent, intet gennemsnit og ingen ventetid.",
    "95 %-intervallet siger, hvor meget tilfældigheder kan flytte tallet (Wilson for andele, Student for gennemsnit).",
    "Rapporten siger, hvordan det gik, og ikke hvorfor; der er ingen at sammenligne med.",
)


def question(study: Study) -> Piece:
    """The question, the municipality, the month, and until when it is counted."""
    session, head = study.session, study.session.model.head
    rows = [
        ("Kommune", head.label.da),
        ("Model", f"{head.version}, fingeraftryk {session.model.sha256[:12]}"),
        ("Periode", days((study.month.first, study.seen))),
        ("Opgjort pr.", full_date(session.today, "da")),
        ("Kilde", f"registret, {number(len(study.cases))} sager"),
    ]
    running = paragraph("Måneden er ikke slut; tallene er til og med opgørelsens dag.", "warning") if study.runs else Piece("", "")
    return sample(session) + running + paragraph(ASKED) + facts("Måneden", rows)


def method(study: Study) -> Piece:
    """How it is counted, and what gives the same again."""
    head = study.session.model.head
    again = f"De samme tal fås igen med kommune {head.id} {head.version}, måned {study.month}, pr. {full_date(study.session.today, 'da')}."
    return listed(HOW) + paragraph(again, "note")
