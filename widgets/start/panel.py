"""The doorway on the screen; panel.js draws it and sends a chosen file back."""

from ipywidgets import DOMWidget

from widgets.parts import css, esm
from widgets.session import Session
from widgets.start.state import StartState
from widgets.start.view import view
from widgets.view_panel import ViewPanel, opened


class StartPanel(ViewPanel):
    """Shows the doorway; the one action is to take in a file."""

    _esm = esm("start")
    _css = css("start")

    def __init__(self, state: StartState):
        self.state = state
        super().__init__(view(state))

    def act(self, action: dict, buffers=()) -> None:
        """Takes in the file that was chosen and shows what came of it."""
        if action.get("do") == "import" and buffers:
            self.state.take_in(str(action["name"]), bytes(buffers[0]))
            self.view = view(self.state)


def panel(session: Session | None = None) -> DOMWidget:
    """The doorway of a session; without one, of the session that the environment asks for."""
    return opened(lambda session: StartPanel(StartState(session)), session)
