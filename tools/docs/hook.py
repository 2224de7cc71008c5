"""Where MkDocs comes in: adds the made pages, the pages that lie elsewhere in the project, and the looks of the dashboards."""

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tools.docs import commands, dashboards, exports, formats, frames, models, python
from tools.docs.parts import ROOT
from visitation.model import shipped

MADE: dict[str, Callable[[], str]] = {
    "reference/commands.md": commands.page,
    "reference/dashboards.md": dashboards.page,
    "reference/model-files.md": formats.page,
    "reference/exports.md": exports.page,
    "reference/frames.md": frames.page,
    "reference/python.md": python.page,
}
BROUGHT = {  # pages of the project that lie outside docs/, and where the site has them
    "GLOSSARY.md": "reference/glossary.md",
    "data_samples/README.md": "reference/sample-data.md",
    "visitation/municipalities/README.md": "reference/municipal-models.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
}
LED = BROUGHT | {  # what a page of the project links to, where the site has a made page instead
    "visitation/commands": "reference/commands.md",
    "notebooks": "reference/dashboards.md",
    "visitation/model/schema.py": "reference/model-files.md",
    "visitation/register/records.py": "reference/exports.md",
    "visitation/frames": "reference/frames.md",
    **{f"visitation/municipalities/{name}": f"reference/models/{name}.md" for name in shipped()},
}
THEME = ROOT / "widgets" / "theme"
STATIC = THEME / "jupyter" / "voila" / "templates" / "visitationsbordet" / "static"
SCROLLED = '<div class="scrolled" role="group" aria-label="Table" tabindex="0">'
LINK = re.compile(r"```.*?```|`[^`\n]+`|\[([^\]]*)\]\(([^)\s]+)\)", re.DOTALL)  # or code, in which none is meant
COLOUR = re.compile(r"--vb-(?:ink|soft|mute|line|wash|paper|blue|blue-deep|blue-wash|green|amber|amber-wash|font): [^;]+;")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of docs/ with all that is made, brought from elsewhere, or drawn with."""
    made = {name: write() for name, write in MADE.items()}
    made |= {f"reference/models/{name}.md": text for name, text in models.pages().items()}
    made |= {there: (ROOT / here).read_text(encoding="utf-8") for here, there in BROUGHT.items()}
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    files.append(File.generated(config, "assets/site.css", content=looks()))
    for path in (Path(__file__).with_name("iframe-worker.js"), STATIC / "favicon.svg", *sorted(STATIC.glob("fonts/*.woff2"))):
        files.append(File.generated(config, f"assets/{path.name}", abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, page: Page, **_) -> str:
    """A page whose links lead within the site: what the site does not have is named and not linked."""
    at = page.file.src_uri
    lies = next((here for here, there in BROUGHT.items() if there == at), f"docs/{at}")
    return LINK.sub(lambda link: _led(link, lies, at), markdown) if at not in MADE else markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_) -> str:
    """A page in Danish says so, to whoever listens to it; a wide table is scrolled by itself, also by keyboard."""
    html = html.replace("<table>", f"{SCROLLED}<table class=wide>").replace("</table>", "</table></div>")
    return f'<div lang="da">{html}</div>' if page.file.src_uri in config.extra["danish"] else html


def on_post_page(output: str, **_) -> str:
    """The theme's search is a dialog without a name."""
    return output.replace('role="dialog"', 'role="dialog" aria-label="Search"')


def looks() -> str:
    """The style of the site, with the colours and the type of the dashboards."""
    tokens = "".join(f"  {one}\n" for one in COLOUR.findall((THEME / "tokens.css").read_text(encoding="utf-8")))
    return f":root {{\n{tokens}}}\n{Path(__file__).with_name('site.css').read_text(encoding='utf-8')}"


def _led(link: re.Match, lies: str, at: str) -> str:
    """A link of a file that lies in the project, as a link of the page `at` in the site."""
    words, (path, _, anchor) = link[1], (link[2] or "").partition("#")
    if "://" in path or not path:
        return link[0]
    aim = normpath(PurePosixPath(lies).parent / path)
    there = LED.get(aim) or (aim.removeprefix("docs/") if aim.startswith("docs/") else None)
    if there is None:
        return f"{words} (`{aim}`)"
    return f"[{words}]({relpath(there, PurePosixPath(at).parent)}{'#' + anchor if anchor else ''})"
