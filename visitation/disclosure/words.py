"""How a rounded number is read, and what stands beside it."""

from visitation.disclosure.rounding import BASE
from visitation.language import translator


def shown(number: int, lang: str) -> str:
    """A rounded number as it is read; 0 stands for fewer than BASE."""
    _ = translator(lang)
    return str(number) if number else _("færre end %s") % BASE


def uncertainty(pieces: int, lang: str) -> str:
    """How far a sum of so many published cells and margins can be from the true number, as `pieces` counts them."""
    _ = translator(lang)
    return _("højst %s fra det rigtige antal") % (pieces * (BASE - 1))


def method(lang: str) -> str:
    """How the published numbers were made, and what they protect against."""
    _ = translator(lang)
    return _(
        "Alle antal er afrundet op eller ned til et tal, som %(base)s går op i, så summerne passer; 0 betyder færre end %(base)s. "
        "Hver måned afrundes én gang og ændres kun ved en revision, som er nævnt. Afrundingen skjuler små antal for den, der kun "
        "kender de offentliggjorte tal. Den skjuler dem ikke helt for den, der kender nogen af borgerne på forhånd."
    ) % {"base": BASE}
