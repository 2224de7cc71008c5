"""What a table says of itself, by the names that DataTables gives its texts."""

from widgets.text import translator


def words(lang: str) -> dict:
    """The texts of a table and of the small windows of its columns."""
    _ = translator(lang)
    return {
        **({"decimal": ",", "thousands": "."} if lang == "da" else {"decimal": ".", "thousands": ","}),
        "search": _("Søg i alle kolonner:"),
        "lengthMenu": _("_MENU_ rækker ad gangen"),
        "info": _("Række _START_ til _END_ af _TOTAL_"),
        "infoEmpty": _("Ingen rækker"),
        "infoFiltered": _("(valgt blandt _MAX_)"),
        "emptyTable": _("Ingen rækker"),
        "zeroRecords": _("Ingen rækker passer. Fjern et valg."),
        "columnControl": {
            "order": _("Sortér"),
            "dropdown": _("Vælg rækker"),
            "list": {"all": _("Alle"), "none": _("Ingen"), "search": _("Søg"), "empty": _("(tom)")},
            "search": {"text": _conditions(lang), "number": _conditions(lang), "datetime": _conditions(lang)},
        },
    }


def _conditions(lang: str) -> dict:
    _ = translator(lang)
    return {
        "contains": _("indeholder"),
        "notContains": _("indeholder ikke"),
        "equal": _("er"),
        "notEqual": _("er ikke"),
        "starts": _("begynder med"),
        "ends": _("slutter med"),
        "greater": _("er over"),
        "greaterOrEqual": _("er mindst"),
        "less": _("er under"),
        "lessOrEqual": _("er højst"),
        "empty": _("er tom"),
        "notEmpty": _("er ikke tom"),
    }
