"""Pathways as data: where a course can stand, what moves it, which dates it has promised, and how contact is sought."""

from visitation.pathway.contact import ContactStep, next_contact, tried
from visitation.pathway.course import KINDS, Course, Move, OpenTask, Try, apply
from visitation.pathway.dates import add, is_workday, status
from visitation.pathway.deadlines import Deadline, deadlines
from visitation.pathway.load import contact_protocol, pathways
from visitation.pathway.move import begin, move, task_done
from visitation.pathway.schema import Event, Pathway, Protocol, State, Task, Way

__all__ = [
    "KINDS",
    "ContactStep",
    "Course",
    "Deadline",
    "Event",
    "Move",
    "OpenTask",
    "Pathway",
    "Protocol",
    "State",
    "Task",
    "Try",
    "Way",
    "add",
    "apply",
    "begin",
    "contact_protocol",
    "deadlines",
    "is_workday",
    "move",
    "next_contact",
    "pathways",
    "status",
    "task_done",
    "tried",
]
