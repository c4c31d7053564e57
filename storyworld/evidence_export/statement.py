"""A signed statement about a crate: who vouches for it, for which files, and for what outcome.

An in-toto statement in a DSSE envelope. The signature is made with a private key of yours; whoever
has the public one can tell that the crate is the one you made.

References
----------
in-toto attestation framework v1 (https://github.com/in-toto/attestation); DSSE
(https://github.com/secure-systems-lab/dsse).
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from storyworld.errors import ConfigurationError, InvalidField
from storyworld.evidence_export.layout import METADATA
from storyworld.records.account import Account
from storyworld.records.verification import Aspect, Difference

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner, SSlibKey

SIGNED: Final = "statement.dsse.json"
_PAYLOAD: Final = "application/vnd.in-toto+json"
_TYPE: Final = "https://in-toto.io/Statement/v1"
_PREDICATE: Final = "https://storyworld.example/outcome/v1"


def signed_statement(account: Account, digests: Mapping[str, str], key: Path) -> bytes:
    """Make the statement of a crate, signed with the private key in a PEM file.

    Raises
    ------
    ConfigurationError
        If signing is not installed, or the file holds no private key that can sign.
    """
    signer = _signer(key)
    from securesystemslib.dsse import Envelope

    run = account.run
    statement = {
        "_type": _TYPE,
        "subject": [
            {"name": name, "digest": {"sha256": digest}} for name, digest in sorted(digests.items())
        ],
        "predicateType": _PREDICATE,
        "predicate": {
            "episode_id": run.episode_id,
            "outcome": run.outcome,
            "confidence": run.confidence,
            "head": account.head,
            "rules_version": sorted(
                {w.judgement.rules_version for w in account.walks if w.judgement is not None}
            ),
        },
    }
    payload = json.dumps(statement, sort_keys=True, ensure_ascii=False).encode()
    envelope = Envelope(payload, _PAYLOAD, {})
    envelope.sign(signer)
    return json.dumps(envelope.to_dict(), indent=1, sort_keys=True).encode()


def _signer(key: Path) -> "CryptoSigner":
    try:
        from cryptography.hazmat.primitives.serialization import load_pem_private_key
        from securesystemslib.signer import CryptoSigner
    except ModuleNotFoundError as error:
        raise ConfigurationError(_INSTALL) from error
    try:
        return CryptoSigner(load_pem_private_key(key.read_bytes(), password=None))
    except OSError as error:
        raise ConfigurationError(f"{key} cannot be read: {error.strerror or error}") from error
    except (ValueError, TypeError) as error:
        raise ConfigurationError(
            f"{key} holds no private key that can sign: write one with "
            "`openssl genpkey -algorithm ed25519 -out key.pem` (without a password)"
        ) from error


_INSTALL: Final = "signatures are not installed here: pip install 'storyworld[signing]'"


def unlike_statement(
    statement: bytes, account: Account, digests: Mapping[str, str], key: Path
) -> Iterator[Difference]:
    """Hold a statement against a public key (PEM), the crate's files and its outcome.

    Raises
    ------
    ConfigurationError
        If signatures cannot be checked here, or the file holds no public key.
    """
    public = _public(key)
    from securesystemslib.dsse import Envelope
    from securesystemslib.exceptions import VerificationError

    try:
        envelope = Envelope.from_dict(json.loads(statement))
        envelope.verify([public], 1)
        told = json.loads(envelope.payload)
        stated = {s["name"]: s["digest"]["sha256"] for s in told["subject"]}
        head = told["predicate"]["head"]
    except VerificationError:
        yield _unlike(SIGNED, f"was not signed with the key of {key.name}")
        return
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        yield _unlike(SIGNED, f"is no signed statement: {type(error).__name__}")
        return
    for name, digest in stated.items():
        if digests.get(name) != digest:
            yield _unlike(str(name)[:300], "is not the file that was signed")
    for name in digests:
        if name not in stated and name not in (SIGNED, METADATA):
            yield _unlike(name, "is a file that nobody signed")
    if head != account.head:
        yield _unlike("provenance", "does not end with the link that was signed")


def _public(key: Path) -> "SSlibKey":
    try:
        from cryptography.hazmat.primitives.serialization import load_pem_public_key
        from securesystemslib.signer import SSlibKey
    except ModuleNotFoundError as error:
        raise ConfigurationError(_INSTALL) from error
    try:
        return SSlibKey.from_crypto(load_pem_public_key(key.read_bytes()))
    except OSError as error:
        raise InvalidField(
            f"{key} cannot be read: {error.strerror or error}", field="--key"
        ) from error
    except (ValueError, TypeError) as error:
        raise InvalidField(f"{key} holds no public key (PEM)", field="--key") from error


def _unlike(where: str, words: str) -> Difference:
    return Difference(aspect=Aspect.SIGNATURE, where=where, words=words)
