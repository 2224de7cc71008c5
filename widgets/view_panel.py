"""What all panels have in common: a view that is drawn, actions that are sent back, and a short text for stored notebooks."""

import anywidget
import traitlets


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
        return ": ".join(header[part] for part in ("title", "place", "progress") if header.get(part))
