"""What a kernel is told: what it needs and no secret; a password of the register only by the file PostgreSQL's client reads."""

import string

import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from voila.utils import ENV_VARIABLE

from visitation.register.store import open_register
from visitation.serve.environment import scrubbed, without_password

SECRETS = ["DB_PASSWORD", "AWS_SECRET_ACCESS_KEY", "PGPASSWORD", "JUPYTER_TOKEN", "HTTPS_PROXY", "SSH_AUTH_SOCK", "REGISTER", "path_secret"]
NEEDED = {"PATH": "/bin", "HOME": "/hjem", "LC_ALL": "da_DK.UTF-8", "PGSSLROOTCERT": "/ca.pem", "QUERY_STRING": "sprog=en", "Path": "C:"}
PASSWORDS = st.text(string.ascii_letters + string.digits + "$-_.+!*'()~", min_size=1)


def test_a_kernel_gets_what_it_needs():
    assert scrubbed(NEEDED) == NEEDED


def test_a_name_is_text_also_where_voila_has_an_enumeration():
    assert repr(scrubbed({ENV_VARIABLE.QUERY_STRING: "sprog=en"})) == "{'QUERY_STRING': 'sprog=en'}"


def test_nothing_else_reaches_a_kernel():
    assert scrubbed(dict.fromkeys(SECRETS, "hemmeligt")) == {}


def test_a_register_without_a_password_is_told_as_it_is(tmp_path):
    told = {"REGISTER": "sqlite:////data/r.sqlite", "MODEL": "ringsted"}
    assert without_password(told, {"PGPASSWORD": "hemmeligt"}, tmp_path) == told
    assert without_password({"REGISTER": "postgresql://server/db"}, {}, tmp_path) == {"REGISTER": "postgresql://server/db"}
    assert list(tmp_path.iterdir()) == []


def test_a_password_is_in_a_file_of_this_user_only(tmp_path):
    for url, environment in [
        ("postgresql+psycopg://ann:a%3Ab%5Cc@server:5433/db?sslmode=require", {}),
        ("postgresql+psycopg://ann@server:5433/db?sslmode=require&password=a%3Ab%5Cc", {}),
        ("postgresql+psycopg://ann@server:5433/db?sslmode=require", {"PGPASSWORD": "a:b\\c"}),
    ]:
        told = without_password({"REGISTER": url}, environment, tmp_path)
        file = tmp_path / "pgpass"
        assert told == {"REGISTER": "postgresql+psycopg://ann@server:5433/db?sslmode=require", "PGPASSFILE": str(file)}
        assert file.read_text(encoding="utf-8") == "*:*:*:*:a\\:b\\\\c\n"
        assert file.stat().st_mode & 0o077 == 0
        file.unlink()


@given(password=PASSWORDS)
def test_no_password_is_told(tmp_path_factory, password):
    secret = f"9{password}9"
    told = without_password({"REGISTER": f"postgresql://ann:{secret}@server/db"}, {}, tmp_path_factory.mktemp("k"))
    assert told["REGISTER"] == "postgresql://ann@server/db"


def test_the_file_opens_the_register(postgres, tmp_path):
    """A server that asks for no password is enough to see that the address without one still leads to the database."""
    url = sa.make_url(postgres)
    told = without_password({"REGISTER": url.set(password="hemmeligt").render_as_string(hide_password=False)}, {}, tmp_path)
    assert "hemmeligt" not in told["REGISTER"]
    open_register(told["REGISTER"]).close()
