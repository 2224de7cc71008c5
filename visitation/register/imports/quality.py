"""What an export was worth: what was refused and why, what is empty or missing, and which days it spans. Never a cell's value."""

from typing import Any

from visitation.register.imports.export import Intake


def quality(intake: Intake) -> dict[str, Any]:
    """The report in plain types: `refused` counts wrong cells per column and reason, most first; `empty` holds shares 0-1 of all rows;
    `first` and `last` are ISO dates of the good rows or None."""
    refused = [{"column": column, "reason": reason, "count": n} for (column, reason), n in intake.refused.most_common()]
    first, last = intake.days or (None, None)
    return {
        "profile": intake.profile.name,
        "refused": refused,
        "ignored": list(intake.ignored),
        "absent": list(intake.absent),
        "empty": {header: count / intake.rows for header, count in intake.empty.items() if count},
        "day": intake.profile.header(intake.profile.record.dated),
        "first": first and first.isoformat(),
        "last": last and last.isoformat(),
    }


def quality_lines(told: dict[str, Any]) -> list[str]:
    """The report as Danish sentences, one a line."""
    lines = [f"{fault['count']} × {fault['column']}: {fault['reason']}" for fault in told["refused"]]
    if told["first"]:
        lines.append(f"Datoer i kolonnen {told['day']}: {_danish(told['first'])} til {_danish(told['last'])}.")
    if told["empty"]:
        lines.append("Tomme celler: " + ", ".join(f"{header} {_percent(share)}" for header, share in told["empty"].items()) + ".")
    if told["ignored"]:
        lines.append(f"Kolonner i filen, som ikke bruges: {', '.join(told['ignored'])}.")
    if told["absent"]:
        lines.append(f"Kolonner, som filen ikke har, og som er læst som tomme: {', '.join(told['absent'])}.")
    return [*lines, "Intet er gættet eller rettet: en celle er brugt, som den står, eller rækken er afvist."]


def _danish(day: str) -> str:
    year, month, day_of_month = day.split("-")
    return f"{day_of_month}-{month}-{year}"


def _percent(share: float) -> str:
    return "under 1 %" if share < 0.01 else f"{share:.0%}".replace("%", " %")
