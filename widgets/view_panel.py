"""What all panels have in common: a view that is drawn, actions that are sent back, and a short text for stored notebooks."""

import os
from collections.abc import Callable
from html import escape
from typing import Any

import anywidget
import ipywidgets
import traitlets

from visitation.errors import VisitationError
from widgets.session import Session, language, open_session
from widgets.text import translator

REFUSED = '<div class="vb-failed" role="alert"><h1>{headline}</h1><p>{why}</p><p><a href="start.ipynb?sprog={lang}">{way}</a></p></div>'


class ViewPanel(anywidget.AnyWidget):
    """A panel that draws its `view`; subclasses bring the script, the style and what an action does."""

    view = traitlets.Dict().tag(sync=True)

    def __init__(self, view: dict):
        super().__init__(view=view)
        self.on_msg(lambda _, action, buffers: self.act(action, buffers))

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen; a panel that only shows has none."""

    def __repr__(self) -> str:
        header = self.view["header"]
        return ": ".join((header["title"], header["place"], header.get("progress") or self.view["sentence"]))


class StatePanel(ViewPanel):
    """A panel that draws its state: what stays while the page is open, and anew after every action what is shown at the moment.

    Subclasses name the functions, `frame` where something stays; `perform` is given the state and the action of the screen."""

    frame: Callable[[Any], dict] = staticmethod(lambda state: {})
    shown: Callable[[Any], dict]
    perform: Callable[[Any, dict], None]

    def __init__(self, state: Any):
        self.state, self._frame = state, self.frame(state)
        super().__init__(self._frame | self.shown(state))

    def act(self, action: dict, buffers=()) -> None:
        """Carries out an action of the screen and shows what came of it."""
        self.perform(self.state, action)
        self.show()

    def show(self) -> None:
        """Sends the view anew."""
        self.view = self._frame | self.shown(self.state)


def opened(make: Callable[[Session], ViewPanel], session: Session | None) -> ipywidgets.DOMWidget:
    """The panel of a session (without one, of the session the environment asks for), or in plain words why it cannot be shown."""
    try:
        return make(session or open_session())
    except VisitationError as error:
        return ipywidgets.HTML(_refused(str(error), language(os.environ)))


def _refused(why: str, lang: str) -> str:
    """The page that says why, with the way to the one page that every address leads back from."""
    _ = translator(lang)
    return REFUSED.format(headline=_("Siden kunne ikke åbnes"), why=escape(why), lang=lang, way=_("Gå til forsiden"))
