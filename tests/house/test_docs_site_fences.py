"""Every example in the documentation works: commands are understood, and run where they are quick; Python runs; YAML is read."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from traitlets.config import Config

from tests.registers import sample_file
from visitation.cli import _parser, main
from visitation.model.yaml import Document

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
LANGUAGES = {"sh", "bat", "python", "yaml", "nginx", "text"}
OTHERS = {  # programs that are not ours
    "cat", "cd", "certutil", "conda", "dask", "export", "jupyter", "jupyter-repo2docker", "make", "pip", "py", "python", "python3",
    "set", "systemctl",
}  # fmt: skip
LONG = {"serve", "demo", "report", "publish"}  # run by tests of their own
FOLLOWED = {"tutorial-regler.md"}  # tests/unit/test_tutorial.py follows it to the letter
PLACEHOLDER = re.compile(r"\b[A-Z]{3,}\b")


def fences(page: Path, *languages: str) -> list[str]:
    """The examples of a page in these languages, without the indentation that a list gives them."""
    found = FENCE.findall(page.read_text(encoding="utf-8"))
    return [re.sub(rf"^{indent}", "", text, flags=re.MULTILINE) for indent, language, text in found if language in languages]


def with_some(*languages: str) -> list[Path]:
    return [page for page in PAGES if fences(page, *languages)]


def typed(page: Path) -> list[list[str]]:
    """The commands of a page, word by word, without comments; a line that ends with a backslash goes on."""
    lines = "".join(fences(page, "sh")).replace("\\\n", " ").splitlines()
    lines += [line.replace("\\", "/") for line in "".join(fences(page, "bat")).splitlines()]
    return [words for line in lines if (words := shlex.split(line, comments=True))]


def ours(page: Path) -> list[list[str]]:
    """What the commands of a page tell our program; where its output goes is the shell's."""
    told = [words[1:] for words in typed(page) if Path(words[0]).name == "visitation"]
    return [words[: words.index(">")] if ">" in words else words for words in told]


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    """A file with the sample register, to be copied."""
    return sample_file(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def folder(sample, tmp_path, monkeypatch) -> Path:
    """A folder as the pages suppose it: the samples in it, and a register of the sample data."""
    shutil.copy(sample, tmp_path / "register.sqlite")
    (tmp_path / "data_samples").symlink_to(ROOT / "data_samples")
    monkeypatch.setenv("REGISTER", f"sqlite:///{tmp_path}/register.sqlite")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_example_says_what_it_is_written_in(page):
    assert [language for _, language, _ in FENCE.findall(page.read_text(encoding="utf-8")) if language not in LANGUAGES] == []


@pytest.mark.parametrize("page", with_some("sh", "bat"), ids=lambda page: page.name)
def test_every_command_is_understood(page):
    for arguments in ours(page):
        _parser().parse_args(arguments)
    others = {Path(words[0]).name for words in typed(page)} - {"visitation"}
    assert sorted(others - OTHERS) == []


@pytest.mark.parametrize("page", [page for page in with_some("sh") if page.name not in FOLLOWED], ids=lambda page: page.name)
def test_the_quick_commands_do_what_they_are_shown_for(page, folder, capsys):
    for number, text in enumerate(fences(page, "yaml")):
        (folder / ("scenarie.yaml" if not number else f"{number}.yaml")).write_text(text, encoding="utf-8")
    for arguments in ours(page):
        if arguments[0] in LONG or any(PLACEHOLDER.search(word) for word in arguments):
            continue
        assert main(arguments) == 0, (arguments, capsys.readouterr().err)


@pytest.mark.parametrize("page", with_some("python"), ids=lambda page: page.name)
@pytest.mark.usefixtures("folder")
def test_every_python_example_runs(page):
    known = {"c": Config()}  # what JupyterHub gives a configuration file
    for text in fences(page, "python"):
        exec(compile(text, page.name, "exec"), known)


@pytest.mark.parametrize("page", with_some("yaml"), ids=lambda page: page.name)
def test_every_yaml_example_is_read_by_the_strict_reader(page):
    for text in fences(page, "yaml"):
        assert Document(page, text.encode()).data


def test_the_services_start_our_program_with_words_it_understands():
    services = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "deployment").glob("*.service"))
    told = [words.split() for words in re.findall(r"^ExecStart=.*?/visitation ([^>\"\n]+)", services, re.MULTILINE)]
    assert len(told) >= 2 and {_parser().parse_args(words).port for words in told} == {8866}


def test_binder_opens_the_sample_register_in_the_folder_it_is_built_in(tmp_path):
    start, made = (ROOT / "binder" / name for name in ("start", "postBuild"))
    assert all(script.stat().st_mode & 0o111 for script in (start, made))
    opened = subprocess.run([start, "printenv", "REGISTER"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout.strip()
    written = re.search(r'--register "(.+)"', made.read_text(encoding="utf-8"))[1]
    assert opened == written.replace("$PWD", str(tmp_path))
    for name in (ROOT / "binder" / "requirements.txt").read_text(encoding="utf-8").split()[1::2]:
        assert (ROOT / "binder" / name).exists()
