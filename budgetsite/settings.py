"""All settings, each from the environment where places differ (README.md has the table)."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url
import plotly
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from budgetsite.environment import flag, kept_secret_key, number, text, words

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
VAR_DIR.mkdir(parents=True, exist_ok=True)  # SQLite makes its file, but not the folder

# Which face the site has ----------------------------------------------------------------

DEBUG = flag("DEBUG")
DEMO = flag("DEMO")  # sign-in by one button, with sample disclosures
PUBLIC_BROWSING = flag("PUBLIC_BROWSING")  # published disclosures without signing in
BEHIND_HTTPS = flag("BEHIND_HTTPS")  # a proxy in front speaks HTTPS and sets X-Forwarded-Proto

# Database -------------------------------------------------------------------------------

DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(
        text("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
ON_SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
if ON_SQLITE:
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        # Taking the write lock at the start waits for other writers; upgrading later fails at once.
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Work that outlasts a request; `manage.py db_worker` does it, on SQLite and PostgreSQL alike.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# What reading one file may cost.
READ_SECONDS = number("READ_SECONDS", 600)
READ_MEGABYTES = number("READ_MEGABYTES", 2048)
READ_PAGES = number("READ_PAGES", 1000)

# Who uploaded a file may not publish it: a second person does. An office of one person turns it off.
TWO_PERSON_PUBLISHING = flag("TWO_PERSON_PUBLISHING", default=True)

# Secrets and hosts ----------------------------------------------------------------------

IN_PRODUCTION = not (DEBUG or DEMO or ON_SQLITE)
SECRET_KEY = text("SECRET_KEY")
if not SECRET_KEY and IN_PRODUCTION:
    # Several machines may share one database, and they must share one key.
    raise ImproperlyConfigured("生产环境须设置 SECRET_KEY / SECRET_KEY must be set in production")
SECRET_KEY = SECRET_KEY or kept_secret_key(VAR_DIR / "secret_key")

# The machine itself may always ask: health checks come by this name.
ALLOWED_HOSTS = [*words("ALLOWED_HOSTS"), "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_AGE = 12 * 3600  # one working day: offices share computers
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
if BEHIND_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 30 * 24 * 3600
SECURE_REFERRER_POLICY = "same-origin"  # the address of a shared link is its key
X_FRAME_OPTIONS = "SAMEORIGIN"

# Everything comes from this site; there is no inline script or style, so no nonce is needed.
# Bootstrap's icons are data: images, and plotly draws its download through a blob: image.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}

# The app --------------------------------------------------------------------------------

INSTALLED_APPS = [
    "disclosures",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "budgetsite.staticfiles.StaticFiles",
    "django_tables2",
    "django_filters",
    "django_htmx",
    "bootstrap",
    "csp",
    "budgetsite.named_apps.SignIns",
    "django_tasks",
    "budgetsite.named_apps.BackgroundTasks",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "budgetsite.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "budgetsite.urls"
WSGI_APPLICATION = "budgetsite.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "budgetsite.context.site",
            ]
        },
    }
]
DJANGO_TABLES2_TEMPLATE = "django_tables2/bootstrap5.html"

# People ---------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "/"

# A whole office may share one address: lock the pair of name and address, not the address.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False  # no banner on every command; failures and lock-outs are still logged
AXES_IPWARE_PROXY_COUNT = number("PROXY_COUNT", 0) or None
if AXES_IPWARE_PROXY_COUNT:
    AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR", "REMOTE_ADDR"]

# Languages ------------------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
USE_THOUSAND_SEPARATOR = False  # figures are set by the templates' own filters, codes and years never

# Files ----------------------------------------------------------------------------------

MEDIA_ROOT = text("MEDIA_ROOT", str(VAR_DIR / "media"))
MEDIA_URL = "media/"  # never served by itself: views hand files out after asking who wants them
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [
    *(folder for folder in [BASE_DIR / "static"] if folder.is_dir()),
    ("plotly", Path(plotly.__file__).parent / "package_data"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG

MAX_UPLOAD_BYTES = number("MAX_UPLOAD_BYTES", 50 * 1024 * 1024)  # of one file
MAX_UPLOAD_FILES = number("MAX_UPLOAD_FILES", 20)  # in one go, where the browser runs no scripts
MAX_ARCHIVE_BYTES = number("MAX_ARCHIVE_BYTES", 500 * 1024 * 1024)  # of one ZIP
MAX_ARCHIVE_FILES = number("MAX_ARCHIVE_FILES", 500)  # in one ZIP
# The upload form says kindly what is too many; this is the hard stop behind it.
DATA_UPLOAD_MAX_NUMBER_FILES = 2 * MAX_UPLOAD_FILES
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # of a form's fields, without its files

# Logging, to stderr --------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": text("LOG_LEVEL", "INFO")},
}
