"""The four logins: what none of them is, and what each may do."""

import psycopg
import pytest
from django.db import connection

from customerview.config.database import LOGINS, role


@pytest.mark.parametrize("login", LOGINS)
def test_no_login_is_a_superuser_or_can_make_roles_or_skip_row_security(database, login):
    with database.connect(login) as own:
        powers = own.execute(
            "SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert powers == (False,) * 5


def test_only_the_migrator_owns_anything(database):
    with database.connect("migrator") as own:
        owners = own.execute("SELECT DISTINCT relowner::regrole::text FROM pg_class WHERE relnamespace = 'public'::regnamespace").fetchall()
    assert owners == [(role("migrator"),)]


@pytest.mark.parametrize("login", ["web", "worker", "eraser"])
def test_no_other_login_can_make_a_table(database, login):
    with database.connect(login) as own, pytest.raises(psycopg.errors.InsufficientPrivilege):
        own.execute("CREATE TABLE stray (id int)")


def test_a_login_cannot_act_as_another(database):
    with database.connect("web") as own, pytest.raises(psycopg.errors.InsufficientPrivilege):
        own.execute("SET ROLE cv_migrator")


def test_django_uses_the_webs_login_and_can_use_another_for_a_while(database):
    def who():
        with connection.cursor() as cursor:
            return cursor.execute("SELECT current_user, current_database()").fetchone()

    assert who() == ("cv_web", database.name)
    with database.using("worker"):
        assert who() == ("cv_worker", database.name)
    assert who() == ("cv_web", database.name)


def test_a_wrong_password_is_refused(cluster):
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(**cluster.address(), dbname="postgres", user="cv_web", password="guess")
