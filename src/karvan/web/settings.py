"""Django's settings. Everything that differs between installations comes from environment variables.

See docs/operators/serve.md for what they mean.
"""

from __future__ import annotations

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
    "django.contrib.staticfiles",
    "karvan.web.frame",
    "karvan.web.missions",
    "karvan.web.programmes",
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
            "context_processors": ["karvan.web.frame.context.reader"],
        },
    }
]

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
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""Nothing but our own styles, fonts and pictures: no script at all until a page needs one."""

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
