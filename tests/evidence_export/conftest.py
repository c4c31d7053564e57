"""Episodes of every kind, walked once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from storyworld.records.account import Account
from tests.evidence_export.walking import every_kind, walker


@dataclass(frozen=True)
class Kinds:
    """What was walked: accounts by kind, and their films by digest."""

    accounts: Mapping[str, Account]
    films: Mapping[str, Path]

    def __getitem__(self, kind: str) -> Account:
        return self.accounts[kind]


@pytest.fixture(scope="session")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kinds]:
    with walker(tmp_path_factory.mktemp("walked")) as by:
        accounts = {kind: by.account(made) for kind, made in every_kind(by).items()}
        films = {sha: file for told in accounts.values() for sha, file in by.films(told).items()}
        yield Kinds(accounts, films)
