"""Settings of security headers and cookies. Served over https they are strict; over http (the demo) they still work."""

from __future__ import annotations

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE

from pactwerk.conf import environment

HTTPS = environment.text("PACTWERK_URL", "http://127.0.0.1:8000").startswith("https://")
PACTWERK_PROXIES = environment.proxies(HTTPS)

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 2 * 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PACTWERK_PROXIES else None
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
    "midi=(), payment=(), publickey-credentials-get=(self), publickey-credentials-create=(self), usb=()"
)

# A browser accepts a __Host- cookie only over https, for this very host, for all paths.
_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{_PREFIX}csrftoken"
LANGUAGE_COOKIE_NAME = f"{_PREFIX}language"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": HTTPS,
    }
}
# Wagtail's editor writes inline scripts and styles (wagtail/wagtail #1288) and shows a page's preview in a frame.
EDITOR_CONTENT_SECURITY_POLICY = {
    "default-src": [SELF],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "object-src": [NONE],
    "base-uri": [NONE],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "upgrade-insecure-requests": HTTPS,
}
# What people uploaded may show itself and nothing else.
MEDIA_CONTENT_SECURITY_POLICY = {"default-src": [NONE], "frame-ancestors": [NONE], "sandbox": True}
