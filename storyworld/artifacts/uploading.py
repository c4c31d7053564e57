"""Uploading a film under a grant: all that a render worker does with a store.

The worker has no credential of a bucket. It is handed a URL that is good for one object, and PUTs
the film there. But a grant comes out of a queue, and whoever can write to that queue can forge
one. What could a forged grant do, and what stops it?

- *Reach what only the worker can reach* (a metadata service, a Redis, a router: SSRF). Where the
  worker is told the store's address (``S3_ENDPOINT_URL``), nothing else is asked, ever. Where it is
  not, the URL must be ``https`` at a host with a name: a service inside a network would have to
  show a certificate for the forger's name, whatever that name resolves to. Redirects are not
  followed. Plain ``http`` needs the endpoint to be told, on the worker's own machine, too.
- *Send something out* (exfiltration). What is sent is the film, made of the same message, which
  told the forger nothing new; the worker has no other secret to add: no cookies, no ``.netrc``, no
  proxy's password (no proxy is used), and of the grant's headers only those that an
  upload has.
- *Bring something back*. Of the answer only the status and one word of an error are told.

A PUT is tried three times: ``If-None-Match: *`` makes that safe. If an own try came to nothing that
anybody knows of (no answer, or a 5xx after the bytes were sent), a later 412 most likely means that
it did arrive, and is taken for success: what lies there is hashed before anything is believed.
"""

import base64
import hashlib
import ipaddress
import re
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final
from urllib.parse import urlsplit

import httpx

from storyworld.artifacts.disk import DiskStore
from storyworld.artifacts.verifying import CHUNK_BYTES, incoming_key
from storyworld.errors import PermanentError, StageError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.records.render import UploadGrant

WAITS_S: Final = (0.5, 2.0)
"""How long before each further try."""
_HEADERS: Final = frozenset({"content-type", "if-none-match"})
_ANSWER_BYTES: Final = 4096
_HEADER = re.compile(r"[\x20-\x7e]{1,200}")
_CODE = re.compile(rb"<Code>([A-Za-z0-9_.-]{1,80})</Code>")
_EXPIRED = re.compile(rb"request has expired|<Code>ExpiredRequest</Code>", re.IGNORECASE)
_TORN: Final = frozenset({"BadDigest", "IncompleteBody", "RequestTimeout"})
_CHECK_BUCKET: Final = (
    "check the bucket and its credentials where the control side runs: `storyworld doctor`"
)


def upload(
    grant: UploadGrant,
    film: Path,
    *,
    disk: DiskStore | None,
    timeout_s: float,
    endpoint: str | None = None,
) -> None:
    """Store a film under a grant.

    Parameters
    ----------
    disk
        What takes the film where the grant has no URL; None where no disk is shared.
    timeout_s
        How long the store may be silent, in seconds, each try.
    endpoint
        The only address that is uploaded to, if it is known.

    Raises
    ------
    TransientError
        GRANT_EXPIRED; UPLOAD_CONFLICT, if something lies there already; STORAGE_UNAVAILABLE;
        STORAGE_FULL; RENDER_FAILED, if the film changed while it was read.
    PermanentError
        STORAGE_REFUSED, if the store, or this worker, will not have it; BAD_REPORT.
    """
    if grant.url is not None:
        _put(_checked(grant, endpoint), grant.headers, film, timeout_s)
    elif disk is not None:
        disk.put(grant, film)
    else:
        raise PermanentError(
            FailureCode.STORAGE_REFUSED,
            "this worker shares no disk, and was given no address to upload to",
            fix="set S3_BUCKET and its credentials where the control side runs",
        )


def _checked(grant: UploadGrant, endpoint: str | None) -> httpx.URL:
    """Give the URL of a grant if a film may be sent there."""
    try:
        url = httpx.URL(grant.url or "")
        port = urlsplit(grant.url or "").port
    except (httpx.InvalidURL, ValueError) as error:
        raise _not_there("it is no URL") from error
    if url.userinfo or url.fragment or port == 0:
        raise _not_there("it is more than an address")
    if not url.path.endswith(f"/{incoming_key(grant.object_key)}"):
        raise _not_there("it is that of another object")
    if not all(_HEADER.fullmatch(value) for _, value in grant.headers):
        raise _not_there("its headers are none")
    if endpoint is not None:
        if _origin(url) != _origin(httpx.URL(endpoint)):
            raise _not_there("it is not at S3_ENDPOINT_URL")
    elif url.scheme != "https":
        raise _not_there("it is not https")
    elif _is_number(url.host):
        raise _not_there("its host has no name")
    return url


def _origin(url: httpx.URL) -> tuple[str, str, int]:
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme, 0)


def _is_number(host: str) -> bool:
    """Whether a host is an address, in any of the ways that resolvers read one, or this machine."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        last = host.rstrip(".").rpartition(".")[2]
        return not last or last == "localhost" or last[0].isdigit()
    return True


def _not_there(why: str) -> PermanentError:
    return PermanentError(
        FailureCode.STORAGE_REFUSED,
        f"this worker does not upload to the address it was given: {why}",
        fix="set S3_ENDPOINT_URL on this worker to what the control side has",
    )


class _Film:
    """The bytes of a film as they are sent; noticing if they are not those that were hashed."""

    def __init__(self, film: Path) -> None:
        self._film = film
        self.size_bytes = film.stat().st_size
        digest = hashlib.md5(usedforsecurity=False)
        with film.open("rb") as file:
            for chunk in _chunks(file):
                digest.update(chunk)
        self.md5 = base64.b64encode(digest.digest()).decode()

    def __iter__(self) -> Iterator[bytes]:
        sent = 0
        with self._film.open("rb") as file:
            for chunk in _chunks(file):
                sent += len(chunk)
                if sent > self.size_bytes:
                    raise self.changed()
                yield chunk
        if sent != self.size_bytes:
            raise self.changed()

    @staticmethod
    def changed() -> TransientError:
        return TransientError(
            FailureCode.RENDER_FAILED, "the film changed while it was being uploaded"
        )


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(CHUNK_BYTES):
        yield chunk


def _put(
    url: httpx.URL, headers: tuple[tuple[str, str], ...], film: Path, timeout_s: float
) -> None:
    body = _Film(film)
    sent = {name: value for name, value in headers if name.lower() in _HEADERS}
    sent |= {"content-length": str(body.size_bytes), "content-md5": body.md5}
    times = {"timeout": httpx.Timeout(timeout_s).as_dict()}
    perhaps_there = False
    # a bare transport: a client writes the URL into the log, which is as good as a key
    with httpx.HTTPTransport() as transport:
        for wait_s in (*WAITS_S, None):
            request = httpx.Request("PUT", url, content=iter(body), headers=sent, extensions=times)
            try:
                with closing(transport.handle_request(request)) as answer:
                    refused = _refusal(answer, perhaps_there=perhaps_there)
                perhaps_there |= answer.status_code >= 500
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
                refused = _away(type(error).__name__)
            except httpx.TransportError as error:
                refused = _away(type(error).__name__)
                perhaps_there = True
            if refused is None:
                return
            again = refused.failure.code is FailureCode.STORAGE_UNAVAILABLE
            if wait_s is None or not again:
                raise refused from None  # httpx's may quote the URL
            time.sleep(wait_s)


def _refusal(answer: httpx.Response, *, perhaps_there: bool) -> StageError | None:
    """Say what is wrong with an answer; None if the film is stored."""
    status = answer.status_code
    if 200 <= status < 300 or (status == 412 and perhaps_there):
        return None
    body = _beginning(answer)
    found = _CODE.search(body)
    code = found[1].decode() if found else f"HTTP {status}"
    if status == 412:
        return TransientError(
            FailureCode.UPLOAD_CONFLICT,
            "something lies there already",
            fix="ask for a fresh place",
        )
    if status in (400, 403) and _EXPIRED.search(body):
        return TransientError(
            FailureCode.GRANT_EXPIRED,
            "the leave to upload had expired",
            fix="set STORYWORLD_GRANT_S to more than a request waits and renders, and compare the "
            "clocks of the control side and the store",
        )
    if status >= 500 or status in (408, 409, 425, 429) or code in _TORN:
        return _away(code)
    return PermanentError(
        FailureCode.STORAGE_REFUSED, f"the store refuses the film: {code}", fix=_CHECK_BUCKET
    )


def _beginning(answer: httpx.Response) -> bytes:
    """Read the beginning of an answer, however long it is."""
    read = b""
    for chunk in answer.iter_raw(_ANSWER_BYTES):
        read += chunk
        if len(read) >= _ANSWER_BYTES:
            break
    return read[:_ANSWER_BYTES]


def _away(said: str) -> TransientError:
    return TransientError(
        FailureCode.STORAGE_UNAVAILABLE, f"the store did not take the film: {said}"
    )
