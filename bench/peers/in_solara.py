"""The questionnaire in Solara."""

import altair as alt
import pandas as pd
import solara
from asked import QUESTIONS, STEPS, ladder, rows, step

answers = {question: solara.reactive(choices[0]) for question, choices in QUESTIONS.items()}


@solara.component
def Page():  # noqa: N802 Solara looks for this name
    """The whole page."""
    reached = step({question: answer.value for question, answer in answers.items()})
    for question, choices in QUESTIONS.items():
        solara.Markdown(question)
        solara.ToggleButtonsSingle(answers[question], values=choices)
    solara.Text(STEPS[reached], classes=["bench-step"])
    solara.Markdown(ladder(reached))
    solara.AltairChart(alt.Chart(pd.DataFrame(rows(reached))).mark_bar().encode(x="antal", y=alt.Y("trin", sort=None), color="nu"))
