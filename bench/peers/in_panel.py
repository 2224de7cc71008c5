"""The questionnaire in Panel."""

import altair as alt
import pandas as pd
import panel as pn
from asked import QUESTIONS, STEPS, ladder, rows, step

pn.extension("vega")
chosen = {question: pn.widgets.RadioBoxGroup(name=question, options=choices, inline=True) for question, choices in QUESTIONS.items()}


def shown(*_) -> pn.Column:
    """The ladder and the chart."""
    reached = step({question: group.value for question, group in chosen.items()})
    chart = alt.Chart(pd.DataFrame(rows(reached))).mark_bar().encode(x="antal", y=alt.Y("trin", sort=None), color="nu")
    return pn.Column(pn.pane.HTML(f'<p class="bench-step">{STEPS[reached]}</p>'), pn.pane.Markdown(ladder(reached)), pn.pane.Vega(chart))


pn.Row(pn.Column(*chosen.values()), pn.bind(shown, *chosen.values())).servable()
