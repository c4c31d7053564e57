"""Films in a bucket: Amazon S3, Cloudflare R2, MinIO, or whatever else speaks their language.

How a film's integrity is held, since nobody knows its sha256 before it is rendered:

1. The grant is a presigned PUT for one key, and only while nothing lies there: ``If-None-Match: *``
   is signed, so that an upload cannot be replaced by whoever gets hold of the URL later. What the
   URL allows is one object below ``incoming/``, where nobody looks but :meth:`S3Store.admit`.
2. The worker sends ``Content-MD5``, so that bytes torn on the way are refused there and then. It
   need not be signed, as an ``x-amz-checksum-…`` header would have to be.
3. The control side believes neither. It reads the upload once, as many bytes as were reported and
   no more, while it takes their sha256; if that is the one reported, it stores *these* bytes (no
   server-side copy, which might copy others) under their sha256, with ``ChecksumSHA256`` for the
   store to check and ``If-None-Match: *``. 412 there means that the film is kept already, which is
   looked up: a stored object of another size or digest is replaced.
4. The upload is deleted last. A crash before that leaves a copy to be admitted again or swept.

Notes
-----
boto3 adds CRC32 trailers unless told otherwise, which R2 refuses as "Unauthorized": hence
``when_required``. Deletes go one by one for the same reason: ``DeleteObjects`` needs a checksum.
"""

import base64
import re
import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from storyworld.artifacts.patience import TRIES, StorePatience, together
from storyworld.artifacts.verifying import (
    CHUNK_BYTES,
    INCOMING,
    admissible,
    film_key,
    incoming_key,
    kept_key,
    write_verified,
)
from storyworld.errors import ConfigurationError, PermanentError, StageError, TransientError
from storyworld.ports import ArtifactStore
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Artifact, UploadGrant
from storyworld.settings import Settings

MOST_LINK_S: Final = 900
"""A link that anybody can follow lasts a quarter of an hour at most."""
_MOST_GRANT_S: Final = 604_800  # SigV4 knows no longer one, and boto3 does not say so
_VIDEO: Final = "video/mp4"
_CREDENTIALS: Final = (
    "correct S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, and let that key read, write, list and "
    "delete objects of S3_BUCKET"
)
_NO_BUCKET: Final = "make the bucket, or correct S3_BUCKET and S3_ENDPOINT_URL"
_NOT_THIS: Final = (FailureCode.ARTIFACT_MISSING, FailureCode.ARTIFACT_MISMATCH)
_NO_KEY: Final = frozenset({"NoSuchKey", "404"})
_AWAY: Final = frozenset({"SlowDown", "RequestTimeout", "InternalError", "ServiceUnavailable",
                          "BadDigest", "IncompleteBody", "OperationAborted",
                          "ConditionalRequestConflict"})  # fmt: skip
_FIXES: Final = {
    "NoSuchBucket": _NO_BUCKET,
    "RequestTimeTooSkewed": "set this machine's clock (NTP): it is too far from the store's",
    "AuthorizationHeaderMalformed": "correct S3_REGION (auto for R2)",
    "PermanentRedirect": "correct S3_REGION, or S3_ENDPOINT_URL",
    "InvalidBucketName": "correct S3_BUCKET",
}


class S3Store(ArtifactStore):
    """Keeps each film as one object of a bucket.

    Parameters
    ----------
    settings
        The S3_… variables; the bucket is asked for nothing yet.

    Raises
    ------
    ConfigurationError
        Naming each variable that is missing.
    """

    def __init__(self, settings: Settings) -> None:
        absent = missing(settings)
        if absent:
            raise ConfigurationError(
                f"the bucket of films needs {', '.join(absent)}: set that, "
                "or unset S3_BUCKET to keep films on disk"
            )
        self._settings = settings
        self._bucket = str(settings.s3_bucket)

    def grant(self, object_key: str) -> UploadGrant:
        """Give leave to PUT one object under a key where nothing lies."""
        key = incoming_key(object_key)
        headers = {"content-type": _VIDEO, "if-none-match": "*"}
        with self._told("grant an upload"):
            url = self._client.generate_presigned_url(
                "put_object",
                Params=self._at(key) | {"ContentType": _VIDEO, "IfNoneMatch": "*"},
                ExpiresIn=min(self._settings.grant_s, _MOST_GRANT_S),
            )
        return UploadGrant(object_key=key, url=url, headers=tuple(headers.items()))

    def require_room(self) -> None:
        """Nothing is asked: a bucket has no end that could be seen beforehand."""

    def uri(self, sha256: str) -> str:
        """Give the URI of the film with this digest."""
        return f"s3://{self._bucket}/{film_key(sha256)}"

    def admit(self, object_key: str, artifact: Artifact, into: Path) -> Path:
        """Verify an upload, keep it under its digest, delete the upload, and give the film."""
        with together():
            return self._admit(object_key, artifact, into)

    def _admit(self, object_key: str, artifact: Artifact, into: Path) -> Path:
        upload, key = incoming_key(object_key), film_key(artifact.sha256)
        to = into / f"{artifact.sha256}.mp4"
        try:
            self._download(upload, artifact, to, "nothing was uploaded")
        except PermanentError as error:
            if error.failure.code not in _NOT_THIS:
                raise
            try:  # it may have been admitted before, whatever was uploaded since
                self._download(key, artifact, to, "nothing was kept")
            except PermanentError:
                raise error from None
        else:
            self._keep(key, artifact, to)
        with self._told("delete an upload"):
            self._client.delete_object(**self._at(upload))
        return to

    def fetch(self, artifact: Artifact, into: Path) -> Path:
        """Bring a film to disk, its size bounded and its sha256 verified on the way."""
        to = into / f"{artifact.sha256}.mp4"
        key = self._key_of(artifact.uri)
        self._download(key, artifact, to, f"there is no film at {artifact.uri}")
        return to

    def link(self, artifact: Artifact, seconds: int) -> str:
        """Give a URL that lets anybody read the film for so long, at most 15 minutes."""
        shown = f'inline; filename="{artifact.sha256[:12]}.mp4"'
        with self._told("link to a film"):
            url: str = self._client.generate_presigned_url(
                "get_object",
                Params=self._at(self._key_of(artifact.uri))
                | {"ResponseContentType": _VIDEO, "ResponseContentDisposition": shown},
                ExpiresIn=max(1, min(seconds, MOST_LINK_S)),
            )
        return url

    def delete(self, uri: str) -> None:
        """Forget a film; no error if it is already gone."""
        key = self._key_of(uri)
        with self._told("delete a film"):
            self._client.delete_object(**self._at(key))

    def sweep(self, before: datetime) -> int:
        """Delete uploads older than `before` that nobody admitted; give how many."""
        swept = 0
        with self._told("sweep uploads"):
            pages = self._client.get_paginator("list_objects_v2")
            for page in pages.paginate(Bucket=self._bucket, Prefix=INCOMING):
                for item in page.get("Contents", ()):
                    if item["LastModified"] < before:
                        self._client.delete_object(**self._at(item["Key"]))
                        swept += 1
        return swept

    def lacking(self) -> tuple[str, str] | None:
        """Say what the bucket refuses, with the fix; None if it takes and gives back an object.

        A key that may not ask about the bucket itself can still do all that is needed.
        """
        key, told = f"{INCOMING}probe-{secrets.token_hex(8)}", secrets.token_bytes(16)
        try:
            with self._told("tell whether it is there", refused_is_fine=True):
                self._client.head_bucket(Bucket=self._bucket)
            with self._told("take an object"):
                self._client.put_object(**self._at(key), Body=told, IfNoneMatch="*")
            try:
                with self._told("give an object back"):
                    body = self._client.get_object(**self._at(key))["Body"]
                    back = body.read(len(told) + 1)
                    body.close()
                again = self._replaces(key)
            finally:
                with self._told("delete an object"):
                    self._client.delete_object(**self._at(key))
        except StageError as error:
            return error.failure.detail, error.failure.fix
        if back != told:
            return f"the bucket {self._bucket} gives back other bytes", _NO_BUCKET
        if again:
            said = f"the bucket {self._bucket} ignores If-None-Match: an upload can be replaced"
            return said, "keep films in a store that knows conditional writes (S3, R2, MinIO)"
        return None

    def _replaces(self, key: str) -> bool:
        """Whether an object is replaced although the request says not to."""
        with self._told("refuse to replace an object"):
            return self._put_where_nothing_lies(key, b"another", {})

    def _keep(self, key: str, artifact: Artifact, film: Path) -> None:
        """Store verified bytes under their digest, unless they are there."""
        checksum = base64.b64encode(bytes.fromhex(artifact.sha256)).decode()
        told = {
            "ContentType": _VIDEO,
            "ChecksumSHA256": checksum,
            "Metadata": {"sha256": artifact.sha256},
        }
        with self._told("keep a film"), film.open("rb") as file:
            if self._put_where_nothing_lies(key, file, told):
                return
            if self._stored(key) != (artifact.size_bytes, artifact.sha256):
                file.seek(0)
                self._client.put_object(**self._at(key), Body=file, **told)

    def _stored(self, key: str) -> tuple[int, str] | None:
        """Give size and sha256 of what lies there, as we wrote them; None if nothing does."""
        from botocore.exceptions import ClientError

        try:
            there = self._client.head_object(**self._at(key))
        except ClientError as error:
            if _status(error) != 404:
                raise
            return None
        return there["ContentLength"], there["Metadata"].get("sha256", "")

    def _put_where_nothing_lies(self, key: str, body: Any, told: dict[str, Any]) -> bool:
        """Store an object; False if there is one."""
        from botocore.exceptions import ClientError

        try:
            self._client.put_object(**self._at(key), Body=body, IfNoneMatch="*", **told)
        except ClientError as error:
            if _status(error) != 412:
                raise
            return False
        return True

    def _download(self, key: str, artifact: Artifact, to: Path, missing: str) -> None:
        from botocore.exceptions import BotoCoreError

        to.unlink(missing_ok=True)
        with self._told("give a film", missing=missing):
            answer = self._client.get_object(**self._at(key))
            with closing(answer["Body"]) as body:
                admissible(answer["ContentLength"], artifact)
                try:
                    write_verified(body.iter_chunks(CHUNK_BYTES), artifact, to)
                except OSError as error:
                    if isinstance(error, BotoCoreError):  # some of them are both
                        raise
                    raise TransientError(
                        FailureCode.STORAGE_FULL,
                        f"the film cannot be written here: {error.strerror}",
                        fix="free disk space for temporary files (TMPDIR)",
                    ) from error

    def _at(self, key: str) -> dict[str, str]:
        return {"Bucket": self._bucket, "Key": key}

    def _key_of(self, uri: str) -> str:
        ours = f"s3://{self._bucket}/"
        if not uri.startswith(ours):
            raise PermanentError(
                FailureCode.ARTIFACT_MISSING,
                f"the film does not lie in the bucket {self._bucket}: {uri[:200]}",
                fix="set S3_BUCKET to where it lies, or unset it for films on disk",
            )
        return kept_key(uri.removeprefix(ours))

    @cached_property
    def _client(self) -> Any:
        return _load(self._settings)

    @contextmanager
    def _told(
        self, what: str, *, missing: str | None = None, refused_is_fine: bool = False
    ) -> Iterator[None]:
        """Let what goes wrong with the store be stage errors; none quotes more than its code."""
        from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError

        try:
            yield
        except ClientError as error:
            status, code = _status(error), _code(error)
            if missing is not None and code in _NO_KEY:
                raise PermanentError(FailureCode.ARTIFACT_MISSING, missing) from error
            if not (refused_is_fine and status in (401, 403)):
                raise self._of(status, code, what) from error
        except ParamValidationError as error:
            said = f"the store cannot be asked to {what}: the bucket's name is none"
            raise PermanentError(
                FailureCode.STORAGE_REFUSED, said, fix=_FIXES["InvalidBucketName"]
            ) from error
        except BotoCoreError as error:
            raise TransientError(
                FailureCode.STORAGE_UNAVAILABLE,
                f"the store did not {what}: {type(error).__name__}",
                fix="check S3_ENDPOINT_URL and the way to it",
            ) from error

    def _of(self, status: int, code: str, what: str) -> StageError:
        said = f"the bucket {self._bucket} did not {what}: {code}"
        if status >= 500 or status == 429 or code in _AWAY:
            return TransientError(FailureCode.STORAGE_UNAVAILABLE, said)
        fix = _NO_BUCKET if status == 404 else _CREDENTIALS
        return PermanentError(FailureCode.STORAGE_REFUSED, said, fix=_FIXES.get(code, fix))


def missing(settings: Settings) -> tuple[str, ...]:
    """Name the variables that a bucket needs and that are not set."""
    needed: dict[str, object] = {
        "S3_BUCKET": settings.s3_bucket,
        "S3_ACCESS_KEY_ID": settings.s3_access_key_id,
        "S3_SECRET_ACCESS_KEY": settings.s3_secret_access_key,
    }
    if settings.s3_region == "auto":  # a name of R2's: Amazon has none such
        needed["S3_ENDPOINT_URL (or S3_REGION, for Amazon S3)"] = settings.s3_endpoint_url
    return tuple(name for name, value in needed.items() if value is None)


def lacking(settings: Settings) -> tuple[str, str] | None:
    """Say what is wrong with the bucket, with the fix; None if films can be kept there.

    Raises
    ------
    ConfigurationError
        Naming each variable that is missing.
    """
    return S3Store(settings).lacking()


def _load(settings: Settings) -> Any:
    """Make a client; nothing is asked of the store yet."""
    import boto3
    from botocore.config import Config

    key, secret = settings.s3_access_key_id, settings.s3_secret_access_key
    patience = StorePatience.within(settings.lease_s)
    try:
        client = boto3.session.Session().client(
            "s3",
            endpoint_url=settings.s3_endpoint_url,
            region_name=settings.s3_region,
            aws_access_key_id=key.get_secret_value() if key else None,
            aws_secret_access_key=secret.get_secret_value() if secret else None,
            config=Config(
                signature_version="s3v4",
                request_checksum_calculation="when_required",
                response_checksum_validation="when_required",
                retries={"total_max_attempts": TRIES, "mode": "standard"},
                connect_timeout=patience.connect_s,
                read_timeout=patience.read_s,
                # the bucket in the path: a name of its own needs a certificate of its own
                s3={"addressing_style": "path"} if settings.s3_endpoint_url else None,
            ),
        )
    except ValueError as error:
        raise ConfigurationError(
            "S3_ENDPOINT_URL or S3_REGION cannot be used: correct them "
            "(https://<account>.r2.cloudflarestorage.com and auto for R2)"
        ) from error
    patience.govern(client)
    return client


def _status(error: Any) -> int:
    return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))


def _code(error: Any) -> str:
    """Give the code of an answer: a word, whatever the store has written there."""
    said = str(error.response.get("Error", {}).get("Code", ""))
    return re.sub(r"[^A-Za-z0-9_.-]", "", said)[:80] or f"HTTP {_status(error)}"
