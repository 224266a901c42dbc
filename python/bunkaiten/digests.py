"""SHA-256 without OpenSSL, whose library alone takes a thirtieth of a cold start to load."""

try:  # CPython's own, as its `random` does; the name has changed with 3.12
    from _sha2 import sha256  # type: ignore[import-not-found,unused-ignore]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        from hashlib import sha256


def of_bytes(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal digits."""
    digest: str = sha256(data).hexdigest()
    return digest


def of_text(text: str) -> str:
    """Return the SHA-256 of `text` as UTF-8, in hexadecimal digits."""
    return of_bytes(text.encode())
