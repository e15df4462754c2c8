"""Pairs of roles: those of the program, in whichever order, and the user's in their place."""

from __future__ import annotations

import pytest

from crm.services.pairs import Pairs
from crm.store.reads.matching import OwnPair

ARTICLE = (
    ("web-developer", "copywriter"),
    ("graphic-designer", "social-media-manager"),
    ("digital-marketer", "salesperson"),
)


@pytest.mark.parametrize(("a", "b"), ARTICLE)
def test_the_pairs_of_the_article_are_the_strongest(a: str, b: str) -> None:
    pairs = Pairs()
    assert pairs.strength(a, b) == pairs.strength(b, a) == 3
    assert pairs.why(a, b, "en") == pairs.why(b, a, "en") != ""
    assert pairs.why(a, b, "es") != pairs.why(a, b, "en")


def test_a_role_does_not_complement_itself_nor_an_unknown_one() -> None:
    pairs = Pairs()
    assert pairs.strength("copywriter", "copywriter") == 0
    assert pairs.strength("copywriter", "lion tamer") == 0
    assert pairs.why("copywriter", "lion tamer", "en") == ""


def test_what_the_user_says_of_a_pair_holds() -> None:
    pairs = Pairs([OwnPair("copywriter", "web-developer", 1, ""),
                   OwnPair("brewer", "photographer", 3, "Labels that sell.")])  # fmt: skip
    assert pairs.strength("web-developer", "copywriter") == 1
    assert "landing" in pairs.why("web-developer", "copywriter", "en")
    assert pairs.strength("photographer", "brewer") == 3
    assert pairs.why("photographer", "brewer", "es") == "Labels that sell."
    assert list(pairs.partners("brewer")) == ["photographer"]


def test_an_own_strength_of_nothing_takes_a_pair_away() -> None:
    pairs = Pairs([OwnPair("copywriter", "web-developer", 0, "")])
    assert pairs.strength("copywriter", "web-developer") == 0
    assert "web-developer" not in pairs.partners("copywriter")
    assert "web-developer" in Pairs().partners("copywriter")


def test_the_best_pair_of_two_people_is_the_strongest_of_their_roles() -> None:
    best = Pairs().best(["photographer", "web-developer"], ["brewer", "copywriter"])
    assert best == (3, "web-developer", "copywriter")
    assert Pairs().best(["brewer"], ["copywriter"]) == (0, "", "")
    assert Pairs().best([], ["copywriter"]).strength == 0
