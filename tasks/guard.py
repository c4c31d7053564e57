"""A Redis transport whose consumer outlives hostile messages.

A stock worker exits on a message that is no JSON object, and crash-loops on one whose body is not
base64. Here such a message is set aside in the list ``quarantine`` (the newest hundred, cut
short) and the next good task runs. Nothing is lost: the database is the queue of record.
"""

import base64
import binascii
import json
import logging
from queue import Empty
from typing import Any

from kombu.transport import redis

MAX_MESSAGE_BYTES = 256 * 1024
QUARANTINE = "quarantine"
KEPT = 100
KEPT_BYTES = 4096
OUR_TASKS = "storyworld."
REMOTE_CONTROL = ".pidbox"
"""Queues of Celery's own questions and answers (inspect, ping): no tasks travel there."""

_log = logging.getLogger(__name__)


class RefusedMessageError(ValueError):
    """A message that is not one of ours, with the reason."""


def _object(text: bytes | str, what: str = "the message", kind: type = dict) -> Any:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RefusedMessageError(f"{what} is not JSON") from error
    if not isinstance(value, kind):
        raise RefusedMessageError(f"{what} is not a JSON {kind.__name__}")
    return value


def _task_name(headers: object) -> str:
    name = headers.get("task") if isinstance(headers, dict) else None
    if not isinstance(name, str) or not name.startswith(OUR_TASKS):
        raise RefusedMessageError(f"no task of ours: {str(name)[:80]!r}")
    return name


def inspect(item: bytes) -> dict[str, Any]:
    """Give the message in `item` if it is one this worker may be handed.

    Raises
    ------
    RefusedMessageError
        If it is too large, no Celery message, no task of ours, or its body or the chain embedded
        in it is malformed.
    """
    if len(item) > MAX_MESSAGE_BYTES:
        raise RefusedMessageError(f"{len(item)} bytes, at most {MAX_MESSAGE_BYTES} are read")
    message: dict[str, Any] = _object(item)
    properties = message.get("properties")
    if not isinstance(properties, dict) or not isinstance(properties.get("delivery_tag"), str):
        raise RefusedMessageError("no delivery tag")
    if not isinstance(properties.get("delivery_info"), dict):
        raise RefusedMessageError("no delivery info")
    _task_name(message.get("headers"))
    if message.get("content-type") != "application/json":
        raise RefusedMessageError("the body is not declared as JSON")
    body = message.get("body")
    if not isinstance(body, str):
        raise RefusedMessageError("no body")
    if properties.get("body_encoding") == "base64":
        try:
            body = base64.b64decode(body, validate=True)
        except (binascii.Error, ValueError) as error:
            raise RefusedMessageError("the body is not base64") from error
    _inspect_body(_object(body, "the body", list))
    return message


def _inspect_body(body: list[Any]) -> None:
    if len(body) != 3 or not isinstance(body[0], list) or not isinstance(body[1], dict):
        raise RefusedMessageError("the body is not [args, kwargs, embed]")
    embed = body[2] or {}
    if not isinstance(embed, dict):
        raise RefusedMessageError("embed is not an object")
    if any(embed.get(key) for key in ("callbacks", "errbacks", "chord")):
        raise RefusedMessageError("embeds callbacks, which we never send")
    chain = embed.get("chain") or []
    if not isinstance(chain, list):
        raise RefusedMessageError("the chain is not a list")
    for link in chain:
        _task_name(link if isinstance(link, dict) else None)


class Channel(redis.Channel):  # type: ignore[misc]  # kombu is untyped
    """A Redis channel that looks at a message before it hands it on."""

    def _brpop_read(self, **options: Any) -> bool:
        try:
            try:
                popped = self.client.parse_response(self.client.connection, "BRPOP", **options)
            except self.connection_errors:
                self.client.connection.disconnect()
                raise
            if not popped:
                raise Empty
            key, item = popped
            queue = redis.bytes_to_str(key).rsplit(self.sep, 1)[0]
            self._queue_cycle.rotate(queue)
            look = _object if queue.endswith(REMOTE_CONTROL) else inspect
            try:
                message = look(item if isinstance(item, bytes) else item.encode())
            except RefusedMessageError as refused:
                self._set_aside(queue, item, str(refused))
            else:
                self.connection._deliver(message, queue)
            return True
        finally:
            self._in_poll = None
            self._flush_brpop_reauth()

    def _set_aside(self, queue: str, item: bytes, reason: str) -> None:
        _log.error("refused a message on %s: %s", queue, reason)
        kept = json.dumps({"queue": queue, "reason": reason, "item": repr(item[:KEPT_BYTES])})
        with self.conn_or_acquire() as client, client.pipeline() as pipeline:
            pipeline.lpush(QUARANTINE, kept)
            pipeline.ltrim(QUARANTINE, 0, KEPT - 1)
            pipeline.execute()


class Transport(redis.Transport):  # type: ignore[misc]  # kombu is untyped
    """kombu's Redis transport with the guarded channel."""

    Channel = Channel
