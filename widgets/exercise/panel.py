"""The joint exercise on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.exercise.state import ExerciseState
from widgets.exercise.view import view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import StatePanel, opened


class ExercisePanel(StatePanel):
    """Shows the exercise."""

    _esm = esm("exercise")
    _css = css("exercise")
    shown, perform = staticmethod(view), staticmethod(ExerciseState.perform)


def panel(session: Session | None = None) -> DOMWidget:
    """The exercise of a session's model; without one, of the session that the environment asks for."""
    return opened(lambda session: ExercisePanel(ExerciseState(session)), session)
