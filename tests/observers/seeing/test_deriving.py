"""What replies come to: majorities of consistent samples, and nothing of one's own say-so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.observers.seeing.deriving import derive, share
from storyworld.observers.seeing.prompting import LAWS, Statement, statements
from storyworld.observers.seeing.replies import Tells, Told
from storyworld.records.evidence import FrameRange
from storyworld.records.observation import Law, Verdict
from storyworld.records.scenario import Check

CHECKS = (Check(name="upright", statement="It stands.", antonym="It lies.", shows=("stands",)),)
YES, NO, UNSURE = Tells.YES, Tells.NO, Tells.CANNOT_TELL
SEEN = FrameRange(first=3, last=9)


def sample(plain: Tells, contrary: Tells, broken: tuple[Law, ...] = (), cited=SEEN):
    return (
        Told(Statement("s1", "It stands.", check="upright"), plain, cited),
        Told(Statement("s2", "It lies.", check="upright", antonym=True), contrary, cited),
        *(Told(Statement(f"l{n}", "", law=law), YES, cited) for n, law in enumerate(broken)),
    )


AFFIRMS, DENIES, AGREES = sample(YES, NO), sample(NO, YES), sample(YES, YES)


@pytest.mark.parametrize(
    ("samples", "verdict"),
    [
        ([AFFIRMS] * 3, Verdict.VALID),
        ([AFFIRMS, AFFIRMS, DENIES], Verdict.VALID),
        ([DENIES] * 3, Verdict.CONTRADICTS),
        ([DENIES, DENIES, AFFIRMS], Verdict.CONTRADICTS),
        # Two samples confirm nothing against a goal, and no sample without frames does.
        ([DENIES, DENIES], Verdict.UNCERTAIN),
        ([sample(NO, YES, cited=None)] * 3, Verdict.UNCERTAIN),
        # Who agrees with everything is believed in nothing.
        ([AGREES] * 3, Verdict.UNCERTAIN),
        ([sample(UNSURE, NO)] * 3, Verdict.UNCERTAIN),
        ([sample(YES, NO, (Law.TELEPORT,))] * 2 + [AFFIRMS], Verdict.IMPOSSIBLE),
        ([sample(YES, NO, (Law.TELEPORT,)), AFFIRMS, AFFIRMS], Verdict.VALID),
        ([sample(YES, NO, (Law.TELEPORT,), cited=None)] * 3, Verdict.VALID),
        # Nor is one that agrees with everything believed in the laws that it sees broken.
        ([sample(YES, YES, tuple(LAWS))] * 3, Verdict.UNCERTAIN),
        ([sample(YES, NO, tuple(LAWS))] * 3, Verdict.VALID),
        # Frames of those that affirm it are none of those that deny it.
        ([sample(NO, YES, cited=None)] * 2 + [AFFIRMS], Verdict.UNCERTAIN),
        # Two samples make nothing valid either.
        ([AFFIRMS, AFFIRMS], Verdict.UNCERTAIN),
    ],
)
def test_a_majority_of_consistent_samples_makes_the_verdict(samples, verdict):
    assert derive(CHECKS, samples, "obs_1", "m", ("stands",)).verdict is verdict


@pytest.mark.parametrize(
    ("claims", "affirmed", "denied"),
    [
        (("stands",), Verdict.VALID, Verdict.CONTRADICTS),
        (("falls",), Verdict.CONTRADICTS, Verdict.VALID),
        (("glows",), Verdict.UNCERTAIN, Verdict.UNCERTAIN),
        (("stands", "falls"), Verdict.UNCERTAIN, Verdict.UNCERTAIN),
        ((), Verdict.UNCERTAIN, Verdict.UNCERTAIN),
    ],
)
def test_what_is_told_counts_by_what_it_means_for_the_claims(claims, affirmed, denied):
    checks = (CHECKS[0].revised(denies=("falls",)),)
    for told, verdict in ((AFFIRMS, affirmed), (DENIES, denied)):
        assert derive(checks, [told] * 3, "obs_1", "m", claims).verdict is verdict


def test_what_no_majority_answers_is_an_abstention_and_no_evidence():
    derived = derive(CHECKS, [AFFIRMS, DENIES, AGREES], "obs_1", "m")
    assert derived.evidence == ()
    assert "1 affirm it, 1 deny it, 1 agree" in derived.abstentions[0].detail


def test_evidence_carries_the_frames_that_were_cited():
    derived = derive(CHECKS, [AFFIRMS, AFFIRMS, sample(YES, NO, cited=FrameRange(first=1, last=4))],
                     "obs_1", "m")  # fmt: skip
    (evidence,) = derived.evidence
    assert evidence.frames == FrameRange(first=1, last=9)
    assert evidence.quantity.value == pytest.approx(4 / 5)


def test_evidence_against_a_check_carries_the_frames_of_those_that_deny_it():
    against = sample(NO, YES, cited=FrameRange(first=5, last=6))
    (evidence,) = derive(CHECKS, [against, against, AFFIRMS], "obs_1", "m").evidence
    assert evidence.frames == FrameRange(first=5, last=6)
    assert evidence.quantity.value == pytest.approx(2 / 5)


def test_without_checks_nothing_is_valid():
    assert derive((), [()] * 3, "obs_1", "m").verdict is Verdict.UNCERTAIN


@given(st.integers(0, 9), st.integers(0, 9))
def test_more_samples_that_agree_make_it_surer(affirmed, others):
    less, more = share(affirmed, affirmed + others), share(affirmed + 1, affirmed + others + 1)
    assert 0 < less.value < more.value < 1


def test_every_check_is_put_both_ways_in_an_order_that_the_seed_decides():
    one, again, other = (statements(CHECKS, seed) for seed in (7, 7, 8))
    assert one == again != other
    assert {(s.check, s.antonym) for s in one if s.check} == {("upright", False), ("upright", True)}
    assert {s.law for s in one if s.law} == set(LAWS)
