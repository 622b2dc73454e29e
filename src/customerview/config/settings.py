"""Django's settings, all from the environment, denying by default.

Nothing here is secret: secrets come from `home.secret`. What differs between installations is named CUSTOMERVIEW_…, and
docs/reference/settings.md lists it.
"""

import os
from pathlib import Path

from customerview.config import database
from customerview.config.home import SOURCE, secret

ROOMS = Path(__file__).resolve().parents[1]
LOGIN = os.environ.get("CUSTOMERVIEW_LOGIN", "web")
if LOGIN not in database.LOGINS:
    raise SystemExit(f"CUSTOMERVIEW_LOGIN is {LOGIN!r}; it must be one of: {', '.join(database.LOGINS)}.")

DEBUG = False  # an error page never shows code or data; errors go to the log
SECRET_KEY = secret("signing_key")
ALLOWED_HOSTS = os.environ.get("CUSTOMERVIEW_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
# Behind a proxy that ends TLS, say so: cookies are then sent over TLS only, and browsers told to come by no other way.
OVER_TLS = os.environ.get("CUSTOMERVIEW_OVER_TLS", "") == "1"

DATABASES = {"default": database.django_settings(LOGIN)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A room that has tables has an apps.py.
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    *(f"customerview.{path.parent.relative_to(ROOMS).as_posix().replace('/', '.')}" for path in sorted(ROOMS.rglob("apps.py"))),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "customerview.config.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "customerview.portals.layout.language.Language",
    "customerview.portals.layout.errors.DatabaseAway",
    "customerview.identity.middleware.SignedIn",
]

ROOT_URLCONF = "customerview.config.urls"
WSGI_APPLICATION = "customerview.config.wsgi.application"
APPEND_SLASH = False

ISSUER = os.environ.get("CUSTOMERVIEW_ISSUER", "")  # the OpenID provider people sign in with

SESSION_COOKIE_NAME = "cv_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # the sign-in service sends people back to us from another site
SESSION_COOKIE_AGE = 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = OVER_TLS
CSRF_COOKIE_NAME = "cv_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone with the browser's session
CSRF_FAILURE_VIEW = "customerview.portals.layout.errors.forged"

SECURE_SSL_REDIRECT = OVER_TLS
SECURE_HSTS_SECONDS = 31_536_000 if OVER_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if OVER_TLS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

LANGUAGE_CODE = "en-gb"
USE_I18N = False  # our words are pairs of English and Welsh, kept beside what they speak of
USE_TZ = True
TIME_ZONE = "Europe/London"

# The brand: a plain one, which an installation replaces by its own.
BRAND_NAME = os.environ.get("CUSTOMERVIEW_BRAND_NAME", "Customer View")
LETTER_FONTS = SOURCE / "node_modules" / "@expo-google-fonts" / "public-sans"  # carries Welsh, and scanners read its figures
BRAND_COLOUR = os.environ.get("CUSTOMERVIEW_BRAND_COLOUR", "#0b4a5c")
MADE_UP = os.environ.get("CUSTOMERVIEW_MADE_UP", "") == "1"  # every page says that its people are made up

# Built by `customerview assets build`, outside the code and never committed.
ASSETS = Path(os.environ.get("CUSTOMERVIEW_ASSETS") or SOURCE / ".assets")
STATIC_URL = "/static/"
STATICFILES_DIRS = [ASSETS / "made"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STATIC_ROOT = ASSETS / "served"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SILENCED_SYSTEM_CHECKS = ["staticfiles.W004"]  # the folder is there once something is built

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "OPTIONS": {
            "environment": "customerview.portals.layout.environment.environment",
            "context_processors": ["customerview.portals.layout.environment.shared"],
        },
    }
]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"log": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "procrastinate.blueprints": {"level": "WARNING"},
        "procrastinate.periodic": {"level": "WARNING"},  # it names every periodic job at every start
        "httpx": {"level": "WARNING"},
    },
    "root": {"handlers": ["log"], "level": os.environ.get("CUSTOMERVIEW_LOG_LEVEL", "INFO")},
}

# What is kept in step in the same transaction as the facts.
CUSTOMERVIEW_PROJECTIONS = [
    "customerview.work.open_duty.project",
    "customerview.linkage.index.project",
    "customerview.linkage.acted_for.project",
    "customerview.proofs.share_codes.project",
    "customerview.proofs.status.project",
    "customerview.proofs.wallet_offers.project",
    "customerview.api.organisation_keys.project",
    "customerview.organisations.listed.project",
    "customerview.organisations.inbox.project",
]

PROCRASTINATE_IMPORT_PATHS = ["customerview.config.jobs"]
