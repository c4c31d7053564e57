"""POST /judge: a film, whoever made it, is held against a goal; the answer is the judgement.

The request waits for it: about two seconds for a short film, never longer than
`STORYWORLD_JUDGE_TIMEOUT_S`. Pixels are measured; vision models are asked only with
`observers=all`, within half of that time. A film is decoded and judged in a process apart.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NoReturn

from flask import Blueprint, Flask, Response, current_app, request

from storyworld.errors import InvalidField, RequestError
from storyworld.reading.admission import admit
from storyworld.records.clip import ClipJudged, ClipReply, ClipTerms
from storyworld.settings import Settings
from webapp.apart import TookTooLong, judge_apart
from webapp.contract import SHOWN_CHARACTERS, Sent, answer, read, speaks, texts
from webapp.problems import problem, upload_limit
from webapp.security import TOKEN_FIELD

blueprint = Blueprint("judge", __name__)
RETRY_AFTER_S = 5
CLIP = "clip"


class NotJudged(Exception):  # noqa: N818 - nothing is wrong with what was asked
    """The film was not judged, for a reason that is no field's fault: too large, no time, busy."""

    def __init__(self, status: int, detail: str, *, clip: bool = False, busy: bool = False) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail
        self.members = {"field": CLIP} if clip else {}
        self.headers = {"Retry-After": str(RETRY_AFTER_S)} if busy else {}


def init_app(app: Flask, settings: Settings) -> None:
    """Make room for as many judgements at once as this process may have."""
    app.extensions["storyworld.judging"] = threading.BoundedSemaphore(settings.judge_at_once)


@blueprint.post("/judge")
@speaks(
    body=ClipTerms,
    files={CLIP: "the film: MP4 or WebM"},
    answers={200: ClipJudged},
    refuses=(411, 504),
)
def judge() -> Response:
    """Hold an uploaded film against a goal; it has come in before its turn is asked for."""
    try:
        return answer(judged()[1])
    except NotJudged as reason:
        return problem(reason.status, reason.detail, headers=reason.headers, **reason.members)


def judged() -> tuple[ClipTerms, ClipJudged]:
    """Judge the film that was sent.

    Raises
    ------
    RequestError
        If a field is at fault.
    NotJudged
        If the film is too large, takes too long, or too many are being judged.
    """
    with _turn():
        settings: Settings = current_app.extensions["storyworld"]
        if request.args:
            raise RequestError("fields came in the query: send them with the film, as form fields")
        fields = {k: v for k, v in texts(request.form).fields.items() if k != TOKEN_FIELD}
        film = _film(fields)
        terms = read(ClipTerms, Sent(fields))
        try:
            admit(terms.goal)
        except InvalidField as error:
            raise InvalidField(error.detail, field="goal") from error
        if film.seek(0, 2) > settings.upload_max_mb * 10**6:
            raise NotJudged(413, upload_limit(), clip=True)
        try:
            reply = judge_apart(film, terms, settings)
        except TookTooLong as late:
            detail = (
                f"judging the film took longer than {settings.judge_timeout_s:g} s "
                "(STORYWORLD_JUDGE_TIMEOUT_S): send a shorter or smaller one, or use the command "
                "storyworld judge, which takes its time"
            )
            raise NotJudged(504, detail, clip=True) from late
    return terms, _judgement(reply)


@contextmanager
def _turn() -> Iterator[None]:
    room: threading.BoundedSemaphore = current_app.extensions["storyworld.judging"]
    if not room.acquire(blocking=False):
        detail = (
            "as many films as this server judges at once are being judged: try again in a moment"
        )
        raise NotJudged(503, detail, busy=True)
    try:
        yield
    finally:
        room.release()


def _film(fields: dict[str, str]) -> IO[bytes]:
    """Give the uploaded file."""
    files = request.files.getlist(CLIP)
    if CLIP in fields:
        raise InvalidField("clip came as text: send it as a file", field=CLIP)
    if not files or (not files[0].filename and not files[0].stream.read(1)):
        _refuse_clip("is required: send an MP4 or WebM film as a file")
    if len(files) > 1:
        _refuse_clip(f"is given {len(files)} times: send one film")
    others = sorted(name for name in request.files if name != CLIP)
    if others:
        detail = "only clip is a file: send the other fields as text"
        raise InvalidField(detail, field=others[0][:SHOWN_CHARACTERS])
    return files[0].stream


def _refuse_clip(words: str) -> NoReturn:
    raise InvalidField(f"clip {words}", field=CLIP)


def _judgement(reply: ClipReply) -> ClipJudged:
    refused = reply.refused
    if refused is None:
        if reply.judged is None:
            raise RuntimeError("the process that judges answered nothing")
        return reply.judged
    if refused.passes:
        raise NotJudged(503, f"{refused.detail}: try again in a moment", busy=True)
    raise InvalidField(refused.detail, field=refused.field)
