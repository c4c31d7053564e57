"""What goes in and out: JSON, a form or a query becomes a record; records become JSON.

`speaks` is the one decorator of the API; what it is told, /openapi.json tells. Reading is strict:
JSON keeps its types (`"7"` is no number, `true` no 1), a form or a query carries text; duplicate
keys, NaN, Infinity and unknown fields are refused with the field's name and what to do about it.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from inspect import unwrap
from typing import Any, NoReturn, TypeVar, get_args, get_type_hints

from flask import Flask, Response, current_app, request
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import UnsupportedMediaType

from storyworld.errors import InvalidField, RequestError
from storyworld.records.frozen import Record
from storyworld.records.identity import SUCH_AS

R = TypeVar("R", bound=Record)
FORM_TYPES = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
ACCEPTED_TYPES = "application/json or application/x-www-form-urlencoded"
SHOWN_CHARACTERS = 80


@dataclass(frozen=True)
class Sent:
    """The fields a request carries, and whether they carry types (JSON) or are all text."""

    fields: Mapping[str, Any]
    typed: bool = False


class InvalidRecord(InvalidField):
    """One or more fields of a record are at fault; `errors` pairs each with its sentence."""

    def __init__(self, errors: tuple[tuple[str, str], ...]) -> None:
        field, detail = errors[0]
        super().__init__(detail, field=field)
        self.errors = errors


def by_field(error: RequestError) -> dict[str, str]:
    """Give what is wrong by the field it is wrong with; `form` for what is no field's fault."""
    pairs = error.errors if isinstance(error, InvalidRecord) else ((error.field, error.detail),)
    return {field or "form": detail for field, detail in pairs}


Given = type[Record] | str | None
"""What an answer holds: a record as JSON, a body of another media type, or nothing."""


@dataclass(frozen=True)
class Spoken:
    """What a view reads and answers with.

    `body` comes as JSON or as a form, or as a form with `files`; `headers` are those of the
    request that change the answer. `answers` maps a status to what it holds, `refuses` are the
    statuses of problems beside those that its kind of request has anyway.
    """

    query: type[Record] | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)
    body: type[Record] | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    headers: tuple[str, ...] = ()
    answers: Mapping[int, Given] = field(default_factory=dict)
    refuses: tuple[int, ...] = ()
    examples: tuple[Mapping[str, object], ...] = ()


def speaks(
    *,
    query: type[Record] | None = None,
    aliases: Mapping[str, str] | None = None,
    answers: Mapping[int, Given] | None = None,
    **more: Any,
) -> Callable[..., Callable[..., Response]]:
    """Wrap a view that answers with a record; a `query` record is read and passed on.

    `aliases` are other names of its fields, as in :func:`read`. `answers` is needed where the
    view's annotation does not name the one record that it answers 200 with. These and `more`, the
    other fields of :class:`Spoken`, are only told to whoever asks for the description of the API.
    """

    def decorate(view: Callable[..., Record | Response]) -> Callable[..., Response]:
        @wraps(view)
        def endpoint(**path: str) -> Response:
            seen = seen_at(endpoint) if prefers_page() else NOT_SEEN
            try:
                given: dict[str, Any] = dict(path)
                if query is not None:
                    given["query"] = read(query, texts(request.args), aliases)
                if seen.page is not None:
                    return current_app.make_response(seen.page(**given))
                return answer(view(**given))
            except RequestError as error:
                again = seen.again and seen.again(error)
                if again is None:
                    raise
                return again

        told = {200: _annotated(view)} if answers is None else answers
        vars(endpoint)["spoken"] = Spoken(query, aliases or {}, answers=told, **more)
        return endpoint

    return decorate


@dataclass(frozen=True)
class Seen:
    """What people see at an address of the API, where programs get its record or its problem.

    `page` is made of what the endpoint's own view is given: its query, and what its path names.
    `again` gives the form as it was filled in, with what is wrong at its fields; None where there
    is none for this error.
    """

    page: Callable[..., str | Response] | None = None
    again: Callable[[RequestError], Response | None] | None = None


NOT_SEEN = Seen()


def show(app: Flask, seen: Mapping[Callable[..., Response], Seen]) -> None:
    """Have addresses of the API be seen by people, too."""
    app.extensions.setdefault("storyworld.seen", {}).update(seen)


def record_of(endpoint: Callable[..., Response], **given: Any) -> Any:
    """Give what an address answers programs with, for its page to show.

    The page is then of the same rows, and refuses what the record is refused for.
    """
    return unwrap(endpoint)(**given)


def seen_at(endpoint: Callable[..., Any] | None) -> Seen:
    """Give what people see at an address."""
    known: Mapping[Callable[..., Any] | None, Seen] = current_app.extensions["storyworld.seen"]
    return known.get(endpoint, NOT_SEEN)


def prefers_page() -> bool:
    """Whether whoever asks would rather have a page than JSON."""
    return request.accept_mimetypes.best_match(["application/json", "text/html"]) == "text/html"


def spoken_by(view: Callable[..., Any]) -> Spoken | None:
    """Give what a view said of itself; None if it is no part of the API."""
    return vars(view).get("spoken")


def _annotated(view: Callable[..., Any]) -> type[Record]:
    """Give the record that a view's annotation names: alone, or beside a response."""
    returned = get_type_hints(view)["return"]
    kinds: list[type[Record]] = [
        kind for kind in get_args(returned) or (returned,) if issubclass(kind, Record)
    ]
    if len(kinds) != 1:
        raise TypeError(f"say what {view.__module__}.{view.__name__} answers: speaks(answers=...)")
    return kinds[0]


def answer(given: Record | Response, status: int = 200) -> Response:
    """Write a record as JSON."""
    if isinstance(given, Response):
        return given
    text = given.model_dump_json()
    return current_app.response_class(text, status, mimetype="application/json")


def sent(example: str = '{"goal": "..."}') -> Sent:
    """Take the request's fields from its JSON body, its form or its query.

    `example` is a JSON body that this address takes, for whoever sent none.

    Raises
    ------
    RequestError
        If the body is no JSON object, or fields come from two places at once.
    UnsupportedMediaType
        If the body is neither JSON nor a form.
    """
    if request.mimetype == "application/json" or request.mimetype.endswith("+json"):
        body: Sent = Sent(json_object(request.get_data(), example), typed=True)
    elif request.mimetype in FORM_TYPES or not request.get_data(cache=True, parse_form_data=False):
        body = texts(request.form)
    else:
        raise UnsupportedMediaType(f"send the fields as {ACCEPTED_TYPES}")
    if any(name.startswith("{") for name in request.form):
        raise UnsupportedMediaType("the form is JSON: send it as Content-Type: application/json")
    if not request.args:
        return body
    if body.fields:
        raise RequestError("fields came in the body and in the query: send them in one place")
    return texts(request.args)


def texts(values: MultiDict[str, str]) -> Sent:
    """Take each field once; an empty one counts as not given."""
    for name, given in values.lists():
        if len(given) > 1:
            raise InvalidField(f"{_short(name)} is given {len(given)} times: give it once",
                               field=_short(name))  # fmt: skip
    return Sent({k: v.replace("\r\n", "\n") for k, v in values.items() if v})


def json_object(body: bytes, example: str) -> dict[str, Any]:
    """Read a JSON object strictly: UTF-8, finite numbers, each key once.

    Raises
    ------
    RequestError
        Saying what is wrong with the text.
    """
    try:
        read_as = json.loads(
            body.decode(),
            object_pairs_hook=_each_once,
            parse_constant=_not_finite,
            parse_float=_finite,
        )
    except UnicodeDecodeError as error:
        raise RequestError("the body is not UTF-8 text") from error
    except RecursionError as error:
        raise RequestError("the body is nested too deeply: send one flat object") from error
    except ValueError as error:
        raise RequestError(f"the body is not JSON: {_short(str(error))}") from error
    if not isinstance(read_as, dict):
        raise RequestError(f"the body is not a JSON object: send {example}")
    return read_as


def read(record: type[R], given: Sent, aliases: Mapping[str, str] | None = None) -> R:
    """Make a record of what was sent.

    Parameters
    ----------
    record
        What to make.
    given
        The fields.
    aliases
        Other names of fields, as ``{"goal": "text"}``; errors name the field as it was sent.

    Raises
    ------
    InvalidRecord
        Naming every field at fault and the fix.
    """
    fields, shown = dict(given.fields), {}
    for alias, name in (aliases or {}).items():
        if alias in fields and name in fields:
            raise InvalidField(f"{alias} and {name} are the same field: give one", field=alias)
        if alias in fields or name not in fields:
            shown[name] = alias
        if alias in fields:
            fields[name] = fields.pop(alias)
    if torn := _torn(fields):
        name = _short(shown.get(torn, torn))
        raise InvalidField(f"{name} holds half a character: send whole Unicode text", field=name)
    try:
        if given.typed:
            return record.model_validate_json(json.dumps(fields), strict=True)
        return record.model_validate(fields)
    except ValidationError as error:
        known = tuple(shown.get(name, name) for name in record.model_fields)
        problems = (_sentence(item, shown, known) for item in error.errors(include_url=False))
        raise InvalidRecord(tuple(dict(problems).items())) from error


def _sentence(
    error: ErrorDetails, shown: Mapping[str, str], known: tuple[str, ...]
) -> tuple[str, str]:
    path = [str(part) for part in error["loc"]] or ["body"]
    field = _short(".".join([shown.get(path[0], path[0]), *path[1:]]))
    match error["type"]:
        case "missing":
            words = "is required"
            if field == "goal":
                words += ": say in a sentence what should happen"
        case "extra_forbidden":
            words = f"is not a field here; known are {', '.join(known)}"
        case "string_pattern_mismatch":
            kind = re.match(r"\^([a-z]+_)\[", str(error.get("ctx", {}).get("pattern", "")))
            such = f"{kind[1]}…" if kind else SUCH_AS.get(path[0], "ep_…")
            words = f"is not an identifier such as {such}"
        case _:
            words = error["msg"].removeprefix("Value error, ").replace("Input should", "should")
    return field, f"{field} {words}"


def _torn(fields: Mapping[str, Any]) -> str | None:
    r"""Give the field that holds a surrogate without its other half: ``\ud800`` in JSON."""
    for name, value in fields.items():
        written = json.dumps([name, value], ensure_ascii=False)
        if any("\ud800" <= character <= "\udfff" for character in written):
            return name
    return None


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise RequestError(f"{_short(key)} is given twice: give it once", field=_short(key))
        found[key] = value
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        _not_finite(text)
    return number


def _not_finite(text: str) -> NoReturn:
    raise RequestError(f"the body holds {_short(text)}: JSON has finite numbers only")


def _short(text: str) -> str:
    """Cut what is echoed to a plain, printable line."""
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
    return line if len(line) <= SHOWN_CHARACTERS else line[:SHOWN_CHARACTERS] + "…"
