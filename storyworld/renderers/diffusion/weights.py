"""Weights on disk: looked over before anything is loaded from them.

Below the settings' `weights` each repository has the folder ``<organisation>--<name>/<revision>/``,
laid out as on the hub. A folder is refused as a whole if anything in it could run code (a pickle,
a Python file, an index that asks for remote code), leads out of it, or is missing.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from storyworld.errors import PermanentError
from storyworld.records.provenance import FailureCode
from storyworld.renderers.diffusion.specs import PIPELINES, Part

MODEL_INDEX: Final = "model_index.json"
_PICKLES: Final = frozenset({".bin", ".ckpt", ".pt", ".pth", ".pkl", ".pickle", ".npy", ".npz"})
_CODE: Final = frozenset({".py", ".pyc", ".so", ".dll", ".dylib", ".sh"})
_LIBRARIES: Final = frozenset({"diffusers", "transformers"})
_STEMS: Final = ("diffusion_pytorch_model", "model")
_OTHER_CONFIGS: Final = (
    "scheduler_config.json",
    "tokenizer_config.json",
    "preprocessor_config.json",
)
_VOCABULARIES: Final = ("tokenizer.json", "vocab.json", "vocab.txt", "spiece.model")
_LONGEST_JSON: Final = 32 * 2**20  # a tokenizer's vocabulary may take a few


@dataclass(frozen=True)
class Checked:
    """A folder that was looked over: where it is, and its weight files below it."""

    folder: Path
    files: tuple[str, ...]


def folder_of(part: Part, root: Path) -> Path:
    """Say where a repository at a revision lies below the folder of all models."""
    return root / part.repository.replace("/", "--") / part.revision


def checked(part: Part, root: Path, fix: str) -> Checked:
    """Look a repository over, wherever it should lie below `root`.

    Raises
    ------
    PermanentError
        BACKEND_UNAVAILABLE naming the file that is missing or has no business there, and `fix`.
    """
    return checked_folder(part, folder_of(part, root), fix)


def checked_folder(part: Part, folder: Path, fix: str) -> Checked:
    """Look over a folder that claims to be a repository, as :func:`checked` does."""
    if not folder.is_dir():
        raise _refused(part, f"there is no folder {folder}", fix)
    for path in _walk(folder):
        name = path.relative_to(folder)
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            raise _refused(part, f"{name} is a link that leads out of {folder}", fix)
        if path.suffix.lower() in _PICKLES:
            raise _refused(part, f"{name} may run code when it is read: only safetensors are", fix)
        if path.suffix.lower() in _CODE:
            raise _refused(part, f"{name} is code: no model brings its own", fix)
    if part.loads_as in PIPELINES:
        files = tuple(_of_pipeline(part, folder, fix))
    else:
        config = _json(part, folder, "config.json", fix)
        _require_class(part, config, "config.json", fix)
        files = tuple(_weights_in(part, folder, "", fix))
    return Checked(folder, files)


def sha256_by_file(found: Checked) -> dict[str, str]:
    """Give the sha256 of each weight file by its name; files not touched since are not read again.

    Raises
    ------
    PermanentError
        BACKEND_UNAVAILABLE if one cannot be read.
    """
    try:
        return {name: _sha256(found.folder / name) for name in found.files}
    except OSError as error:
        raise PermanentError(
            FailureCode.BACKEND_UNAVAILABLE,
            f"weights cannot be read: {error}",
            fix="let the worker's user read the folder of models",
        ) from error


_digests: Final[dict[tuple[str, int, int], str]] = {}


def _sha256(path: Path) -> str:
    status = path.stat()
    key = (str(path.resolve()), status.st_size, status.st_mtime_ns)
    if key not in _digests:
        with path.open("rb") as file:
            _digests[key] = hashlib.file_digest(file, "sha256").hexdigest()
    return _digests[key]


def _walk(folder: Path) -> Iterator[Path]:
    for where, folders, files in os.walk(folder, followlinks=False):
        for name in (*folders, *files):
            yield Path(where, name)


def _of_pipeline(part: Part, folder: Path, fix: str) -> Iterator[str]:
    index = _json(part, folder, MODEL_INDEX, fix)
    _require_class(part, index, MODEL_INDEX, fix)
    for component, made_of in index.items():
        if component.startswith("_") or component in part.skips or not isinstance(made_of, list):
            continue
        if made_of == [None, None]:
            continue
        if len(made_of) != 2 or made_of[0] not in _LIBRARIES:
            raise _refused(part, f"{MODEL_INDEX} makes {component} of foreign code", fix)
        if "/" in component or ".." in component:
            raise _refused(part, f"{MODEL_INDEX} names a component {component[:80]!r}", fix)
        config = next((c for c in _OTHER_CONFIGS if (folder / component / c).is_file()), None)
        if config is not None:
            _json(part, folder, f"{component}/{config}", fix)
            if config.startswith("tokenizer") and not any(
                (folder / component / name).is_file() for name in _VOCABULARIES
            ):
                raise _refused(part, f"{component}/{_VOCABULARIES[0]} is missing", fix)
            continue
        _json(part, folder, f"{component}/config.json", fix)
        yield from _weights_in(part, folder, f"{component}/", fix)


def _weights_in(part: Part, folder: Path, where: str, fix: str) -> Iterator[str]:
    """Name the weight files that a component is loaded from: one, or all shards of its index."""
    variant = f".{part.variant}" if part.variant else ""
    for stem in _STEMS:
        single = f"{where}{stem}{variant}.safetensors"
        if (folder / single).is_file():
            yield single
            return
        sharded = f"{where}{stem}.safetensors.index{variant}.json"
        if (folder / sharded).is_file():
            shards = _json(part, folder, sharded, fix).get("weight_map")
            if not isinstance(shards, dict) or not shards:
                raise _refused(part, f"{sharded} lists no weights", fix)
            for shard in sorted({str(name) for name in shards.values()}):
                if "/" in shard or not shard.endswith(".safetensors"):
                    raise _refused(part, f"{sharded} names {shard[:80]!r}", fix)
                if not (folder / where / shard).is_file():
                    raise _refused(part, f"{where}{shard} is missing", fix)
                yield f"{where}{shard}"
            return
    raise _refused(part, f"{where}{_STEMS[0]}{variant}.safetensors is missing", fix)


def _require_class(part: Part, config: Mapping[str, Any], name: str, fix: str) -> None:
    said = config.get("_class_name")
    if said != part.index_class:
        raise _refused(part, f"{name} says {said!r:.80}, and not {part.index_class}", fix)


def _json(part: Part, folder: Path, name: str, fix: str) -> dict[str, Any]:
    path = folder / name
    if not path.is_file():
        raise _refused(part, f"{name} is missing", fix)
    if path.stat().st_size > _LONGEST_JSON:
        raise _refused(part, f"{name} is too long to be what it says", fix)
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise _refused(part, f"{name} is no JSON", fix) from error
    if not isinstance(read, dict):
        raise _refused(part, f"{name} holds no settings", fix)
    if "auto_map" in read:
        raise _refused(part, f"{name} asks for code of its own", fix)
    return read


def _refused(part: Part, what: str, fix: str) -> PermanentError:
    said = f"{part.repository} at {part.revision[:12]}: {what}"
    return PermanentError(FailureCode.BACKEND_UNAVAILABLE, said, fix=fix)
