"""The commands that carry rules in and out: export-dmn, import-dmn, new-model."""

from argparse import Namespace
from pathlib import Path

from visitation.commands.options import Add, json_option, say


def add(command: Add) -> None:
    """Adds the commands."""
    export = command("export-dmn", _export_dmn, "skriv en tabel som en DMN-fil")
    export.add_argument("table", metavar="MODEL/TABEL")
    export.add_argument("file", type=Path, metavar="FIL")
    json_option(export)

    take_table = command("import-dmn", _import_dmn, "læs en tabel fra en DMN-fil ind i kommunens egen model, og bevis den")
    take_table.add_argument("file", type=Path, metavar="FIL")
    take_table.add_argument("folder", type=Path, metavar="MAPPE")
    json_option(take_table)

    new = command("new-model", _new_model, "kopiér en model til en mappe her, som kommunen kan ændre")
    new.add_argument("name", metavar="NAVN")
    new.add_argument("--from", dest="base", required=True, metavar="MODEL", help="modellen der kopieres, for eksempel ringsted")


def _export_dmn(arguments: Namespace) -> int:
    from visitation.exchange import export_dmn

    result = export_dmn(arguments.table, arguments.file)
    say(arguments, result, f"{result['table']} er skrevet til {result['file']}: {result['rules']} regler.")
    return 0


def _import_dmn(arguments: Namespace) -> int:
    from visitation.exchange import import_dmn

    result = import_dmn(arguments.file, arguments.folder)
    lines = [f"{result['table']} er læst ind i {result['file']}.", *(f"  {found['text']}" for found in result["findings"])]
    say(arguments, result, "\n".join(lines))
    return 0 if result["ok"] else 1


def _new_model(arguments: Namespace) -> int:
    from visitation.model import load
    from visitation.model.write import copy_model

    folder = copy_model(load(arguments.base), Path.cwd() / arguments.name, arguments.name)
    print(f"Modellen ligger i mappen {folder.name}. Bevis den med: visitation check {folder.name}")
    return 0
