"""The commands that look after the register: audit, backup, restore, forget."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from visitation.commands.options import Add, day, json_option, register_option, say


def add(command: Add) -> None:
    """Adds the commands."""
    audit = command("audit", _audit, "efterse registret: er noget ændret eller forsvundet?")
    audit.add_argument("--anchor", metavar="HASH:ANTAL", help="registrets ende, som den blev skrevet ned tidligere")

    backup = command("backup", _backup, "kopiér registret til en ny fil, også mens det er i brug")
    backup.add_argument("file", type=Path, metavar="FIL")

    restore = command("restore", _restore, "hent en kopi tilbage i et nyt, tomt register, også i PostgreSQL")
    restore.add_argument("file", type=Path, metavar="FIL")

    forget = command("forget", _forget, "glem de afsluttede sagers indhold, så kun det, statistikken behøver, er tilbage")
    forget.add_argument("--before", type=day, required=True, metavar="DATO", help="sager, hvor intet er sket siden den dag")

    for parser in (audit, backup, restore, forget):
        register_option(parser)
        json_option(parser)


def _audit(arguments: Namespace) -> int:
    from visitation.keeping import audit_report, audit_text

    result = audit_report(arguments.register, arguments.anchor)
    say(arguments, result, audit_text(result))
    return 0 if result["ok"] else 1


def _backup(arguments: Namespace) -> int:
    from visitation.keeping import backup_report, backup_text

    result = backup_report(arguments.file, arguments.register)
    say(arguments, result, backup_text(result))
    return 0


def _restore(arguments: Namespace) -> int:
    from visitation.keeping import restore_report, restore_text

    result = restore_report(arguments.file, arguments.register)
    say(arguments, result, restore_text(result))
    return 0


def _forget(arguments: Namespace) -> int:
    from visitation.keeping import forget_report, forget_text

    result = forget_report(arguments.before, arguments.register, date.today())
    say(arguments, result, forget_text(result))
    return 0
