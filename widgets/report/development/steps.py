"""How far the courses got: each step of those on the step before."""

from visitation.outcomes.funnel import Step
from widgets.report import said
from widgets.report.development.study import Study
from widgets.report.piece import Piece, paragraph, table
from widgets.report.told import number

STEPS = {
    "started": "startet, af de henviste",
    "completed": "gennemført, af de startede",
    "wanted_more": "ønsker mere støtte, af de gennemførte",
    "applied": "søgt efter § 85, af dem, der ønsker mere",
    "in_target_group": "fik støtte efter § 85, af dem, hvis ansøgning er afgjort",
}


def steps(study: Study) -> Piece:
    """The steps, with their own n and how many are not settled."""
    rows = [(label, *_cells(getattr(study.funnel, name))) for name, label in STEPS.items()]
    told = paragraph(f"{number(study.funnel.referred)} blev henvist i perioden. Et trin tæller dem, for hvem det er afgjort.")
    ground = study.ground(study.funnel.referred, "henviste")
    counted = table("Fra henvist til støtte", ["", *said.SHARE, "ikke afgjort endnu"], rows, ground)
    note = "Ingen data: hændelsen står ikke i forløbet, registret ved det ikke, eller ingen er nået så langt."
    return told + counted + paragraph(note, "note")


def _cells(step: Step) -> tuple[str, ...]:
    return *said.share_cells(step.share), number(step.open)
