"""The domain core of Visitationsbordet: models, screening, register and documents. Knows no screen."""

import os

# We use no plugins of pydantic, and looking for them takes a tenth of the time of a cold command.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
