"""A third municipality in YAML, as small as a model can be, as many of its kind as are asked for, and a look into each of them."""

import os
import signal
from pathlib import Path
from typing import NamedTuple

from visitation.model import load

DENMARK = 98
MODEL = """
id: {id}
label: {{da: "Kommune {number}", en: "Municipality {number}"}}
version: "2021.1"
valid: {{from: "2021-01-01"}}
meeting: {{table: M1, minutes: 3}}
documents: {{}}
"""
LADDER = """
label: {da: "Trappen", en: "The ladder"}
kind: antagelse
reason: {da: "Prøve.", en: "A trial."}
steps:
"""
STEP = """
  - id: trin{number}
    label: {{da: "Trin {number}", en: "Step {number}"}}
    note: {{da: "prøve", en: "trial"}}
    law: []
    duty: ingen
    appeal: ikke_relevant
    decided_by: {{da: "mødet", en: "the meeting"}}
    kind: antagelse
    source: []
    reason: {{da: "Prøve.", en: "A trial."}}
"""
TABLE = """
id: M1
label: {da: "Mødet", en: "The meeting"}
valid: {from: "2021-01-01"}
inputs:
  - id: behov
    label: {da: "Er der behov?", en: "Is there a need?"}
    short: {da: "behov", en: "need"}
    answers: [{id: "ja", label: {da: "ja", en: "yes"}}, {id: "nej", label: {da: "nej", en: "no"}}]
outcomes:
  HJAELP: {label: {da: "Hjælp", en: "Help"}, order: 1, step: trin1}
  INGEN: {label: {da: "Ingen", en: "None"}, order: 0, step: null}
sections:
  - label: {da: "Alle", en: "All"}
    rules:
      - {id: M1.01, when: {behov: ["ja"]}, then: HJAELP, kind: antagelse, source: [], reason: {da: "Behov.", en: "Need."}}
      - {id: M1.02, when: {behov: ["nej"]}, then: INGEN, kind: antagelse, source: [], reason: {da: "Intet.", en: "None."}}
"""


def municipality(folder: Path, number: int) -> Path:
    """The folder of a municipality below this one; its number decides how long its ladder is."""
    own = folder / f"kommune{number:02d}"
    (own / "tables").mkdir(parents=True)
    ladder = LADDER.strip() + "".join(STEP.rstrip().format(number=step) for step in range(1, 2 + number % 5))
    parts = {"model": MODEL.strip().format(id=own.name, number=number), "ladder": ladder, "timers": "timers: []", "guards": "guards: []"}
    for name, text in (parts | {"tables/M1": TABLE.strip()}).items():
        (own / f"{name}.yaml").write_text(text + "\n", encoding="utf-8")
    return own


class Look(NamedTuple):
    """A municipality's folder to look into; the one who looks is killed the first time when `once` names a file that is not there yet,
    and every time when it is "always"."""

    folder: str
    once: str = ""


def looked(task: Look) -> tuple[str, str, int]:
    """What is found in a municipality's folder: its id, its digest and the length of its ladder."""
    if task.once and not Path(task.once).exists():
        if task.once != "always":
            Path(task.once).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    model = load(task.folder)
    return model.head.id, model.sha256, len(model.steps)


def looks(folder: Path, count: int = DENMARK) -> dict[str, Look]:
    """A look into each of so many municipalities, made in the folder."""
    made = [municipality(folder, number) for number in range(1, count + 1)]
    return {own.name: Look(str(own)) for own in made}
