#!/usr/bin/env python3
"""Fetch the weights of models to a folder, before a worker needs them.

::

    python deploy/prefetch.py svd-xt animatediff-depth --into /workspace/models

The worker itself never downloads: a model whose files are not all there is refused with the command
above. Revisions are pinned, what is already there is not fetched again, and what was fetched is
checked. Some models ask for a licence to be accepted on their page first, and then for a token.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from storyworld.errors import ConfigurationError, StageError
from storyworld.settings import Settings

Fetch = Callable[[str, Settings], object]


def main(arguments: Sequence[str] | None = None, *, fetch: Fetch | None = None) -> int:
    """Fetch what is named; exit code 1 if one could not be.

    Parameters
    ----------
    arguments
        Those of the command line if not given.
    fetch
        Fetches one model; that of the diffusion renderers if not given.
    """
    asked = _parser().parse_args(arguments)
    try:
        settings = Settings.from_environment().model_copy(
            update={"models": asked.into} if asked.into else {}
        )
        _hand_over_token(asked.token_env)
    except ConfigurationError as error:
        sys.stderr.write(f"prefetch: {error}\n")
        return 2
    fetch = fetch or _fetcher()
    failed = 0
    for name in dict.fromkeys(asked.models):
        sys.stdout.write(f"{name}: into {settings.weights}\n")
        sys.stdout.flush()
        try:
            fetch(name, settings)
        except (ConfigurationError, StageError, OSError) as error:
            fix = error.failure.fix if isinstance(error, StageError) else ""
            sys.stderr.write(f"{name}: {error}{'; ' + fix if fix else ''}\n")
            failed += 1
        else:
            sys.stdout.write(f"{name}: complete\n")
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="prefetch", description="Fetch the weights of models, before a worker needs them."
    )
    parser.add_argument("models", nargs="+", metavar="MODEL", help="such as svd-xt")
    parser.add_argument(
        "--into", type=Path, metavar="FOLDER", help="default: STORYWORLD_MODELS, or below the home"
    )
    parser.add_argument(
        "--token-env",
        metavar="NAME",
        default="HF_TOKEN",
        help="the variable that holds the token, if one is needed (default: HF_TOKEN)",
    )
    return parser


def _hand_over_token(variable: str) -> None:
    """Give the token to the library under the name it reads; a token is never an argument.

    Raises
    ------
    ConfigurationError
        If another variable than the usual one is named and holds nothing.
    """
    token = os.environ.get(variable, "").strip()
    if token:
        os.environ["HF_TOKEN"] = token
    elif variable != "HF_TOKEN":
        raise ConfigurationError(f"{variable} holds no token: set it, or leave out --token-env")


def _fetcher() -> Fetch:
    from storyworld.renderers.diffusion.prefetch import prefetch

    return prefetch


if __name__ == "__main__":
    raise SystemExit(main())
