"""Stores to be tried, with what a test does behind their backs."""

from pathlib import Path
from typing import Any, Protocol

from storyworld.artifacts import upload
from storyworld.ports import ArtifactStore
from storyworld.records.render import Artifact, UploadGrant, sha256_of
from storyworld.settings import Settings
from tests import making

KEY = "incoming/ep_1/0-0-abcdef01.mp4"
SECRET = "canary-secret-of-the-bucket"


class Bench(Protocol):
    """A store, the settings it was made of, and the means to look and meddle."""

    settings: Settings
    store: ArtifactStore

    def listed(self) -> set[str]: ...

    def write(self, key: str, content: bytes) -> None: ...

    def read(self, key: str) -> bytes: ...


class DiskBench:
    def __init__(self, home: Path, store: ArtifactStore, settings: Settings) -> None:
        self.settings, self.store, self._root = settings, store, home / "films"

    def listed(self) -> set[str]:
        files = (p for p in self._root.rglob("*") if p.is_file())
        return {p.relative_to(self._root).as_posix() for p in files}

    def write(self, key: str, content: bytes) -> None:
        path = self._root / key
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def read(self, key: str) -> bytes:
        return (self._root / key).read_bytes()


class S3Bench:
    def __init__(self, store: ArtifactStore, settings: Settings) -> None:
        self.settings, self.store = settings, store
        self.client = client_at(str(settings.s3_endpoint_url))

    def listed(self) -> set[str]:
        found = self.client.list_objects_v2(Bucket=self.settings.s3_bucket)
        return {item["Key"] for item in found.get("Contents", ())}

    def write(self, key: str, content: bytes) -> None:
        self.client.put_object(Bucket=self.settings.s3_bucket, Key=key, Body=content)

    def read(self, key: str) -> bytes:
        found = self.client.get_object(Bucket=self.settings.s3_bucket, Key=key)
        with found["Body"] as body:
            return body.read()


def client_at(url: str) -> Any:
    import boto3
    from botocore.config import Config

    return boto3.session.Session().client(
        "s3",
        endpoint_url=url,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(request_checksum_calculation="when_required"),
    )


def bucket_settings(home: Path, url: str, bucket: str = "films", **more: object) -> Settings:
    return Settings(
        home=home,
        s3_endpoint_url=url,
        s3_bucket=bucket,
        s3_access_key_id="an-id",
        s3_secret_access_key=SECRET,
        **more,
    )


def artifact_of(film: Path, store: ArtifactStore) -> Artifact:
    sha256 = sha256_of(film)
    return making.artifact(sha256, store.uri(sha256), film.stat().st_size)


def uploaded(bench: Bench, film: Path, key: str = KEY) -> Artifact:
    """Upload a film as a worker does, with nothing but its grant and where the store is."""
    grant = UploadGrant.model_validate_json(bench.store.grant(key).model_dump_json())
    upload(grant, film, settings=bench.settings)
    return artifact_of(film, bench.store)
