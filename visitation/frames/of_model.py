"""Frames of what a municipality has written down: its ladder, where its documents disagree, its budgets and its business case."""

import pandas as pd

from visitation.economy.budget import table
from visitation.economy.case import Case, case_of, changed
from visitation.economy.outcome import outcome
from visitation.economy.read import read_economy
from visitation.frames.extract import Extract
from visitation.frames.schema import CATEGORY, NUMBER, WHOLE, WORD, Column, Schema
from visitation.model import Text

LADDER = Schema(
    "ladder",
    Text(da="Et trin på indsatstrappen, det laveste først", en="A step of the ladder, the lowest first"),
    "visitation.model.schema",
    (
        Column("step", CATEGORY, "Trinnets navn i de andre tabeller", "The step's id in the other frames", ordered=True),
        Column("label", WORD, "Hvad det hedder", "What it is called"),
        Column("law", WORD, "Paragrafferne", "The sections of the law"),
        Column("duty", CATEGORY, "Om kommunen kan eller skal", "Whether the municipality may or must", values=("kan", "skal", "ingen")),
        Column("appeal", CATEGORY, "Om der kan klages", "Whether it can be appealed", values=("ja", "nej", "ikke_relevant")),
        Column("decided_by", WORD, "Hvem der bestemmer", "Who decides"),
        Column("kind", CATEGORY, "Hvordan det er begrundet", "How it is founded", values=("kilde", "fortolkning", "antagelse")),
    ),
)
CONTRADICTIONS = Schema(
    "contradictions",
    Text(da="Et sted, hvor dokumenterne er uenige eller tier", en="A place where the documents disagree or are silent"),
    "visitation.model.contradictions",
    (
        Column("contradiction", WORD, "Nummeret i modellen", "Its id in the model"),
        Column("label", WORD, "Hvad det handler om", "What it is about"),
        Column("found", WORD, "Hvad dokumenterne siger", "What the documents say"),
        Column("handled", CATEGORY, "Hvordan det håndteres", "How it is handled", values=("parameter", "profil", "antagelse", "note")),
        Column("text", WORD, "Håndteringen i ord", "The handling in words"),
        Column("documents", WORD, "Dokumenterne", "The documents"),
    ),
)
BUDGETS = Schema(
    "budgets",
    Text(da="En linje i et offentliggjort budget", en="A line of a published budget"),
    "visitation.economy.budget",
    (
        Column("budget", WORD, "Budgettet", "The budget"),
        Column("line", WORD, "Linjen", "The line"),
        Column("kr", WHOLE, "Beløbet", "The amount", "kr"),
        Column("percent", NUMBER, "Andel af det offentliggjorte i alt", "Share of the published total", "pct"),
        Column("total", WHOLE, "Det offentliggjorte i alt", "The published total", "kr"),
        Column("difference", WHOLE, "Linjernes sum fraregnet det i alt", "The sum of the lines less the total", "kr"),
        Column("per_course", NUMBER, "Det i alt for hvert forløb, det skulle bære", "The total for each course it was to carry", "kr"),
    ),
)
BUSINESS_CASE = Schema(
    "business_case",
    Text(da="Et år i en læsning af investeringscasen", en="A year of a reading of the business case"),
    "visitation.economy.outcome",
    (
        Column("reading", WORD, "Læsningen: dokumentets egen først", "The reading: the document's own first"),
        Column("year", WHOLE, "Året", "The year", "aar"),
        Column("original", NUMBER, "Oprindeligt budget", "The original budget", "kr"),
        Column("corrected", NUMBER, "Korrigeret budget", "The corrected budget", "kr"),
        Column("investment", NUMBER, "Investering", "Investment", "kr"),
        Column("net", NUMBER, "Netto; under nul er sparet", "Net; below zero is saved", "kr"),
        Column("cumulative", NUMBER, "Netto, lagt sammen", "Net, added up", "kr"),
    ),
)
AS_WRITTEN = "som dokumentet regner"


def ladder(extract: Extract) -> pd.DataFrame:
    """LADDER: one row a step."""
    steps = extract.model.ladder.steps
    rows = ((s.id, s.label.da, ", ".join(s.law), s.duty, s.appeal, s.decided_by.da, s.kind) for s in steps)
    return LADDER.made(rows, {"step": extract.steps})


def contradictions(extract: Extract) -> pd.DataFrame:
    """CONTRADICTIONS: one row each, in the model's order."""
    documents, found = extract.model.head.documents, extract.model.contradictions.contradictions
    named = (", ".join(dict.fromkeys(documents[source.document].short for source in one.source)) for one in found)
    told = zip(found, named, strict=True)
    return CONTRADICTIONS.made((one.id, one.label.da, one.found.da, one.handled, one.text.da, names) for one, names in told)


def budgets(extract: Extract) -> pd.DataFrame:
    """BUDGETS: one row a line, budget by budget; nothing where none is published."""
    tables = [table(budget) for budget in read_economy(extract.model).budgets]
    lines = ((one, (line.amount.label.da, line.amount.kr, float(line.percent))) for one in tables for line in one.lines)
    return BUDGETS.made((one.budget.label.da, *line, one.budget.total.kr, one.difference, float(one.per_course)) for one, line in lines)


def business_case(extract: Extract) -> pd.DataFrame:
    """BUSINESS_CASE: one row a reading and a year; nothing where there is no case."""
    read = read_economy(extract.model).case
    if read is None:
        return BUSINESS_CASE.made(())
    base = case_of(read)
    readings = {AS_WRITTEN: base} | {one.label.da: changed(base, one.set.data(), one.id) for one in read.alternatives}
    return BUSINESS_CASE.made(row for name, case in readings.items() for row in _years(name, case))


def _years(name: str, case: Case) -> list[tuple]:
    found = outcome(case).years
    return [(name, y.year, *map(float, (y.original, y.corrected, y.investment, y.net, y.cumulative))) for y in found]
