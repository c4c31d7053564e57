"""The report of an episode."""

import re
from importlib.resources import files
from itertools import pairwise

import pytest

from storyworld.evidence_export.report import POLICY, report
from storyworld.records.account import Account
from storyworld.records.goal import RiskProfile
from storyworld.records.verdict import ConfidenceTerm
from tests.evidence_export import accounts
from tests.evidence_export.reading import Page, inert
from tests.evidence_export.test_strips import stays

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><svg onload=alert(1)><a xlink:href=javascript:alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(1)</script>",
    "</title></desc></svg><img src=//evil.example/x onerror=alert(1)>",
    "javascript:alert(1)",
    "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></foreignObject></svg>",
    "<!-- --!><img src=x onerror=alert(1)>-->",
    "]]><style>@import'//evil.example'</style><link rel=stylesheet href=//evil.example>",
    "<base href=//evil.example><meta http-equiv=refresh content='0;url=//evil.example'>",
    "{{ 'no' * 9 }}{% raise %}{# x #}",
    "&lt;script&gt;alert(1)&lt;/script&gt;&#x202e;",
)
CONTROLS = "a \u202eb\u202c \u2066c\u2069 \u200fd \x00e \x1bf \ufeffg \u061ch \x85i \u2028j"


@pytest.fixture(params=accounts.ALL)
def account(request: pytest.FixtureRequest) -> Account:
    return accounts.ALL[request.param]()


def page_of(account: Account) -> Page:
    return inert(report(account))


def test_every_report_loads_nothing_and_can_do_nothing(account: Account) -> None:
    page = page_of(account)
    (policy,) = (a["content"] for _, a in page.tags if "http-equiv" in a)
    assert policy == POLICY
    assert "default-src 'none'" in POLICY


def test_the_same_account_gives_the_same_bytes(account: Account) -> None:
    again = Account.model_validate_json(account.canonical_json())
    assert report(account).encode() == report(again).encode()


def test_headings_are_in_order_and_every_label_has_its_place(account: Account) -> None:
    page = page_of(account)
    levels = [level for level, _ in page.headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(set(ids)) == len(ids)
    labels = {i for _, a in page.tags for i in (a.get("aria-labelledby") or "").split()}
    assert labels <= set(ids)
    assert page.tags[0] == ("html", {"lang": "en"})


def test_every_table_tells_what_its_rows_and_columns_are(account: Account) -> None:
    for tag, attributes in page_of(account).tags:
        if tag == "th":
            assert attributes["scope"] in {"col", "row", "rowgroup"}
        if tag == "svg" and attributes.get("aria-hidden") != "true":
            assert attributes["role"] == "img"
            assert "aria-label" in attributes or "aria-labelledby" in attributes


def test_an_achieved_goal_is_told_with_its_evidence() -> None:
    account = accounts.finished()
    page = page_of(account)
    assert page.headings[0][1].split() == ["Achieved", "confidence", "94", "%"]
    assert account.goal.text in page.words
    assert "The fall takes 2.020 s, inside the 2.1 s that were asked." in page.words
    assert "the narrowest margin, in u" in page.words
    assert "$0.25 of $1.00" in page.words
    assert "12.5 s" in page.words
    assert "the ball reaches the ground in under 2.1 s" in page.words
    assert "h = g t²/2" in page.words
    assert "t = sqrt(2 h / g)" in page.words
    assert "standard gravity" in page.words
    assert "ball: fall time" in page.words
    assert page.text.count("obs_7") >= 2
    assert account.head in page.words
    assert "storyworld verify" in page.words
    for link in account.links:
        assert link.digest() in {a.get("title") for _, a in page.tags}


def test_a_gap_in_a_series_is_drawn_as_one_and_not_bridged() -> None:
    page = page_of(accounts.finished())
    lines = [a for tag, a in page.tags if tag == "polyline"]
    assert len(lines) == 2
    gaps = page.drawn("gap")
    assert len(gaps) == 2  # where the ball was hidden, and after it landed
    left, right = (
        float((line["points"] or "").split()[end].split(",")[0])
        for line, end in zip(lines, (-1, 0), strict=True)
    )
    assert float(gaps[0]["x"] or 0) == pytest.approx(left, abs=0.11)
    assert float(gaps[0]["x"] or 0) + float(gaps[0]["width"] or 0) == pytest.approx(right, abs=0.21)


def test_limit_and_prediction_stand_on_the_time_axis() -> None:
    page = page_of(accounts.finished())
    assert len(page.drawn("belt", "measured")) == 1
    assert len(page.drawn("belt", "predicted")) == 1
    assert len(page.drawn("belt", "limit")) == 1
    assert "fall time by the solver" in page.words


def test_solver_and_film_are_held_against_each_other() -> None:
    account = accounts.finished()
    ledger = account.walks[0].judgement.ledger
    solved, measured = (e.quantity for e in ledger.evidence[:2])
    apart = abs(solved.value - measured.value) / (0.003**2 + 0.01**2) ** 0.5
    assert f"{apart:.2g} σ" in page_of(account).words


def test_margins_are_told_in_guard_bands_of_the_risk_that_was_taken() -> None:
    account = accounts.finished()
    margin = account.walks[0].judgement.findings[0].margin
    assert f"+{margin.value / (2 * margin.uncertainty):.3g} " in page_of(account).words
    careful = account.revised(goal=account.goal.revised(risk_profile=RiskProfile.LOW))
    words = page_of(careful).words
    assert f"+{margin.value / (3 * margin.uncertainty):.3g} " in words
    assert "guard bands of 3 u" in words


def test_a_refuted_goal_tells_what_would_flip_it() -> None:
    page = page_of(accounts.finished(1.5))
    assert page.headings[0][1].split()[0] == "Impossible"
    assert "Violated" in page.words
    assert "drop it from 11 m or less" in page.words
    assert "nowhere" in page.words
    assert "falls in time" in page.words.split("Constraints discovered")[1]


def test_an_incomplete_one_tells_who_did_not_see_what_and_why() -> None:
    page = page_of(accounts.incomplete())
    assert page.headings[0][1].split() == ["Evidence", "missing"]
    words = page.words
    assert "No confidence is stated" in words
    assert "behind the fence from frame 24" in words
    assert "measuring, attempt 1" in words
    assert "gemini, attempt 2" in words
    assert "unavailable" in words
    assert "nobody answered" in words
    assert "nothing was followed through this film" in words
    assert "no transition was added" in words.lower()
    assert "Attempt 2" in words
    assert "unknown of $1.00" in words  # a model's cost that nobody knows
    assert "gemini-x rate limited (429)" in words
    assert "Render timeout: took too long What to do: try again" in words


def test_a_vetoed_goal_was_never_looked_at() -> None:
    page = page_of(accounts.vetoed())
    assert page.headings[0][1].split() == ["Impossible"]
    assert "a heavy body floats without support" in page.words
    assert "A body at rest needs a support" in page.words
    assert not page.drawn("strip")
    assert "There was nothing to look at" in page.words


def test_a_failure_of_the_machinery_says_nothing_of_the_goal() -> None:
    page = page_of(accounts.failed())
    assert page.headings[0][1].split() == ["Failed"]
    assert "Render failed: the encoder ended with 1 What to do: see the doctor" in page.words
    assert "says nothing of the goal" in page.words
    assert "render, beat 1, attempt 1, dead" in page.words
    assert "no film came of it" in page.words


def test_a_running_one_says_when_it_was_written() -> None:
    page = page_of(accounts.running())
    assert page.headings[0][1].split() == ["In", "progress"]
    assert "how it stood at 2026-11-23 12:00:12 UTC" in page.words
    assert "nothing yet" in page.words


def test_one_that_was_stopped_by_hand_says_so() -> None:
    page = page_of(accounts.terminated())
    assert page.headings[0][1].split() == ["Abandoned"]
    assert "nothing follows from it for the goal" in page.words


def test_beats_and_attempts_are_told_apart() -> None:
    page = page_of(accounts.several())
    titles = [words.split("\n")[0].strip() for _, words in page.headings]
    assert any(t.startswith("Beat 1: the ball falls") for t in titles)
    assert any(t.startswith("Beat 2: it rolls on") for t in titles)
    assert sum(t.startswith("Attempt") for t in titles) == 2
    words = page.words
    assert "Hovering of ball, frames 3–9, by measuring: it hangs" in words
    assert "broken: hovering: ball" in words
    assert "solver: yes, measurement: no" in words
    assert "drag: it decides" in words
    assert "“A steel”" in words
    assert len(page.drawn("imposed")) == 1
    assert "given to the generator" in words


def test_a_chain_that_does_not_hold_is_told() -> None:
    account = accounts.finished()
    first, last = account.links
    forged = first.revised(entry=first.entry.revised(code_version="other"))
    assert "link 1 does not name" in page_of(account.revised(links=(forged, last))).words
    assert "not the head" in page_of(account.revised(links=(first,))).words
    assert "does not hold" not in page_of(account).words
    assert "does not hold" not in page_of(accounts.vetoed()).words


def test_what_was_done_before_there_were_chains_is_not_told_as_nothing() -> None:
    old = accounts.finished().revised(links=(), head=None)
    words = page_of(old).words
    assert "not chained from the start" in words
    assert "Nobody has done anything yet" not in words
    assert "unknown of $1.00" in words  # what it has cost went with its entries
    half = accounts.finished()
    _, last = half.links
    went_on = last.revised(place=0, previous=None)
    words = page_of(half.revised(links=(went_on,), head=went_on.digest())).words
    assert "not chained from the start" in words
    assert "does not hold" not in words
    assert "not chained" not in page_of(accounts.finished()).words
    waiting = accounts.running().revised(beats=(), walks=())
    assert "Nobody has done anything yet" in page_of(waiting).words


def test_it_is_said_why_it_was_filmed_again() -> None:
    account = accounts.incomplete()
    first, second = account.walks
    assert second.filming is not None
    nearer = second.filming.revised(because="the contact was too small: filmed from nearer")
    page = page_of(account.revised(walks=(first, second.revised(filming=nearer))))
    assert page.words.count("the contact was too small: filmed from nearer") == 1


def test_what_was_so_over_time_says_when() -> None:
    account = accounts.finished()
    (beat,), (walk,) = account.beats, account.walks
    assert walk.judgement is not None
    asked = stays(beat, "ball_y")
    (_, measured, *_) = walk.judgement.findings
    assert measured.margin is not None
    found = measured.revised(
        constraint_id=asked.constraint_id,
        margin=measured.margin.revised(unit=asked.threshold.unit),
        because="worst at 1.3 s",
    )
    judged = walk.judgement.revised(findings=(*walk.judgement.findings, found))
    told = account.revised(
        beats=(beat.revised(constraints=(*beat.constraints, asked)),),
        walks=(walk.revised(judgement=judged),),
    )
    assert "worst at 1.3 s" in page_of(told).words


def test_no_term_of_a_confidence_is_rounded_to_certainty() -> None:
    account = accounts.finished()
    (walk,) = account.walks
    assert walk.judgement is not None
    assert walk.judgement.confidence is not None
    sure = ConfidenceTerm(name="solver", value=0.99996, words="the solver holds it")
    told = walk.judgement.confidence.revised(terms=(sure,))
    judged = walk.revised(judgement=walk.judgement.revised(confidence=told))
    assert "> 0.999" in page_of(account.revised(walks=(judged,))).words


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text(payload: str) -> None:
    account = accounts.hostile(accounts.several(), payload)
    text = report(account)
    page = inert(text)
    package = files("storyworld.evidence_export")
    css = [package / "static" / "pictures.css", package / "templates" / "report.css"]
    assert page.style.split() == " ".join(file.read_text() for file in css).split()
    assert page.text.count(payload) >= 30
    assert "nono" not in page.text


def test_hostile_failures_and_vetoes_stay_text() -> None:
    for make in (accounts.failed, accounts.vetoed, accounts.incomplete):
        account = accounts.hostile(make(), PAYLOADS[1])
        assert inert(report(account)).text.count(PAYLOADS[1]) >= 3


def test_letters_that_hide_or_turn_others_are_shown_as_such() -> None:
    account = accounts.hostile(accounts.several(), CONTROLS)
    page = page_of(account)
    assert not re.search(
        "[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ufeff\x00\x1b\x85]", page.text
    )
    assert page.text.count("a \ufffdb\ufffd \ufffdc\ufffd \ufffdd \ufffde \ufffdf") >= 20


def test_half_a_letter_can_be_written() -> None:
    account = accounts.finished()
    run = account.run.model_copy(update={"because": "half \ud800"})
    assert "half \ufffd" in report(account.model_copy(update={"run": run})).encode().decode()
