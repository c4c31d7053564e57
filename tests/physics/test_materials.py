"""What a word says of a substance."""

import pytest

from storyworld.physics.materials import MATERIALS, Property, materials_in, middle_of, span_of
from storyworld.reading.words import Words


def named(text: str, what: Property) -> list[str]:
    return [material.name for _, material in materials_in(Words.of(text), what)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("An oak cube floats in water", ["oak", "water"]),
        ("A steel ball sinks in sea water", ["steel", "sea water"]),
        ("A wooden raft on the Dead Sea", ["wood", "dead sea water"]),
        ("A ball falls", []),
    ],
)
def test_materials_are_found_in_the_order_of_the_text(text, names):
    assert named(text, Property.DENSITY) == names


def test_a_material_of_which_the_property_is_not_known_is_passed_over():
    assert named("A rubber ball on ice", Property.RESTITUTION) == ["rubber"]


def test_every_range_is_positive_and_ordered():
    for material in MATERIALS:
        for what, (low, high) in material.known.items():
            assert 0 < low <= high, (material.name, what)
            span = span_of(material, what)
            middle, u = middle_of(span)
            assert low <= middle <= high
            assert u == pytest.approx((high - low) / 12**0.5)


def test_no_phrase_names_two_materials():
    phrases = [phrase for material in MATERIALS for phrase in material.words]
    assert len(phrases) == len(set(phrases))
