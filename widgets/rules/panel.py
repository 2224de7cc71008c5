"""The rules on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.parts import css, esm
from widgets.rules.state import RulesState
from widgets.rules.view import frame, view
from widgets.session import Session
from widgets.view_panel import ViewPanel, opened

PIECES = ("grid.js", "editor.js", "beside.js", "silent.js")


class RulesPanel(ViewPanel):
    """Shows the rules; every action of the screen is carried out by the state and the view sent anew."""

    _esm = esm("rules", *PIECES)
    _css = css("rules")

    def __init__(self, state: RulesState):
        self.state, self.frame = state, frame(state.session)
        super().__init__(self.frame | view(state))

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it; a spreadsheet is sent to be saved where the reader sits."""
        if action.get("do") == "sheet":
            name, content = self.state.sheet()
            self.send({"name": name}, [content])
            return
        self.state.perform(action, bytes(buffers[0]) if buffers else None)
        self.view = self.frame | view(self.state)


def panel(session: Session | None = None) -> DOMWidget:
    """The rules of a session's model; without one, of the session that the environment asks for."""
    return opened(lambda session: RulesPanel(RulesState(session)), session)
