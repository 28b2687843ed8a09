"""The one settings file.

Everything that differs between machines is read from the environment (and from `.env`, when there
is one) by typed readers: a wrong value stops the start with the variable's name, what stands in it
and what is expected (`manage.py` prints that as one line). No address is quoted: it may hold a
password.
"""

from datetime import timedelta
from pathlib import Path
from typing import Any

import django_include_bootstrap
import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

SQLITE_MAPPED = 2**30  # bytes; of address space, not of memory
SQLITE_CACHE_KILOBYTES = 16_000  # of each process

_DATABASES = {"sqlite", "postgres", "postgresql", "psql", "pgsql"}
_YES, _NO = {"1", "on", "true", "yes"}, {"0", "off", "false", "no"}


def _text(name: str, default: str | None = None) -> str:
    value = env.str(name, default=default)
    if value is None or (default is None and not value.strip()):
        raise ImproperlyConfigured(f"{name} не задано: укажите в окружении или в .env")
    return str(value)


def _flag(name: str, *, default: bool) -> bool:
    value = env.str(name, default="on" if default else "off").strip().lower()
    if value not in _YES | _NO:
        raise ImproperlyConfigured(f"{name}={value!r}: ожидается on или off")
    return value in _YES


def _names(name: str, default: str = "") -> list[str]:
    return [item.strip() for item in _text(name, default).split(",") if item.strip()]


def _number(name: str, default: int, *, at_least: int = 0) -> int:
    value = _text(name, str(default))
    if not value.isascii() or not value.isdigit() or int(value) < at_least:
        raise ImproperlyConfigured(f"{name}={value!r}: ожидается целое число от {at_least}")
    return int(value)


def _choice(name: str, default: str, allowed: set[str]) -> str:
    value = _text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(
            f"{name}={value!r}: ожидается одно из: {', '.join(sorted(allowed))}"
        )
    return value


def _database() -> dict[str, Any]:
    """DATABASE_URL → Django's dictionary; SQLite gets WAL and immediate transactions.

    A write transaction that starts deferred cannot wait for the lock when it was a reader first
    (SQLITE_BUSY at once, whatever the timeout), hence IMMEDIATE. A long list is sorted from pages
    that are read by the thousand: mapped into memory they cost no call of the system each, and a
    connection that is kept keeps its cache.
    """
    url = _text("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
    if url.partition("://")[0] not in _DATABASES:
        raise ImproperlyConfigured("DATABASE_URL: годятся только sqlite:/// и postgres://")
    try:
        database: dict[str, Any] = env.db_url_config(url)
    except ValueError:
        raise ImproperlyConfigured(
            "DATABASE_URL: это не адрес, нужно postgres://user:password@host:5432/name"
        ) from None  # it quotes what it took for the port: of a password with a slash, a part
    database["CONN_MAX_AGE"] = 60
    if database["ENGINE"].endswith("sqlite3"):
        if database["NAME"] != ":memory:":
            Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
        database["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            f"PRAGMA mmap_size={SQLITE_MAPPED}; PRAGMA cache_size=-{SQLITE_CACHE_KILOBYTES};",
        }
    else:
        database["CONN_HEALTH_CHECKS"] = True
    return database


def _cache() -> dict[str, Any]:
    try:
        cache: dict[str, Any] = env.cache_url("CACHE_URL", default=f"filecache://{VAR_DIR}/cache")
    except ImproperlyConfigured as error:
        raise ImproperlyConfigured(
            "CACHE_URL: это не адрес, нужно redis://host:6379/1 или filecache:///папка"
        ) from error
    return cache


def _file_storage() -> dict[str, Any]:
    """The bucket S3_BUCKET when there is one, the private folder MEDIA_ROOT otherwise."""
    bucket = _text("S3_BUCKET", "")
    if not bucket:
        return {"BACKEND": "hr_docs.storage.local.PrivateStorage"}
    options = {
        "bucket_name": bucket,
        "endpoint_url": _text("S3_ENDPOINT", "") or None,
        "region_name": _text("S3_REGION", "") or None,
        "access_key": _text("S3_ACCESS_KEY"),
        "secret_key": _text("S3_SECRET_KEY"),
    }
    return {"BACKEND": "hr_docs.storage.bucket.BucketStorage", "OPTIONS": options}


def _broker(task_backend: str) -> str:
    """CELERY_BROKER_URL, which TASK_BACKEND=celery cannot do without."""
    if task_backend != "celery":
        return ""
    url = _text("CELERY_BROKER_URL")
    if not url.startswith(("redis://", "rediss://", "amqp://", "amqps://")):
        raise ImproperlyConfigured(
            "CELERY_BROKER_URL: ожидается redis://, rediss://, amqp:// или amqps://"
        )
    return url


DEBUG = _flag("DEBUG", default=False)
SECRET_KEY = _text("SECRET_KEY")
ALLOWED_HOSTS = _names("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = _names("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "hr_docs.access.apps.SuperuserAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
    "hr_docs.apps.HrDocsConfig",
    "hr_docs.access.apps.AccessConfig",
    "job_descriptions",
    "employees",
    "hr_docs.documents",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "hr_docs.pages.middleware.chosen_language",
    "hr_docs.pages.middleware.private_answers",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "hr_docs.access.middleware.watched_session",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "hr_docs.urls"
WSGI_APPLICATION = "hr_docs.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]
MESSAGE_STORAGE = (
    "django.contrib.messages.storage.session.SessionStorage"  # names stay out of cookies
)
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Remembers one-time codes that were used. Shared by the processes of one machine; several machines
# share a Redis (rediscache://host:6379/1).
CACHES = {"default": _cache()}

LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = _text("TIME_ZONE", "Europe/Moscow")
USE_TZ = True

# Documents are private: they are served by views that check rights, never from a public folder.
MEDIA_ROOT = Path(_text("MEDIA_ROOT", str(VAR_DIR / "media")))
SCAN_MAX_MEGABYTES = _number("SCAN_MAX_MEGABYTES", 20)  # of one scan of a signed paper
# Files made for printing and downloading hold many people's papers: they go after so many days.
BUNDLE_DAYS = _number("BUNDLE_DAYS", 7)
AUDIT_LOG_DAYS = _number("AUDIT_LOG_DAYS", 0)  # then its entries go; 0 keeps them for ever
WORD_MASTERS_DIR = BASE_DIR / "templates" / "word"

STATIC_URL = "static/"
STATICFILES_DIRS = [
    ("vendor/bootstrap", Path(django_include_bootstrap.__file__).parent / "static"),
]
STATIC_ROOT = Path(_text("STATIC_ROOT", str(VAR_DIR / "static")))
STORAGES: dict[str, dict[str, Any]] = {
    "default": _file_storage(),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "hr_docs.access.backend.RoleBackend",
]
# The history of records: reasons name files, which may be long; it is read by record, not by date.
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
SIMPLE_HISTORY_DATE_INDEX = False

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"

# Names and passwords that an administrator gives; people here need no e-mail address.
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGOUT_REDIRECT_URL
ACCOUNT_RATE_LIMITS = False  # failed tries are counted once, below
ACCOUNT_FORMS = {
    "login": "hr_docs.access.forms.LoginForm",
    "change_password": "hr_docs.access.forms.ChangePasswordForm",
    "reauthenticate": "hr_docs.access.forms.ReauthenticateForm",
}
SECOND_FACTOR = _choice("SECOND_FACTOR", "optional", {"off", "optional", "required"})
MFA_ADAPTER = "hr_docs.access.second_factor.SecondFactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody is asked for an address
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "hr_docs.access.forms.CodeForm",
    "reauthenticate": "hr_docs.access.forms.CodeAgainForm",
    "activate_totp": "hr_docs.access.forms.ActivateForm",
}

AXES_FAILURE_LIMIT = _number("LOGIN_FAILURES", 5, at_least=1)
AXES_COOLOFF_TIME = timedelta(minutes=_number("LOCKOUT_MINUTES", 15, at_least=1))
AXES_LOCKOUT_PARAMETERS = ["username"]
SILENCED_SYSTEM_CHECKS = ["axes.W006"]  # warns of locking by name: see hr_docs/access/lockout.py
AXES_USERNAME_CALLABLE = "hr_docs.access.lockout.counted_name"
AXES_LOCKOUT_CALLABLE = "hr_docs.access.lockout.locked_out"
AXES_CLIENT_IP_CALLABLE = "hr_docs.access.address.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the product's audit log has it
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "code", "csrfmiddlewaretoken"]

# Who runs jobs outside of requests: «database» keeps the queue beside the records and needs nothing
# else running but `manage.py work`; «celery» hands them to the broker CELERY_BROKER_URL, for
# several machines; «immediate» runs them within the request (tests).
TASK_BACKEND = _choice("TASK_BACKEND", "database", {"database", "celery", "immediate"})
TASKS = {
    "default": {
        "BACKEND": {
            "database": "django_tasks_db.DatabaseBackend",
            "celery": "hr_docs.background.celery_backend.CeleryBackend",
            "immediate": "django_tasks.backends.immediate.ImmediateBackend",
        }[TASK_BACKEND],
        "QUEUES": [],  # any
    },
}
CELERY_BROKER_URL = _broker(TASK_BACKEND)
WORKERS = _number("WORKERS", 2)  # processes of `manage.py work` on this machine
JOBS_PER_PROCESS = 100  # then a worker is replaced, so that no leak can grow
JOB_SECONDS = 20  # a long job then queues itself anew, so that others have their turn

# A worker that has not reported on a person for so long is taken for dead, and another one begins
# anew; a person takes a few seconds.
RUN_LEASE_SECONDS = _number("RUN_LEASE_SECONDS", 60)
RUN_JOBS = 4  # workers that may share one run
JOB_VISIBILITY_SECONDS = 2 * (JOB_SECONDS + RUN_LEASE_SECONDS)  # then Redis delivers a job again

# HTTPS=off is for one machine without a certificate (127.0.0.1); everything else stays behind TLS.
HTTPS = _flag("HTTPS", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # a balancer asks the machine itself
SECURE_HSTS_SECONDS = _number("SECURE_HSTS_SECONDS", 31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
# One proxy stands in front, sets X-Forwarded-Proto and appends to X-Forwarded-For.
BEHIND_PROXY = _flag("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_AGE = 12 * 3600
SESSION_IDLE_MINUTES = _number("SESSION_IDLE_MINUTES", 60, at_least=1)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
X_FRAME_OPTIONS = "DENY"  # the PDF preview alone may stand in a frame of our own

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

LOG_LEVEL = _choice("LOG_LEVEL", "WARNING", {"DEBUG", "INFO", "WARNING", "ERROR"})
# Personal data never reaches a log: messages carry ids and field names, not values.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["stderr"],
        "level": LOG_LEVEL,
    },
}
