"""How alike several people answer the same cases: per question, never per person."""

from visitation.agreement.arrivals import Arrival, arrivals
from visitation.agreement.kappa import UNCLEAR, QuestionAgreement, Sheets, Spread, agreement
from visitation.agreement.two import TwoRaters, two_raters
from visitation.agreement.vignettes import Vignette, vignettes

__all__ = [
    "UNCLEAR",
    "Arrival",
    "QuestionAgreement",
    "Sheets",
    "Spread",
    "TwoRaters",
    "Vignette",
    "agreement",
    "arrivals",
    "two_raters",
    "vignettes",
]
