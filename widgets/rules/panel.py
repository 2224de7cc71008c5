"""The rules on the screen; panel.js draws the view and sends the actions back."""

from ipywidgets import DOMWidget

from widgets.parts import css, esm
from widgets.rules.acts import perform
from widgets.rules.state import RulesState
from widgets.rules.view import frame, view
from widgets.session import Session
from widgets.view_panel import StatePanel, opened

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PIECES = ("grid.js", "editor.js", "beside.js", "silent.js")


class RulesPanel(StatePanel):
    """Shows the rules."""

    _esm = esm("rules", *PIECES)
    _css = css("rules")
    frame, shown = staticmethod(frame), staticmethod(view)

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it; a spreadsheet is sent to be saved where the reader sits."""
        if action.get("do") == "sheet":
            name, content = self.state.sheet()
            self.send({"name": name, "type": XLSX}, [content])
            return
        perform(self.state, action, bytes(buffers[0]) if buffers else None)
        self.show()


def panel(session: Session | None = None) -> DOMWidget:
    """The rules of a session's model; without one, of the session that the environment asks for."""
    return opened(lambda session: RulesPanel(RulesState(session)), session)
