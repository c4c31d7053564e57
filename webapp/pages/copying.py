"""A goal as a command to copy: for curl, for Python, for the terminal.

What a goal holds was written by anybody. Each line is quoted for the one who reads it: the shell
gets single quotes, Python a literal, and nothing in between is expanded.
"""

import json
import shlex
from dataclasses import dataclass
from typing import Any, Final

from storyworld.records.goal import Goal

_FLAGS: Final = {
    "earlier": "--earlier",
    "backend": "--backend",
    "budget_usd": "--budget",
    "risk_profile": "--risk",
    "cost_policy": "--cost-policy",
    "seed": "--seed",
    "requires_visual_verification": "--visual",
    "observer_impact": "--impact",
    "world_id": "--world",
    "from_node": "--from-node",
}
WAIT_S: Final = 600
_VARIABLE: Final = "STORYWORLD_API_KEY"
"""Where whoever runs a command keeps a key: its text is on no page, and in no shell's history."""


@dataclass(frozen=True)
class Copies:
    """The same request in three languages."""

    curl: str
    python: str
    cli: str


def curl(*, keyed: bool) -> str:
    """Give how a command for curl begins: with a key, where one is asked for."""
    return f'curl -H "Authorization: Bearer ${_VARIABLE}"' if keyed else "curl"


def copies_of(goal: Goal, url: str, *, keyed: bool = False) -> Copies:
    """Write a goal, as it differs from the defaults, for a StoryWorld at an address.

    `keyed` says whether that asks for a key; the command line reads the variable by itself.
    """
    fields = goal.model_dump(mode="json", exclude_defaults=True)
    text = fields.pop("text")
    return Copies(
        f"{curl(keyed=keyed)} {_request(text, fields, url)}",
        _python(text, fields, url, keyed=keyed),
        _cli(text, fields),
    )


def _request(text: str, fields: dict[str, Any], url: str) -> str:
    body = json.dumps({"goal": text, **fields}, ensure_ascii=False)
    address = shlex.quote(f"{url.rstrip('/')}/simulate")
    return (
        f"{address} \\\n"
        f"  -H 'Content-Type: application/json' -H 'Prefer: wait=25' \\\n"
        f"  --data-raw {shlex.quote(body)}"
    )


def _python(text: str, fields: dict[str, Any], url: str, *, keyed: bool) -> str:
    given = "".join(f",\n        {name}={value!r}" for name, value in fields.items())
    asked = f"\n        {text!r}{given},\n    " if fields else repr(text)
    imported, key = ("import os\n\n", f', api_key=os.environ["{_VARIABLE}"]') if keyed else ("", "")
    return (
        f"{imported}from storyworld.client import StoryWorld\n\n"
        f"with StoryWorld({url.rstrip('/')!r}{key}) as world:\n"
        f"    taken = world.submit({asked})\n"
        f"    result = world.wait(taken.episode_id, timeout_s={WAIT_S})\n"
        "    print(result.outcome, result.because)"
    )


def _cli(text: str, fields: dict[str, Any]) -> str:
    options = [_option(name, value) for name, value in fields.items()]
    # "--" ends the options: a goal may begin with a dash; a dash alone would mean stdin
    said = ["--", f"{text} " if text == "-" else text]
    return " ".join(shlex.quote(word) for word in ("storyworld", "run", *options, *said))


def _option(name: str, value: object) -> str:
    if value is False:
        return "--no-visual"
    return _FLAGS[name] if value is True else f"{_FLAGS[name]}={value}"
