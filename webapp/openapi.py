"""The description of the API (OpenAPI 3.1): what every view says of itself, put together.

A view that :func:`webapp.contract.speaks` wraps is described; a page is not. What its docstring
says becomes the summary and description, its path the operation's name, its module the tag.
Records are schemas under the name of their class: as they are written in answers, and as they
are read (defaults may be left out) in bodies, which are called `...Sent`.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from http import HTTPStatus
from inspect import cleandoc
from typing import Any, Final

from flask import Flask
from pydantic.json_schema import models_json_schema
from werkzeug.routing import Rule

from storyworld import __version__
from storyworld.errors import TooMuch
from storyworld.records.access import KEY_ID
from storyworld.records.answer import Problem
from storyworld.records.frozen import Record
from storyworld.settings import Settings
from webapp.access import needed
from webapp.contract import Given, Spoken, spoken_by
from webapp.episodes import EPISODE_ID
from webapp.events import LAST, STREAM
from webapp.limits import limited
from webapp.waiting import LONGEST_S
from webapp.webhooks import DELIVERY_ID, WEBHOOK_ID
from webapp.worlds import WORLD_ID

Described = dict[str, Any]
_REF: Final = "#/components/schemas/{model}"
_METHODS: Final = ("GET", "POST", "PUT", "PATCH", "DELETE")
_PROBLEM: Final = {"$ref": _REF.format(model="Problem")}
_RETRY: Final[Described] = {
    "description": "After how many seconds to ask again.",
    "required": True,
    "schema": {"type": "string", "pattern": "^[0-9]+$"},
}
_LOCATION: Final[Described] = {
    "description": "Where it is found.",
    "required": True,
    "schema": {"type": "string", "format": "uri-reference"},
}
_LIMITS: Final[Described] = {
    "RateLimit-Policy": {
        "description": "How often one asker may ask: `q` requests within `w` seconds "
        "(draft-ietf-httpapi-ratelimit-headers). Not there where nothing is limited.",
        "schema": {"type": "string", "pattern": '^"(reads|writes)";q=[0-9]+;w=[0-9]+$'},
    },
    "RateLimit": {
        "description": "What is left: `r` requests. After `t` seconds there are all again; where "
        "there was none left, one.",
        "schema": {"type": "string", "pattern": '^"(reads|writes)";r=[0-9]+;t=[0-9]+$'},
    },
}
_ALONG: Final[Mapping[int, Mapping[str, Described]]] = {
    202: {"Location": _LOCATION, "Retry-After": _RETRY},
    302: {"Location": _LOCATION},
    401: {
        "WWW-Authenticate": {
            "description": "`Bearer`: a key is asked for.",
            "required": True,
            "schema": {"type": "string", "pattern": "^Bearer "},
        }
    },
    429: {"Retry-After": _RETRY},
}
_INFO: Final = """\
A goal goes in, a validated physical outcome comes out. `status` says how the machinery fared,
`outcome` what became of the goal: a refuted goal is a run that succeeded. Every error is a
problem (RFC 9457). Answers to GET carry an `ETag`; lists are read page by page, `next` being the
address of the next one."""
_PATHS: Final = {
    "episode_id": EPISODE_ID.pattern,
    "webhook_id": WEBHOOK_ID.pattern,
    "delivery_id": DELIVERY_ID.pattern,
    "world_id": WORLD_ID.pattern,
    "key_id": KEY_ID.strip("^$"),
}
_SCHEME: Final = "key"
_SECURITY: Final[Described] = {
    _SCHEME: {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "sw_ and 43 characters",
        "description": "A key, as whoever runs this StoryWorld makes them with `storyworld keys "
        "create`. Each operation names the scope it needs: `read`, `write` or `admin`. Where "
        "one person asks on their own machine (`STORYWORLD_ACCESS=single`) no key is needed.",
    }
}
_PARAMETERS: Final[Mapping[str, Described]] = {
    "Idempotency-Key": {
        "description": "A key of your own: the same request sent again with it is answered as "
        "before, and makes no second episode; another body is refused.",
        "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
    },
    "Prefer": {
        "description": "`wait=n`: answer once the episode has ended, at the latest after n "
        f"seconds, at most {LONGEST_S}. `Preference-Applied` says that it was heeded.",
        "schema": {"type": "string"},
    },
    LAST: {
        "description": "The `id` of the last message that came: go on behind it. It counts more "
        "than `after`, which a browser sends again as it stands.",
        "schema": {"type": "string", "pattern": "^[0-9]+$"},
    },
}
_HEADERS: Final[Mapping[str, Mapping[str, str]]] = {
    "Idempotency-Key": {"Idempotency-Replayed": "`true` if the key was used before."},
    "Prefer": {"Preference-Applied": "The wait that was heeded."},
}
# What may go wrong with any request, with one that names something, and with one that sends.
_ALWAYS, _NAMING, _ASKING, _SENDING = (400, 403, 500, 503), (404,), (422,), (408, 413, 415, 422)


def described(app: Flask) -> Described:
    """Describe the API of an app."""
    settings: Settings | None = app.extensions.get("storyworld")
    keyed = settings is not None and settings.keyed
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule)
    views = [
        (rule, view, spoken)
        for rule in rules
        if (view := app.view_functions[rule.endpoint]) and (spoken := spoken_by(view))
    ]
    paths: dict[str, Described] = {}
    for rule, view, spoken in views:
        for method in _METHODS:
            if method in (rule.methods or ()):
                path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
                operation = _operation(rule, method, view, spoken)
                if operation["security"] and not keyed:
                    operation["security"].append({})  # a key is taken, and not asked for
                paths.setdefault(path, {})[method.lower()] = operation
    modules = {rule.endpoint.split(".")[0]: view.__module__ for rule, view, _ in views}
    tags = [name for name in app.blueprints if name in modules]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "StoryWorld",
            "version": __version__,
            "summary": "A reality compiler.",
            "description": _INFO,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": n, "description": _told(sys.modules[modules[n]])[0]} for n in tags],
        "paths": paths,
        "components": {
            "schemas": _schemas([spoken for _, _, spoken in views]),
            "headers": _LIMITS,
            "securitySchemes": _SECURITY,
        },
    }


def _operation(rule: Rule, method: str, view: Callable[..., Any], spoken: Spoken) -> Described:
    summary, description = _told(view)
    operation: Described = {
        "operationId": _name(method, rule.rule),
        "tags": [rule.endpoint.split(".")[0]],
        "summary": summary,
        "description": description,
        "parameters": [*_in_path(rule), *_in_query(spoken), *_in_headers(spoken)],
        "responses": dict(_responses(rule, method, spoken)),
    }
    if spoken.body is not None:
        operation["requestBody"] = {"required": True, "content": _contents(spoken.body, spoken)}
    told = {key: value for key, value in operation.items() if value}
    scopes = needed(rule.endpoint, method)
    return told | {"security": [{_SCHEME: [str(scope)]} for scope in scopes]}


def _name(method: str, path: str) -> str:
    """Name an operation by its path: GET /episodes/<episode_id>/result is get_episode_result."""
    path = re.sub(r"ies/<[\w:]+>", "y", path)  # one of several: an episode, a delivery
    path = re.sub(r"s?/<[\w:]+>", "", path)
    return method.lower() + re.sub(r"\W+", "_", path)


def _told(of: object) -> tuple[str, str]:
    """Give the first line of a docstring without its full stop, and the rest up to a section."""
    text = re.split(r"\n+\w+\n---", cleandoc(of.__doc__ or ""))[0]
    first, _, rest = text.partition("\n\n")
    return first.replace("\n", " ").removesuffix("."), rest.replace("``", "`")


def _in_path(rule: Rule) -> Iterator[Described]:
    for name in sorted(rule.arguments):
        shape = {"pattern": f"^{_PATHS[name]}$"} if name in _PATHS else {}
        schema = {"type": "string", **shape}
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _in_query(spoken: Spoken) -> Iterator[Described]:
    if spoken.query is None:
        return
    schema = _read(spoken.query, spoken.aliases)
    required = schema.get("required", ())
    for name, field in schema["properties"].items():
        # an empty value counts as not given: none can be null
        kinds = [kind for kind in field.get("anyOf", ()) if kind != {"type": "null"}]
        kept = {k: v for k, v in field.items() if k != "anyOf" and v is not None}
        yield {
            "name": name,
            "in": "query",
            "required": name in required,
            "schema": (kinds[0] if kinds else {}) | kept,
        }


def _in_headers(spoken: Spoken) -> Iterator[Described]:
    for name in spoken.headers:
        yield {"name": name, "in": "header", "required": False, **_PARAMETERS[name]}


def _contents(body: type[Record], spoken: Spoken) -> Described:
    schema: Described = {"$ref": _REF.format(model=f"{body.__name__}Sent")}
    if spoken.files:
        return {"multipart/form-data": {"schema": schema}}
    content: Described = {"schema": schema}
    if spoken.examples:
        content["examples"] = {
            f"example {place}": {"value": value} for place, value in enumerate(spoken.examples, 1)
        }
    fields = _read(body, spoken.aliases)["properties"].values()
    if any(field.get("type") == "array" for field in fields):
        return {"application/json": content}  # a list has no one way to be written in a form
    return dict.fromkeys(("application/json", "application/x-www-form-urlencoded"), content)


def _responses(rule: Rule, method: str, spoken: Spoken) -> Iterator[tuple[str, Described]]:
    headers = {
        name: {"description": words, "schema": {"type": "string"}}
        for asked in spoken.headers
        for name, words in _HEADERS.get(asked, {}).items()
    }
    limits = {name: {"$ref": f"#/components/headers/{name}"} for name in _LIMITS}
    limits = limits if limited(rule.endpoint) else {}
    for status, given in sorted(spoken.answers.items()):
        response = _response(status, given)
        if headers | limits:
            response["headers"] = response.get("headers", {}) | headers | limits
        yield str(status), response
    if method == "GET" and spoken.answers.get(200, STREAM) != STREAM:
        yield "304", {"description": "Nothing has changed since the `If-None-Match` given."}
    refused = {*_ALWAYS, *spoken.refuses} | ({TooMuch.status} if limits else set())
    refused.update((401,) if needed(rule.endpoint, method) else ())
    refused.update(_NAMING if rule.arguments else ())
    refused.update(_ASKING if spoken.query else ())
    refused.update(_SENDING if spoken.body else ())
    for status in sorted(refused - set(spoken.answers)):
        response = _response(status, Problem)
        if status == TooMuch.status:
            response["headers"] |= limits
        yield str(status), response


def _response(status: int, given: Given) -> Described:
    response: Described = {"description": HTTPStatus(status).phrase}
    if given is Problem:
        response["content"] = {"application/problem+json": {"schema": _PROBLEM}}
    elif isinstance(given, str):
        response["content"] = {given: {"schema": _of_kind(given)}}
    elif given is not None:
        schema = {"$ref": _REF.format(model=given.__name__)}
        response["description"] = _told(given)[0]
        response["content"] = {"application/json": {"schema": schema}}
    if headers := _ALONG.get(status):
        response["headers"] = dict(headers)
    return response


def _of_kind(media_type: str) -> Described:
    """Give the schema of a body that is no record: OpenAPI 3.1 gives bytes an empty one."""
    if media_type == "application/json":
        return {"type": "object"}
    return {"type": "string"} if media_type.startswith("text/") else {}


def _schemas(spoken: list[Spoken]) -> Described:
    written = {given for s in spoken for given in s.answers.values() if isinstance(given, type)}
    ordered = sorted(written | {Problem}, key=lambda record: record.__name__)
    _, found = models_json_schema(
        [(record, "serialization") for record in ordered], ref_template=_REF
    )
    schemas: Described = found["$defs"]
    schemas["Problem"] = Problem.model_json_schema(ref_template=_REF)
    schemas["Problem"].pop("$defs")
    for told in spoken:
        if told.body is not None:
            sent = _read(told.body, told.aliases)
            for name, words in told.files.items():
                sent["properties"][name] = {"description": words, "format": "binary"}
                sent["required"] = [*sent.get("required", ()), name]
            schemas[f"{told.body.__name__}Sent"] = sent
        for read in (told.body, told.query):
            if read is not None:
                for name, schema in (
                    read.model_json_schema(ref_template=_REF).get("$defs", {}).items()
                ):
                    schemas.setdefault(name, schema)
    return dict(sorted(schemas.items()))


def _read(record: type[Record], aliases: Mapping[str, str]) -> Described:
    """Give the schema of a record as it is read, its fields called as they are sent."""
    schema = record.model_json_schema(ref_template=_REF)
    schema.pop("$defs", None)
    sent = {name: alias for alias, name in aliases.items()}
    schema["properties"] = {sent.get(n, n): field for n, field in schema["properties"].items()}
    if "required" in schema:
        schema["required"] = [sent.get(name, name) for name in schema["required"]]
    return schema
