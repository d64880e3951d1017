"""Django's settings. Everything that differs between installations comes from environment variables.

See docs/operators/serve.md for what they mean.
"""

from __future__ import annotations

from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

from karvan.web import environment

HOME = environment.karvan_home()
"""Where this installation keeps its database, its secret key and its copies of static files."""

SECRET_KEY = environment.secret_key(HOME)
DEBUG = environment.is_on("DEBUG")
ALLOWED_HOSTS = environment.words("KARVAN_ALLOWED_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
DATABASES = {"default": environment.database(HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "karvan.web.frame",
    "karvan.web.accounts",
    "karvan.web.missions",
    "karvan.web.audit",
    "karvan.web.companies",
    "karvan.web.requests",
    "karvan.web.blocks",
    "karvan.web.resources",
    "karvan.web.members",
    "karvan.web.taxonomy",
    "karvan.web.workbooks",
    "karvan.web.programmes",
    "karvan.web.availability",
    "karvan.web.visits",
    "karvan.web.clearances",
    "karvan.web.duties",
    "karvan.web.logistics",
    "karvan.web.letters",
    "karvan.web.applications",
    "karvan.web.jobs",
    "karvan.web.outbox",
    "karvan.web.feeds",
    "karvan.web.drafts",
    "karvan.web.catalogue",
    "karvan.web.matches",
    "karvan.web.delegations",
]
MIDDLEWARE = [
    "karvan.web.middleware.ContentSecurityMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "karvan.web.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "karvan.web.middleware.AudienceMiddleware",
    "karvan.web.middleware.ExpectedErrorMiddleware",
]
ROOT_URLCONF = "karvan.web.urls"
WSGI_APPLICATION = "karvan.web.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["karvan.web.frame.templatetags.karvan"],
            "context_processors": [
                "django.template.context_processors.request",
                "karvan.web.frame.context.reader",
                "karvan.web.frame.context.seat",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "sign-in"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
AXES_IPWARE_META_PRECEDENCE_ORDER = ["REMOTE_ADDR"]
"""Eight wrong passwords for one address from one place, and it is locked for a quarter of an hour."""

PASSWORD_RESET_TIMEOUT = 2 * 3600
IS_SECOND_FACTOR_REQUIRED = not environment.is_on("KARVAN_WITHOUT_SECOND_FACTOR")
"""Whether the organiser's team needs a second factor; sample accounts of the demo never do."""

EMAIL_BACKEND, EMAIL_FILE_PATH = environment.mail_backend(HOME)
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_TLS = environment.mail_server()
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("KARVAN_MAIL_FROM", "karvan@localhost")
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = "Lax"
IS_HTTPS = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = environment.is_on("KARVAN_HTTPS")
"""Whether readers come by https, through a proxy: cookies and links are for https alone then."""

OTP_TOTP_ISSUER = "Karvan"
IS_DEMO = environment.is_on("KARVAN_DEMO")
"""Whether sample accounts sign in with one click: on where `karvan demo` serves, and nowhere else."""

# Words, dates and digits come from karvan.languages, never from Django's catalogues.
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [("fonts", Path(str(files("karvan"))) / "assets" / "fonts")]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""Nothing but our own scripts, styles, fonts and pictures; nothing inline, nothing evaluated."""

PERMISSIONS_POLICY = ("camera", "geolocation", "microphone", "payment", "usb", "interest-cohort", "browsing-topics")
"""Powers of the browser that no page of ours may use."""

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}
