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
MAX_IDENTIFIER = 255
KEPT_BYTES = 4096
OUR_TASKS = {
    "storyworld.plan": 1,
    "storyworld.started": 3,
    "storyworld.render": 1,
    "storyworld.purchase": 1,
    "storyworld.observe": 1,
    "storyworld.evaluate": 1,
    "storyworld.commit": 1,
    "storyworld.retain": 0,
}
"""The tasks there are, with how many arguments each takes."""

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


def _task_name(holder: object) -> str:
    name = holder.get("task") if isinstance(holder, dict) else None
    if not isinstance(name, str) or name not in OUR_TASKS:
        raise RefusedMessageError(f"no task of ours: {str(name)[:80]!r}")
    return name


def _identifier(value: object, what: str) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= MAX_IDENTIFIER:
        raise RefusedMessageError(f"{what} is no identifier")
    return value


def inspect(item: bytes) -> dict[str, Any]:
    """Give the message in `item`, made anew of what we read of it, if it is one of ours.

    Only task, id, tag, queue, arguments and chain are taken over. Everything else that a Celery
    header may say (limits, retries, dates, stamps) is set to what we always send, so that no
    other value reaches the consumer.

    Raises
    ------
    RefusedMessageError
        If it is too large, no Celery message, no task of ours, or its body or the chain embedded
        in it is malformed.
    """
    if len(item) > MAX_MESSAGE_BYTES:
        raise RefusedMessageError(f"{len(item)} bytes, at most {MAX_MESSAGE_BYTES} are read")
    message: dict[str, Any] = _object(item)
    properties, headers = message.get("properties"), message.get("headers")
    if not isinstance(properties, dict) or not isinstance(headers, dict):
        raise RefusedMessageError("no headers or no properties")
    task = _task_name(headers)
    identifier = _identifier(headers.get("id"), "the task's id")
    tag = _identifier(properties.get("delivery_tag"), "the delivery tag")
    route = properties.get("delivery_info")
    queue = _identifier(route.get("routing_key") if isinstance(route, dict) else None, "the queue")
    if message.get("content-type") != "application/json":
        raise RefusedMessageError("the body is not declared as JSON")
    body = message.get("body")
    if not isinstance(body, str) or properties.get("body_encoding") != "base64":
        raise RefusedMessageError("no base64 body")
    try:
        text = base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError) as error:
        raise RefusedMessageError("the body is not base64") from error
    _inspect_body(task, _object(text, "the body", list))
    return {
        "body": body,
        "content-type": "application/json",
        "content-encoding": "utf-8",
        "headers": {
            "lang": "py",
            "task": task,
            "id": identifier,
            "root_id": identifier,
            "parent_id": None,
            "group": None,
            "shadow": None,
            "eta": None,
            "expires": None,
            "retries": 0,
            "timelimit": [None, None],
            "argsrepr": "",
            "kwargsrepr": "{}",
            "origin": "",
            "ignore_result": True,
        },
        "properties": {
            "correlation_id": identifier,
            "reply_to": "",
            "delivery_mode": 2,
            "delivery_info": {"exchange": queue, "routing_key": queue},
            "priority": 0,
            "body_encoding": "base64",
            "delivery_tag": tag,
        },
    }


def _inspect_body(task: str, body: list[Any]) -> None:
    if len(body) != 3 or not isinstance(body[0], list) or body[1] != {}:
        raise RefusedMessageError("the body is not [args, {}, embed]")
    if len(body[0]) != OUR_TASKS[task]:
        raise RefusedMessageError(f"{task} takes {OUR_TASKS[task]} arguments")
    embed = body[2] or {}
    if not isinstance(embed, dict):
        raise RefusedMessageError("embed is not an object")
    if any(embed.get(key) for key in ("callbacks", "errbacks", "chord")):
        raise RefusedMessageError("embeds callbacks, which we never send")
    chain = embed.get("chain") or []
    if not isinstance(chain, list):
        raise RefusedMessageError("the chain is not a list")
    for link in chain:
        _task_name(link)


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
