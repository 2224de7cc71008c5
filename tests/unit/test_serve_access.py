"""Who may reach the server: this machine, unless other machines are asked for in full and in private."""

import shutil
import subprocess
from pathlib import Path

import pytest

from visitation.cli import main
from visitation.errors import VisitationError
from visitation.serve import Access

PEM = Path("findes-ikke.pem")


@pytest.fixture
def pems(tmp_path):
    """A certificate and its key."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is needed to make a certificate")
    files = tmp_path / "cert.pem", tmp_path / "key.pem"
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=visitation.test"]
    subprocess.run([*new, "-out", files[0], "-keyout", files[1]], check=True, capture_output=True)
    return files


@pytest.mark.parametrize(
    ("access", "said"),
    [
        (Access(port=0), "--port: 0 er optaget eller findes ikke"),
        (Access(port=70000), "--port: 70000"),
        (Access(address="0.0.0.0"), "--address: 0.0.0.0 kan nås fra andre maskiner; det kræver --allow-remote"),
        (Access(address="::"), "--address: :: kan nås fra andre maskiner"),
        (Access(address="192.0.2.1", remote=True), "sammen med --tls-cert og --tls-key eller med --behind-proxy"),
        (Access(address="192.0.2.1", proxy="visitation.test"), "det kræver --allow-remote"),
        (Access(address="visitation"), "--address: visitation er ikke en adresse på denne maskine"),
        (Access(certificate=PEM), "--tls-cert og --tls-key hører sammen"),
        (Access(key=PEM), "--tls-cert og --tls-key hører sammen"),
        (Access(certificate=PEM, key=PEM), "--tls-cert og --tls-key kan ikke bruges"),
        (Access(proxy="https://visitation.test"), "--behind-proxy: 'https://visitation.test' er ikke et navn"),
        (Access(proxy=""), "--behind-proxy: '' er ikke et navn"),
    ],
)
def test_what_is_not_asked_for_in_full_is_refused_in_one_sentence(access, said):
    with pytest.raises(VisitationError) as refused:
        access.check()
    assert said in str(refused.value) and "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "access",
    [Access(), Access(address="::1"), Access(proxy="visitation.test"), Access(address="192.0.2.1", remote=True, proxy="visitation.test")],
)
def test_this_machine_and_a_named_proxy_are_let_in(access):
    access.check()


def test_tls_files_are_a_way_to_other_machines(pems):
    access = Access(address="0.0.0.0", remote=True, certificate=pems[0], key=pems[1])
    access.check()
    assert (access.private, access.names, access.tls() is not None) == (True, None, True)


def test_the_address_shown_is_the_one_to_open():
    assert Access().origin == "http://127.0.0.1:8866"
    assert Access(address="::1", port=9000).origin == "http://[::1]:9000"
    assert Access(proxy="visitation.test").origin == "https://visitation.test"


def test_behind_a_proxy_the_server_has_the_name_of_the_proxy_only():
    assert Access(proxy="visitation.test").names == {"visitation.test"}
    assert "localhost" in Access().names


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--address", "0.0.0.0"], "--address: 0.0.0.0 kan nås"),
        (["--allow-remote", "--address", "0.0.0.0"], "--address: 0.0.0.0 kan nås"),
        (["--tls-cert", "cert.pem"], "--tls-cert og --tls-key hører sammen"),
        (["--behind-proxy", "to ord"], "--behind-proxy: 'to ord' er ikke et navn"),
        (["--pages", "0"], "--pages: 0 er for få"),
        (["--ready", "-1"], "--ready: -1 er for få"),
    ],
)
def test_the_command_says_so(capsys, tmp_path, monkeypatch, options, said):
    monkeypatch.setenv("REGISTER", f"sqlite:///{tmp_path}/register.sqlite")
    assert main(["serve", "--no-browser", *options]) == 2
    error = capsys.readouterr().err
    assert said in error and error.count("\n") == 1
