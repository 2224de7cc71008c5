"""How alike several people answer the same invented cases: per question of a table, never per person."""

from visitation.agreement.arrivals import Arrival, arrivals
from visitation.agreement.kappa import UNCLEAR, QuestionAgreement, Sheets, Spread, agreement
from visitation.agreement.vignettes import Vignette, vignettes

__all__ = ["UNCLEAR", "Arrival", "QuestionAgreement", "Sheets", "Spread", "Vignette", "agreement", "arrivals", "vignettes"]
