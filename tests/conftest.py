"""What tests can ask for. Nothing here is started until a test asks: tests of pure code need none of it.

cluster     an embedded PostgreSQL of this test process's own, its four logins made
database    a database with every table, fresh for each test module; Django's default connection is the web's login on it
own_database            the same, for one test that cannot share
identity_provider       the local OpenID provider, its people those of personas.json
service     web and worker as processes of their own on that database, for each test module; `service.url`
page        a tab of a real browser at the service; a fault in a script or in the content security policy fails the test
axe         axe(page): the accessibility faults of a page, WCAG 2.2 AA
"""

from __future__ import annotations

import itertools
import json
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from playwright.sync_api import Browser, Page, Response, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from psycopg import sql

from customerview.config import database as where
from customerview.config.cluster import Cluster
from customerview.config.database import Login
from customerview.config.home import home, secret
from customerview.config.prepare import make_database, make_logins, migrate, using
from tests import browser as browsers
from tests.processes import free_port, running

FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "64MB", "max_wal_size": "1GB"}
A_NAME = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z0-9]{2,}-[A-Z0-9-]+|\d+|(?<=/change/)\w+")
TEMPLATE = "migrated"
_numbers = itertools.count(1)


class Database:
    """One test database: its name, and connections to it by any login."""

    def __init__(self, name: str, cluster: Cluster) -> None:
        self.name, self.cluster = name, cluster

    def connect(self, login: Login = "web", **options) -> psycopg.Connection:
        """A connection of one's own, outside Django's."""
        return psycopg.connect(**where.connection(login) | {"dbname": self.name}, **options)

    def using(self, login: Login) -> using:
        """`with database.using("worker"):` Django's default connection is that login's."""
        return using(login, self.name)

    def environment(self, login: Login = "web") -> dict[str, str]:
        """The environment of a child process that is to work on this database."""
        address = self.cluster.address()
        url = f"postgresql:///{self.name}?host={quote(address['host'], safe='')}&port={address['port']}"
        return os.environ | {
            "DATABASE_URL": url,
            "CUSTOMERVIEW_LOGIN": login,
            "DJANGO_SETTINGS_MODULE": "customerview.config.settings",
        }


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """An embedded PostgreSQL that forgets how to survive a power cut, for speed."""
    cluster = Cluster(home() / "postgres", secret("administrator"), **FAST)
    cluster.start(stay=False)
    make_logins()
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def migrated(cluster: Cluster, django_db_blocker) -> str:
    """The database that others are copied from."""
    make_database(TEMPLATE)
    with django_db_blocker.unblock():
        migrate(TEMPLATE)
    return TEMPLATE


@pytest.fixture(scope="module")
def database(cluster: Cluster, migrated: str, django_db_blocker) -> Iterator[Database]:
    """A fresh database for each test module."""
    name = f"test_{next(_numbers)}"
    copy_database(migrated, name)
    with django_db_blocker.unblock(), using("web", name):
        yield Database(name, cluster)
    drop_database(name)


@pytest.fixture
def own_database(cluster: Cluster, migrated: str, django_db_blocker) -> Iterator[Database]:
    """A fresh database for one test that cannot share."""
    name = f"test_{next(_numbers)}"
    copy_database(migrated, name)
    with django_db_blocker.unblock(), using("web", name):
        yield Database(name, cluster)
    drop_database(name)


def copy_database(template: str, name: str) -> None:
    with psycopg.connect(**where.administrator("postgres"), autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER cv_migrator").format(sql.Identifier(name), sql.Identifier(template)))
    make_database(name)


def drop_database(name: str) -> None:
    with psycopg.connect(**where.administrator("postgres"), autocommit=True) as admin:
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


class IdentityProvider:
    """The running provider, and the file of people one can be, which it reads for each sign-in."""

    def __init__(self, port: int, web_port: int) -> None:
        self.port, self.web_port = port, web_port
        self.issuer = f"http://localhost:{port}"
        self.personas = home() / "personas.json"

    def set_people(self, people: list[dict[str, object]]) -> None:
        self.personas.write_text(json.dumps(people))

    def environment(self) -> dict[str, str]:
        """What the web and the provider need, to know each other."""
        return {
            "CUSTOMERVIEW_ISSUER": self.issuer,
            "CUSTOMERVIEW_PERSONAS": str(self.personas),
            "CUSTOMERVIEW_BASE_URL": f"http://localhost:{self.web_port}",
            "CUSTOMERVIEW_MADE_UP": "1",
            "PORT": str(self.web_port),
        }


@pytest.fixture(scope="session")
def identity_provider() -> Iterator[IdentityProvider]:
    """The local OpenID provider, on a free port."""
    provider = IdentityProvider(free_port(), free_port())
    provider.set_people(json.loads((Path(__file__).parent / "personas.json").read_text()))
    with running(
        "serve", "identity-provider", "--port", str(provider.port),
        environment=os.environ | provider.environment(), log=home() / "identity-provider.log",
        ready_at=f"{provider.issuer}/.well-known/openid-configuration",
    ):  # fmt: skip
        yield provider


@dataclass(frozen=True)
class Service:
    """The running web and worker, and the database they work on."""

    url: str
    database: Database
    environment: dict[str, str]
    logs: Path
    web: subprocess.Popen
    worker: subprocess.Popen


@pytest.fixture(scope="module")
def service(database: Database, identity_provider: IdentityProvider, tmp_path_factory) -> Iterator[Service]:
    """Web and worker, as real processes with their own logins."""
    logs = tmp_path_factory.mktemp("logs")
    environment = database.environment() | identity_provider.environment()
    url = f"http://localhost:{identity_provider.web_port}"
    with ExitStack() as stack:
        worker = stack.enter_context(running("serve", "worker", environment=environment, log=logs / "worker.log"))
        web = stack.enter_context(running("serve", "web", environment=environment, log=logs / "web.log", ready_at=f"{url}/health"))
        yield Service(url, database, environment, logs, web, worker)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    # Playwright's synchronous calls run on a loop of their own, which Django would take for an asynchronous program.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = browsers.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def rendered() -> Iterator[dict[str, str]]:
    """The pages that were asked for, one of each kind; when the last test has ended, all of them must be valid HTML."""
    pages: dict[str, str] = {}
    yield pages
    wrong = browsers.invalid(pages)
    assert not wrong, json.dumps(wrong, indent=1)


def keep(documents: list[Response], rendered: dict[str, str], ours: str) -> None:
    """One page of each address, its numbers and names aside, and of each status."""
    for document in documents:
        kind = f"{document.status} {A_NAME.sub('…', document.url.partition('?')[0])}"
        if kind not in rendered and document.url.startswith(ours) and "html" in document.headers.get("content-type", ""):
            with suppress(PlaywrightError):  # a page that sent the browser on is no longer held
                rendered[kind] = document.text()


@pytest.fixture
def page(browser: Browser, service: Service, request: pytest.FixtureRequest, rendered: dict[str, str]) -> Iterator[Page]:
    """A fresh tab, with no cookies, that starts at the service: `page.goto("/")`."""
    context = browser.new_context(base_url=service.url, locale="en-GB", timezone_id="Europe/London")
    page = context.new_page()
    complaints: list[str] = []
    documents: list[Response] = []
    page.on("response", lambda response: documents.append(response) if response.request.resource_type == "document" else None)
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.on("console", lambda message: complaints.append(message.text) if browsers.is_complaint(message) else None)
    yield page
    keep(documents, rendered, service.url)
    if request.node.stash.get(FAILED, False):
        pictures = Path("test-results")
        pictures.mkdir(exist_ok=True)
        page.screenshot(path=pictures / f"{request.node.name}.png", full_page=True)
    context.close()
    assert not complaints, complaints


@pytest.fixture
def axe() -> Callable[..., list[str]]:
    return browsers.faults


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo) -> Iterator[None]:
    report = yield
    if report.when == "call" and report.failed:
        item.stash[FAILED] = True
    return report


def pytest_sessionstart(session: pytest.Session) -> None:
    """Build what pages load, if it changed: once, before the tests are shared out."""
    if not hasattr(session.config, "workerinput"):
        from customerview.config.assets import build

        build()
