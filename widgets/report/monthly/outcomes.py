"""The courses that began and ended in the month, and what those had scored whose help ended in it."""

from visitation.outcomes.month import Courses
from visitation.outcomes.scores import STANDARD
from widgets.report import said
from widgets.report.monthly.study import Study
from widgets.report.piece import Piece, paragraph, table
from widgets.report.told import number


def outcomes(study: Study) -> Piece:
    """Courses as counts, and scores with their coverage."""
    found = study.courses
    if found is None:
        return paragraph("Registret har ingen forløb, der følges.")
    rows = [
        ("begyndt", number(len(found.waited))),
        ("gennemført", number(found.completed)),
        ("stoppet, før de var gennemført", number(found.stopped)),
        ("i gang, da måneden sluttede", number(found.running)),
    ]
    note = paragraph("Begyndt og gennemført er to hændelser for forskellige borgere; det ene er ikke en andel af det andet.", "note")
    ground = study.ground(found.running + found.completed + found.stopped, "forløb")
    return table("Forløb i måneden", ["", "antal"], rows, ground) + note + _scores(study, found)


def _scores(study: Study, found: Courses) -> Piece:
    scores = found.scores
    if not scores.coverage.n:
        return paragraph("Intet forløb sluttede i måneden; der er ingen målinger at se på.")
    told = f"Målt mindst to gange (FIT): {said.share(scores.coverage)} af de forløb, der sluttede i måneden."
    gate = f"Under {number(100 * STANDARD.gate)} % siger målingerne ikke noget om dem alle."
    few = Piece("", "") if scores.enough else paragraph(f"{gate} Her er dækningen under grænsen.", "warning")
    if scores.ors.points.mean is None:
        return paragraph(told) + few + paragraph("For få er målt to gange til et gennemsnit.")
    rows = [
        ("trivsel (ORS), første måling", said.mean(scores.ors.first), number(scores.ors.points.n)),
        ("trivsel (ORS), seneste måling", said.mean(scores.ors.last), number(scores.ors.points.n)),
        ("ændring i point", said.mean(scores.ors.points), number(scores.ors.points.n)),
        ("steget sikkert", said.share(scores.reliable.better), number(scores.reliable.better.n)),
        ("samarbejde (SRS), seneste måling", said.mean(scores.alliance.srs.last), number(scores.alliance.srs.points.n)),
    ]
    ground = study.ground(scores.coverage.n, "forløb, der sluttede")
    return paragraph(told) + few + table("Borgernes egne målinger", ["", "tal", "n"], rows, ground)
