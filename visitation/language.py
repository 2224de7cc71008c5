"""Danish is the source language; English comes from locale/en/LC_MESSAGES/visitation.po."""

from collections.abc import Callable
from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("da", "en")


@lru_cache(maxsize=len(LANGUAGES))
def translator(lang: str) -> Callable[[str], str]:
    """A function that gives a Danish text in `lang`; a text without translation stays Danish."""
    if lang == "da":
        return str
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with (LOCALE / lang / "LC_MESSAGES" / "visitation.po").open("rb") as file:
        compiled = BytesIO()
        write_mo(compiled, read_po(file))
    return GNUTranslations(BytesIO(compiled.getvalue())).gettext
