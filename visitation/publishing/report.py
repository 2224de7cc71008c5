"""What `publish` says: the publication as a plain dictionary for JSON, and as sentences for people."""

from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path

from visitation.disclosure import BASE
from visitation.model import Model
from visitation.publishing.folder import Site, claim, files_in, note, write
from visitation.publishing.key import beside, key_for
from visitation.publishing.pages import made
from visitation.publishing.source import read_source
from visitation.publishing.tables import publish_tables
from visitation.register.month import read_month
from visitation.register.store import open_register, register_url

PRODUCT = "visitationsbordet"


def publish_report(
    out: Path, register: str | None, key: Path | None, revise: Sequence[str], why: str, names: Sequence[str], calendar: date
) -> dict:
    """The publication with the keys that `visitation publish --json` prints; `ok` says whether the attack on it found nothing.

    VisitationError when the folder holds something else, the key is not its own, or there is nothing to publish."""
    months = [read_month(month) for month in revise]
    store = open_register(register_url(register), make=False)
    try:
        source, place = read_source(store, names, calendar), key or beside(store)
    finally:
        store.close()
    claim(out)
    secret, new = key_for(place, out)
    tables = publish_tables(out, source.tables, secret, source.today, months, why)
    result = {"ok": all(table.audit.ok for table in tables), "out": str(out), "on": source.today.isoformat()}
    result |= {"key_made": str(new) if new else None, "tables": [table.plain() for table in tables], "pages": []}
    if not result["ok"]:
        return result
    units = {model.head.id: model.head.version for model in source.models}
    site = Site(source.today, version(PRODUCT), source.sample, units, source.values, files_in(out))
    return result | {"pages": _pages(out, site, source.models)}


def publish_text(result: dict) -> str:
    """The publication in Danish sentences."""
    lines = [_table(table) for table in result["tables"]]
    if result["key_made"]:
        lines.append(
            f"Ny nøgle: {result['key_made']}. Gem en kopi et sikkert sted, og læg den aldrig på nettet: med den kan afrundingen regnes om, "
            "og uden den kan nye måneder ikke lægges til."
        )
    for table in result["tables"]:
        lines += [_changed(table["name"], table["changed"])] if table["changed"] else []
    if not result["ok"]:
        return "\n".join([*lines, "Læg IKKE mappen på nettet: efterprøvningen kunne regne tal ud. Der er ikke lavet sider."])
    return "\n".join([*lines, f"{len(result['pages'])} sider ligger klar: {Path(result['out'], 'index.html')}"])


def _pages(out: Path, site: Site, models: Sequence[Model]) -> list[str]:
    """The pages that were made, of what lies in the folder and nothing else."""
    note(out, site)
    files = made(out, models)
    write(out, site, files)
    return sorted(name for name in files if name.endswith(".html"))


def _table(table: dict) -> str:
    attacked = table["audit"]
    added = f"{len(table['added'])} nye måneder" if table["added"] else "ingen nye måneder"
    revised = f", {', '.join(table['revised'])} revideret" if table["revised"] else ""
    return (
        f"{table['name']}: {table['cells']} tal, heraf {table['suppressed']} færre end {BASE}; {added}{revised}. "
        f"Efterprøvet: {attacked['attacked']} tal angrebet, {attacked['exact']} regnet ud, mindste spænd {attacked['narrowest']}."
    )


def _changed(name: str, months: Sequence[str]) -> str:
    return (
        f"{name}: registret er ændret for {', '.join(months)}, siden de måneder blev offentliggjort. De står, som de blev offentliggjort; "
        "ret dem kun med vilje: --revise MÅNED --why BEGRUNDELSE."
    )
