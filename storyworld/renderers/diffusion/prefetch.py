"""Fetching a model's weights ahead of time, so that rendering never needs the hub.

Only what a row names is fetched: its commit, safetensors, JSON and text. It comes into a folder
beside the place it is for, is looked over there, and then moved: what has the right name is whole.
"""

import shutil
from pathlib import Path
from typing import Final

from storyworld.errors import PermanentError, StageError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.renderers.diffusion.specs import PIPELINES, Part, spec_named
from storyworld.renderers.diffusion.weights import checked_folder, folder_of
from storyworld.settings import Settings

PREFETCH: Final = "python deploy/prefetch.py {name}"
_HUB: Final = "https://huggingface.co"


def prefetch(name: str, settings: Settings, *, endpoint: str | None = None) -> tuple[Path, ...]:
    """Fetch all repositories of a row that are not there yet, and give their folders.

    A token for repositories behind a licence is read by the hub's own client (``HF_TOKEN``).

    Parameters
    ----------
    name
        Of a row in :mod:`storyworld.renderers.diffusion.specs`.
    settings
        Say where weights lie.
    endpoint
        Another hub, a mirror or a test's; None for the public one, or what ``HF_ENDPOINT`` says.

    Raises
    ------
    ConfigurationError
        If there is no such row.
    PermanentError
        BACKEND_UNAVAILABLE: no such commit, no leave to read it, no extra installed, or what came
        is not what the row says.
    TransientError
        BACKEND_UNAVAILABLE if the hub does not answer, STORAGE_FULL if it cannot be written.
    """
    spec = spec_named(name)
    return tuple(
        fetched(part, settings.weights, name=name, endpoint=endpoint) for part in spec.everything
    )


def fetched(part: Part, root: Path, *, name: str, endpoint: str | None = None) -> Path:
    """Fetch one repository unless it is there, and give its folder; errors as :func:`prefetch`."""
    folder = folder_of(part, root)
    fix = f"delete {folder} and run: {PREFETCH.format(name=name)}"
    if folder.exists():
        checked_folder(part, folder, fix)
        return folder
    arriving = folder.with_name(folder.name + ".part")
    try:
        arriving.mkdir(parents=True, exist_ok=True)
        _download(part, arriving, endpoint)
        shutil.rmtree(arriving / ".cache", ignore_errors=True)  # the client's own notes
        checked_folder(part, arriving, fix)
        arriving.rename(folder)
    except OSError as error:
        raise TransientError(
            FailureCode.STORAGE_FULL,
            f"the weights of {part.repository} could not be written: {error}",
            fix="free disk space, or point STORYWORLD_MODELS at a larger disk",
        ) from error
    except StageError as error:
        if not error.transient:
            shutil.rmtree(arriving, ignore_errors=True)
        raise
    return folder


def wanted(part: Part) -> tuple[list[str], list[str]]:
    """Give the patterns of what is fetched of a repository, and of what is not although it fits."""
    weights = f"*.{part.variant}*.safetensors" if part.variant else "*.safetensors"
    if part.loads_as not in PIPELINES:
        return ["config.json", weights], ["*/*"]
    allowed = ["model_index.json", f"*/{weights}", "*/*.json", "*/*.txt", "*/*.model"]
    refused = [f"{component}/*" for component in part.skips]
    if not part.variant:
        # Beside the full weights there may be smaller ones, which nobody loads.
        refused += ["*.fp16.safetensors", "*.fp16-*.safetensors", "*.non_ema.safetensors"]
    return allowed, refused


def _download(part: Part, into: Path, endpoint: str | None) -> None:
    try:
        import httpx
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import (
            GatedRepoError,
            HfHubHTTPError,
            LocalEntryNotFoundError,
            RepositoryNotFoundError,
            RevisionNotFoundError,
        )
    except ImportError as error:
        raise PermanentError(
            FailureCode.BACKEND_UNAVAILABLE,
            f"{error.name} is not installed",
            fix="pip install 'storyworld[gpu]'",
        ) from error
    allowed, refused = wanted(part)
    try:
        snapshot_download(
            part.repository,
            revision=part.revision,
            local_dir=into,
            allow_patterns=allowed,
            ignore_patterns=refused,
            endpoint=endpoint,
        )
    except (GatedRepoError, RepositoryNotFoundError, RevisionNotFoundError) as error:
        raise PermanentError(
            FailureCode.BACKEND_UNAVAILABLE,
            f"{part.repository} at {part.revision} cannot be had: {type(error).__name__}",
            fix=f"accept its licence at {_HUB}/{part.repository} and set HF_TOKEN",
        ) from error
    except (HfHubHTTPError, LocalEntryNotFoundError, httpx.HTTPError) as error:
        raise TransientError(
            FailureCode.BACKEND_UNAVAILABLE,
            f"the hub did not give {part.repository}: {type(error).__name__}",
            fix="try again later; what came so far is kept",
        ) from error
