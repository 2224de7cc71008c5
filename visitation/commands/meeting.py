"""The commands of the week: serve, demo, import, due."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from visitation.commands.options import Add, day_option, json_option, model_option, register_option, say
from visitation.errors import VisitationError

if TYPE_CHECKING:
    from visitation.serve import Access


def add(command: Add) -> None:
    """Adds the commands."""
    serve = command("serve", _serve, "vis dashboards på 127.0.0.1")
    serve.add_argument("--port", type=int, default=8866)
    serve.add_argument("--no-browser", action="store_true", help="åbn ikke en browser")
    serve.add_argument("--pages", type=int, default=12, metavar="ANTAL", help="højst så mange åbne sider på én gang (12)")
    serve.add_argument("--ready", type=int, default=2, metavar="ANTAL", help="gør plads klar til så mange sider på forhånd (2; 0 er ingen)")
    serve.add_argument("--public", type=Path, metavar="MAPPE", help="vis i stedet en offentliggjort mappe for alle, uden nøgle")
    serve.add_argument("--address", default="127.0.0.1", metavar="IP", help="lyt på en anden adresse end denne maskines egen")
    serve.add_argument("--allow-remote", action="store_true", help="andre maskiner må være med; kræver TLS eller en proxy")
    serve.add_argument("--tls-cert", type=Path, metavar="FIL", help="certifikat, som PEM")
    serve.add_argument("--tls-key", type=Path, metavar="FIL", help="certifikatets nøgle, som PEM")
    serve.add_argument("--behind-proxy", metavar="NAVN", help="det navn, en proxy med TLS viser serveren under")

    demo = command("demo", _demo, "lav eksempelregistret (igen)")

    take_in = command("import", _import, "indlæs et udtræk fra fagsystemet, alt eller intet")
    take_in.add_argument("file", type=Path, metavar="FIL")
    take_in.add_argument("--profile", metavar="NAVN", help="kolonneprofil i modellens mappe imports/; ellers den, kolonnerne passer til")

    due = command("due", _due, "vis de frister, der er overskredet, er i dag eller er inden for en uge")
    due.add_argument("--all", action="store_true", help="også dem, der ligger længere ude")
    due.add_argument("--ics", type=Path, metavar="FIL", help="skriv dem også som en kalender")

    for parser in (serve, take_in, due):
        model_option(parser)
        day_option(parser)
    for parser in (serve, demo, take_in, due):
        register_option(parser)
    for parser in (demo, take_in, due):
        json_option(parser)


def _serve(arguments: Namespace) -> int:
    from visitation.serve import Access, serve

    given = (arguments.port, arguments.address, arguments.allow_remote, arguments.tls_cert, arguments.tls_key, arguments.behind_proxy)
    if arguments.public:
        return _serve_public(arguments, Access(*given))
    browser, pages, ready = not arguments.no_browser, arguments.pages, arguments.ready
    return serve(Access(*given), arguments.register, arguments.model, arguments.on, browser, pages, ready)


def _serve_public(arguments: Namespace, access: "Access") -> int:
    from visitation.publishing.live import Live
    from visitation.serve.public import serve_public

    if arguments.register or arguments.model or arguments.on:
        raise VisitationError("--public viser en offentliggjort mappe og intet andet; udelad --register, --model og --on")
    return serve_public(access, Live(arguments.public.resolve()), arguments.pages)


def _demo(arguments: Namespace) -> int:
    from visitation.register.demo import make_demo
    from visitation.register.store import register_url

    made = make_demo(register_url(arguments.register))
    say(arguments, made, f"Eksempelregistret er klar: {made['cases']} sager, {made['events']} hændelser.")
    return 0


def _import(arguments: Namespace) -> int:
    from visitation.intake import import_file, import_text, shown_on

    progress = shown_on(sys.stderr)
    result = import_file(arguments.file, arguments.profile, arguments.model, arguments.register, arguments.on, date.today(), progress)
    say(arguments, result, import_text(result))
    return 1 if result["errors"] else 0


def _due(arguments: Namespace) -> int:
    from visitation.due import due_report, due_text

    result = due_report(arguments.model, arguments.register, arguments.on, date.today(), arguments.all, arguments.ics)
    say(arguments, result, due_text(result))
    return 0
