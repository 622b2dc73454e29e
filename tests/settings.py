"""The service's own settings, for a home folder that lasts as long as this test process."""

import atexit
import os
import shutil
import tempfile

os.environ["CUSTOMERVIEW_HOME"] = tempfile.mkdtemp(prefix="cv-tests-")
os.chmod(os.environ["CUSTOMERVIEW_HOME"], 0o711)  # the database's account passes through
atexit.register(shutil.rmtree, os.environ["CUSTOMERVIEW_HOME"], ignore_errors=True)
os.environ.pop("DATABASE_URL", None)

from customerview.config.settings import *  # noqa: E402, F403
