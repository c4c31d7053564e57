"""A sentence that is surely of a family is known by it; a text that rules it out is not."""

import pytest

from storyworld.physics.families import FAMILIES, family_named
from storyworld.planners.admitting import OWN, admitted, affinity_of
from storyworld.reading.intent import read


@pytest.mark.parametrize(("name", "sentence"), OWN.items(), ids=list(OWN))
def test_a_family_knows_the_sentence_that_is_surely_its_own(name, sentence):
    assert family_named(name).name == name
    assert not any(c.isdigit() for c in sentence)
    assert affinity_of(family_named(name), sentence) > 0.0
    assert read(sentence, FAMILIES).family == name


def test_every_mechanical_family_has_such_a_sentence():
    from storyworld.physics.closed_form import ClosedForm
    from storyworld.physics.material_response import MaterialResponse

    mechanical = {
        f.name
        for f in FAMILIES
        if isinstance(f, ClosedForm) and not isinstance(f, MaterialResponse)
    }
    assert mechanical <= set(OWN)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("free_fall", "A stone on a parachute drifts down from 20 m"),
        ("stack", "Three boxes are stacked and shaken by an earthquake"),
    ],
)
def test_what_the_words_rule_out_no_model_can_choose(name, text):
    assert not admitted(family_named(name), text)
