"""Who asks, and where: project, place and token; and what of it lacks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from storyworld.models.asking import UnansweredError, of_library
from storyworld.records.provenance import TryResult
from storyworld.settings import Settings

if TYPE_CHECKING:
    from google.auth.credentials import Credentials

Finder = Callable[[], "Credentials"]

# They become part of an address: nothing in them may lead elsewhere.
PROJECT: Final = r"[a-z0-9][a-z0-9.:-]{0,99}"
LOCATION: Final = r"[a-z][a-z0-9-]{0,49}"
_SCOPE: Final = "https://www.googleapis.com/auth/cloud-platform"
_REST_S: Final = 900.0
_SIGN_IN: Final = (
    "run `gcloud auth application-default login`, or let GOOGLE_APPLICATION_CREDENTIALS name the "
    "key file of a service account"
)
_OR_ELSE: Final = "or take veo off the backends"


@dataclass(frozen=True)
class Place:
    """Where films are ordered: a Google Cloud project, and a location of the Agent Platform."""

    project: str
    location: str


def place_of(settings: Settings) -> Place:
    """Say where films are ordered.

    Raises
    ------
    UnansweredError
        NOT_CONFIGURED if no project is named, or its name or the location's cannot be one.
    """
    project, location = settings.google_cloud_project, settings.google_cloud_location
    if project is None:
        raise _unconfigured(f"veo has no project: set GOOGLE_CLOUD_PROJECT, {_OR_ELSE}")
    for name, value, pattern in (
        ("GOOGLE_CLOUD_PROJECT", project, PROJECT),
        ("GOOGLE_CLOUD_LOCATION", location, LOCATION),
    ):
        if not re.fullmatch(pattern, value):
            raise _unconfigured(f"{name} is no name of one: correct it, {_OR_ELSE}")
    return Place(project, location)


def by_key(settings: Settings) -> bool:
    """Whether the model is asked by an API key rather than in a cloud project."""
    return settings.veo_model.startswith("gemini-omni")


def key_of(settings: Settings) -> SecretStr:
    """Give the key of the Gemini API.

    Raises
    ------
    UnansweredError
        NOT_CONFIGURED without one.
    """
    if settings.gemini_api_key is None:
        raise _unconfigured(f"{settings.veo_model} has no key: set GEMINI_API_KEY, {_OR_ELSE}")
    return settings.gemini_api_key


def price_of(settings: Settings, seconds: float) -> float:
    """Say what so many seconds of film cost in USD.

    Raises
    ------
    UnansweredError
        NOT_CONFIGURED if nobody knows the price of the model.
    """
    usd = settings.render_prices.usd(settings.veo_model, seconds)
    if usd is None:
        raise _unconfigured(
            f"nobody knows what a second of {settings.veo_model} costs: set "
            f"STORYWORLD_RENDER_PRICES={settings.veo_model}=0.08 (USD per second of film)"
        )
    return usd


def finder_for(url: str | None) -> Finder:
    """Give how credentials are found for a server: Google's own by Application Default Credentials.

    A token is a secret: over plain HTTP, to a stand-in on this machine, none is sent.
    """
    return _no_token if url is not None and not url.startswith("https://") else _default


def signed_in(find: Finder, timeout_s: float) -> "Credentials":
    """Find credentials and see to it that their token holds.

    Raises
    ------
    UnansweredError
        NOT_CONFIGURED without credentials, REFUSED with such as are not taken, UNAVAILABLE or
        TIMEOUT where nobody said; nothing was asked yet, so that nothing is billed.
    """
    from google.auth import exceptions
    from google.auth.transport.requests import Request

    try:
        found = find()
        if not found.valid:
            refresh: Callable[[object], None] = found.refresh
            refresh(partial(Request(), timeout=timeout_s))
    except exceptions.DefaultCredentialsError as error:
        raise _unconfigured(f"veo has no credentials: {_SIGN_IN} ({error})") from None
    except exceptions.RefreshError as error:
        if error.retryable:
            raise _unsigned(error) from None
        said = f"the credentials for veo are not taken: {_SIGN_IN} ({error})"
        raise UnansweredError(TryResult.REFUSED, said, rest_s=_REST_S) from None
    except Exception as error:  # noqa: BLE001 - whatever the library raises, the next is asked
        raise _unsigned(error) from None
    return found


def lacking(settings: Settings) -> tuple[str, str] | None:
    """Say what is missing for films of Veo, and the fix; None if nothing is known to be.

    Credentials are looked for as for an order, but no token is asked for. On a machine outside
    Google's cloud that has none, looking may take some seconds.
    """
    try:
        price_of(settings, 1.0)
        key_of(settings) if by_key(settings) else place_of(settings)
    except UnansweredError as error:
        what, _, fix = error.detail.partition(": ")
        return what, fix
    if by_key(settings):
        return None
    from google.auth import exceptions

    try:
        finder_for(settings.veo_url)()
    except exceptions.GoogleAuthError:
        return "veo has no credentials", _SIGN_IN
    return None


def _default() -> "Credentials":
    import google.auth

    found: Credentials = google.auth.default(scopes=[_SCOPE])[0]
    return found


def _no_token() -> "Credentials":
    from google.oauth2 import credentials

    of_token: Callable[[str], Credentials] = credentials.Credentials
    return of_token("none")


def _unconfigured(detail: str) -> UnansweredError:
    return UnansweredError(TryResult.NOT_CONFIGURED, detail)


def _unsigned(error: Exception) -> UnansweredError:
    said = of_library(error, where="veo's sign-in")
    result = TryResult.UNAVAILABLE if said.result is TryResult.MALFORMED else said.result
    return UnansweredError(result, said.detail, unbilled=True)
