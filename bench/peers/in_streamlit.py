"""The questionnaire in Streamlit."""

import altair as alt
import pandas as pd
import streamlit as st
from asked import QUESTIONS, STEPS, ladder, rows, step

st.set_page_config(layout="wide")
answers = {question: st.radio(question, choices, horizontal=True) for question, choices in QUESTIONS.items()}
reached = step(answers)
st.markdown(f'<p class="bench-step">{STEPS[reached]}</p>', unsafe_allow_html=True)
st.markdown(ladder(reached))
st.altair_chart(alt.Chart(pd.DataFrame(rows(reached))).mark_bar().encode(x="antal", y=alt.Y("trin", sort=None), color="nu"))
