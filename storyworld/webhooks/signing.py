"""Secrets and signatures by the Standard Webhooks scheme (version 1, symmetric)."""

import base64
import hashlib
import hmac
import secrets
from typing import Final

PREFIX: Final = "whsec_"
SECRET_BYTES: Final = 32
_VERSION: Final = "v1"


def new_secret() -> str:
    """Make a secret as receivers are told it."""
    return PREFIX + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def signatures(keys: tuple[str, ...], delivery_id: str, at: int, body: bytes) -> str:
    """Sign a try with every secret that is in force: `v1,...`, one after the other by spaces.

    Parameters
    ----------
    keys
        The secret, and after a rotation the one before it.
    at
        When the try is made, in whole seconds since 1970.
    """
    signed = b"%b.%d.%b" % (delivery_id.encode(), at, body)
    return " ".join(f"{_VERSION},{_signature(key, signed)}" for key in keys)


def _signature(key: str, signed: bytes) -> str:
    secret = base64.b64decode(key.removeprefix(PREFIX), validate=True)
    return base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
