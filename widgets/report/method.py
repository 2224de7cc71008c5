"""How the forecast is made and what it cannot tell, in a few plain sentences; docs/prognose.md has the full checklist."""

from visitation.forecast import curve, sensitivity
from widgets.report.piece import Piece, listed, paragraph
from widgets.report.study import Study
from widgets.text import full_date

FEWER = f"Pladskurven bygger på højst {curve.REPLICATIONS} fremtider og det, der flytter mest, på højst {sensitivity.REPLICATIONS}."
HOW = (
    "Hver mulig fremtid følger borgerne én for én, uge for uge: de henvender sig, venter, begynder når der er plads, og går videre.",
    "Det ydre bånd rummer både tilfældighed og det, vi ikke ved; det indre er tilfældighed alene. Begge rummer fire af fem fremtider.",
    "To scenarier møder de samme borgere, så forskellen på dem er det, der blev ændret, og ikke held. " + FEWER,
    "Udgiften er antal gange pris. En pris, der ikke er kendt, er ikke gættet; den er udeladt og nævnt.",
)
LIMITS = (
    "Prognosen kender ikke nye love, nye tilbud eller nye grupper, før nogen lægger dem ind som et scenarie.",
    "Den regner i hele uger, og et forløb begynder på det ugentlige møde; ventetid under en uge kan den ikke skelne.",
    "Hvor registret er ungt, bærer kommunens offentliggjorte tal og vores skøn; forudsætningerne ovenfor siger hvor.",
    "Den siger intet om, hvad der er rigtigt for en borger, og må ikke bruges til at afgøre en sag.",
)


def method(study: Study) -> Piece:
    """The method and its limits, and what gives these very numbers again."""
    chosen, head = study.chosen, study.known.model.head
    again = (
        f"De samme tal fås igen med kommune {head.id} {head.version}, {chosen.horizon_weeks} uger, frø {chosen.seed}, "
        f"{chosen.replications} fremtider, pr. {full_date(study.known.today, 'da')}."
    )
    return listed(HOW) + paragraph("Det kan prognosen ikke:") + listed(LIMITS) + paragraph(again, "note")
