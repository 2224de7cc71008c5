"""The joint exercise on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.exercise.state import ExerciseState
from widgets.exercise.view import view
from widgets.parts import css, esm
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened


class ExercisePanel(ViewPanel):
    """Shows the exercise; every action of the screen is carried out by the state and the view sent anew."""

    _esm = esm("exercise")
    _css = css("exercise")

    def __init__(self, state: ExerciseState):
        self.state = state
        super().__init__(view(state))

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it."""
        self.state.perform(action)
        self.view = view(self.state)


def panel(session: Session | None = None) -> DOMWidget:
    """The exercise of a session's model; without one, of the session that the environment asks for."""
    return opened(lambda session: ExercisePanel(ExerciseState(session)), session)
