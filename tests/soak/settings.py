"""The service's own settings, with the one job that bad days run."""

from customerview.config.settings import *  # noqa: F403
from customerview.config.settings import PROCRASTINATE_IMPORT_PATHS as OWN

PROCRASTINATE_IMPORT_PATHS = [*OWN, "tests.soak.jobs"]
