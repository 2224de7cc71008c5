"""Where a DMN editor draws a table: the decision above, its questions in a row below, an arrow from each."""

import xml.etree.ElementTree as ET

from visitation.screening.exchange.xml import add

LEFT, TOP, GAP, BETWEEN = 160, 100, 35, 100  # to the left stands the editors' palette
DECISION, QUESTION = (180, 80), (125, 45)  # width and height as the common editors draw them


def add_layout(definitions: ET.Element, decision: str, questions: list[str], arrows: list[str]) -> None:
    """The DMNDI part: `questions` and `arrows` are the ids of the input data and of the requirements, in the same order."""
    diagram = add(add(definitions, "dmndi:DMNDI"), "dmndi:DMNDiagram", id=f"{decision}_diagram")
    width = len(questions) * (QUESTION[0] + GAP) - GAP
    left = LEFT + max(0, DECISION[0] - width) // 2
    corner = (LEFT + max(0, width - DECISION[0]) // 2, TOP)
    _shape(diagram, decision, corner, DECISION)
    top = TOP + DECISION[1] + BETWEEN
    for i, (question, arrow) in enumerate(zip(questions, arrows, strict=True)):
        x = left + i * (QUESTION[0] + GAP)
        _shape(diagram, question, (x, top), QUESTION)
        end = corner[0] + DECISION[0] * (i + 1) // (len(questions) + 1)
        _edge(diagram, arrow, [(x + QUESTION[0] // 2, top), (end, TOP + DECISION[1])])


def _shape(diagram: ET.Element, element: str, corner: tuple[int, int], size: tuple[int, int]) -> None:
    shape = add(diagram, "dmndi:DMNShape", id=f"{element}_shape", dmnElementRef=element)
    add(shape, "dc:Bounds", height=size[1], width=size[0], x=corner[0], y=corner[1])


def _edge(diagram: ET.Element, element: str, points: list[tuple[int, int]]) -> None:
    edge = add(diagram, "dmndi:DMNEdge", id=f"{element}_edge", dmnElementRef=element)
    for x, y in points:
        add(edge, "di:waypoint", x=x, y=y)
