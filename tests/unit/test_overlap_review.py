"""The review is the fold of its events, act by act or all at once; nobody undoes another's, and a round has one rater per citizen."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitation.errors import VisitationError
from visitation.model import load
from visitation.overlap.citizen import FIRST, SECOND, Answers, Rater
from visitation.overlap.fold import Progress, Review, fold
from visitation.overlap.read import read_overlap
from visitation.overlap.review import draw_second, keep, rate, read_review, rename_types, undo
from visitation.register import beside
from visitation.register.events import GENESIS, Draft, seal
from visitation.register.records import LISTED
from visitation.register.store import open_register
from visitation.register.trouble import Conflict
from visitation.vocabulary import CENTRES

DATA = read_overlap(load("slagelse"))
NOW = datetime(2021, 3, 9, 9)
ONE, OTHER, THIRD = Rater("bedømmer 1"), Rater("bedømmer 2", SECOND), Rater("bedømmer 3")
TOLD = {"day": "2021-02-01", "age_group": "18-29", "benefit": "kontanthjaelp", "condition": "psykisk", "efforts": 4.0, "helped": "nej"}
TOLD |= dict.fromkeys(CENTRES, "nej") | {"am": "ja"}


def listed(count, **other):
    """The drafts of so many citizens on the list."""
    names = [beside.reference(LISTED.room, "slagelse", f"B-{number}") for number in range(1, count + 1)]
    return [Draft(name, 0, LISTED.event, TOLD | other, NOW.isoformat()) for name in names]


def event(draft):
    return seal(draft, 1, GENESIS, "")


def review_of(count):
    return fold("slagelse", map(event, listed(count)))


@pytest.fixture
def register(database):
    opened = open_register(database)
    opened.append_all(listed(3))
    yield opened
    opened.close()


def state(review):
    raters = (ONE, OTHER, THIRD)
    return review.citizens, list(review.citizens), review.names, [(review.mine(by), review.latest(by)) for by in raters]


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("rate"), st.sampled_from([ONE, OTHER, THIRD]), st.integers(1, 5), st.sampled_from(DATA.types)),
        st.tuples(st.just("undo"), st.sampled_from([ONE, OTHER, THIRD])),
        st.tuples(st.just("draw"), st.integers(1, 3), st.integers(0, 9)),
        st.tuples(st.just("name"), st.sampled_from(["Alfa", "Beta", ""])),
    ),
    max_size=25,
)


def drafts_of(review, act):
    match act:
        case ("rate", by, number, type_):
            return [rate(review, DATA, f"B-{number}", Answers(type_.id), by, NOW)]
        case ("undo", by):
            return [undo(review, by, NOW)]
        case ("draw", count, seed):
            return draw_second(review, count, seed, NOW)
        case ("name", name):
            return [rename_types(review, DATA, {"type2": name}, NOW)]


def play(review, acts):
    """The events of the acts that were not refused, each taken as it came."""
    found = []
    for act in acts:
        try:
            events = [event(draft) for draft in drafts_of(review, act)]
        except VisitationError:
            continue
        for one in events:
            review.take(one)
        found += events
    return found


@given(acts=ACTS, cut=st.integers(0, 60))
def test_brought_on_by_each_act_it_is_what_its_events_fold_to_wherever_they_are_split(acts, cut):
    review, begun = review_of(5), [event(draft) for draft in listed(5)]
    events = begun + play(review, acts)
    again = fold("slagelse", events[:cut])
    for one in events[cut:]:
        again.take(one)
    assert state(again) == state(review) == state(fold("slagelse", events))


@given(acts=ACTS, number=st.integers(1, 5))
def test_undoing_what_was_just_rated_leaves_the_review_as_it_was(acts, number):
    review = review_of(5)
    play(review, acts)
    before = {name: (one.drawn, one.ratings) for name, one in review.citizens.items()}, review.mine(ONE), review.progress()
    if not play(review, [("rate", ONE, number, DATA.types[2])]):
        return
    assert review.latest(ONE)[0] == f"B-{number}"
    play(review, [("undo", ONE)])
    after = {name: (one.drawn, one.ratings) for name, one in review.citizens.items()}, review.mine(ONE), review.progress()
    assert [one.reference for one in after[1]] == [one.reference for one in before[1]] and (after[0], after[2]) == (before[0], before[2])


def test_it_is_kept_in_the_register_and_resumed_from_it(register):
    review = read_review(register, "slagelse")
    answers = Answers("type2", ("misbrug", "boern"), ("sag_i_hp",), ("ung",), "Venter på udredning.")
    keep(register, review, rate(review, DATA, review.next(ONE).reference, answers, ONE, NOW))
    keep(register, review, rename_types(review, DATA, {"type2": "  Vil  gerne i gang "}, NOW))
    again = read_review(register, "slagelse")
    assert state(again) == state(review)
    kept = again.citizens["B-1"].rating(FIRST)
    assert (kept.answers, kept.at) == (replace(answers, subcategories=("boern", "misbrug")), NOW)
    assert (again.next(ONE).reference, again.progress()) == ("B-2", Progress(1, 3))
    assert again.type_name(DATA, "type2", "en") == "Vil gerne i gang" and again.type_name(DATA, "type3", "da") == "Type 3"
    assert read_review(register, "ringsted").citizens == {}


def test_the_order_is_that_of_the_list_and_goes_round(register):
    review = read_review(register, "slagelse")
    assert [review.next(ONE, after).reference for after in (None, "B-1", "B-3", "B-9")] == ["B-1", "B-2", "B-1", "B-1"]
    for name in ("B-1", "B-2", "B-3"):
        keep(register, review, rate(review, DATA, name, Answers("udenfor"), ONE, NOW))
    assert review.next(ONE) is None and review.progress().left == 0
    assert [one.reference for one in review.mine(ONE)] == ["B-1", "B-2", "B-3"]


def test_rated_again_the_later_one_counts_and_undone_the_earlier_one(register):
    review = read_review(register, "slagelse")
    for type_ in ("type1", "type4"):
        keep(register, review, rate(review, DATA, "B-1", Answers(type_), ONE, NOW))
    assert review.citizens["B-1"].rating(FIRST).answers.type == "type4" and review.progress().done == 1
    keep(register, review, undo(review, ONE, NOW))
    assert review.citizens["B-1"].rating(FIRST).answers.type == "type1"
    keep(register, review, undo(review, ONE, NOW))
    with pytest.raises(VisitationError, match=r"bedømmer 1 har ingen bedømmelse at fortryde"):
        undo(review, ONE, NOW)


def test_one_takes_back_only_ones_own(register):
    review = read_review(register, "slagelse")
    keep(register, review, rate(review, DATA, "B-1", Answers("type1"), ONE, NOW))
    keep(register, review, rate(review, DATA, "B-2", Answers("type1"), THIRD, NOW))
    keep(register, review, undo(review, ONE, NOW))
    assert [one.reference for one in review.citizens.values() if one.rating(FIRST)] == ["B-2"]


def test_who_was_first_is_first_and_the_others_acts_stay_possible(register):
    review, late = read_review(register, "slagelse"), read_review(register, "slagelse")
    keep(register, review, rate(review, DATA, "B-1", Answers("type1"), ONE, NOW))
    with pytest.raises(Conflict):
        keep(register, late, rate(late, DATA, "B-1", Answers("type2"), THIRD, NOW))
    assert late.citizens["B-1"].rating(FIRST) is None
    keep(register, late, rate(late, DATA, "B-2", Answers("type2"), THIRD, NOW))
    assert read_review(register, "slagelse").progress().done == 2


def test_a_second_rating_is_by_another_of_those_drawn(register):
    review = read_review(register, "slagelse")
    for name in ("B-1", "B-2"):
        keep(register, review, rate(review, DATA, name, Answers("type1"), ONE, NOW))
    with pytest.raises(VisitationError, match="er ikke udtrukket"):
        rate(review, DATA, "B-1", Answers("type1"), OTHER, NOW)
    with pytest.raises(VisitationError, match="tilladt er 1 til 2"):
        draw_second(review, 3, 1, NOW)
    keep(register, review, *draw_second(review, 1, 1, NOW))
    (drawn,) = [one.reference for one in review.citizens.values() if one.drawn]
    with pytest.raises(VisitationError, match="en anden skal bedømme anden gang"):
        rate(review, DATA, drawn, Answers("type1"), Rater(ONE.name, SECOND), NOW)
    assert review.next(Rater(ONE.name, SECOND)) is None and review.next(OTHER).reference == drawn
    keep(register, review, rate(review, DATA, drawn, Answers("type3"), OTHER, NOW + timedelta(seconds=8)))
    both = review.citizens[drawn]
    assert (both.rating(FIRST).answers.type, both.rating(SECOND).answers.type) == ("type1", "type3")
    assert (review.progress(SECOND), review.progress(FIRST)) == (Progress(1, 1), Progress(2, 3))


def test_the_sample_is_random_by_its_seed_and_never_draws_twice():
    review = review_of(30)
    play(review, [("rate", ONE, number, DATA.types[0]) for number in range(1, 26)])
    drawn = [[draft.case for draft in draw_second(review, 10, seed, NOW)] for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2] and len(set(drawn[0])) == 10
    for draft in draw_second(review, 10, 1, NOW):
        review.take(event(draft))
    assert not {draft.case for draft in draw_second(review, 15, 1, NOW)} & set(drawn[0])


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (Answers("type7"), r"ukendt valg 'type7'; tilladt er type1.*udenfor"),
        (Answers("type1", ("gæld",)), r"ukendt valg 'gæld'; tilladt er oekonomi, boern, misbrug, andet"),
        (Answers("type1", criteria=("rig",)), "ukendt valg 'rig'"),
        (Answers("type1", tags=("hast",)), "ukendt valg 'hast'"),
        (Answers("type1", note="x" * 501), "Noten har 501 tegn; tilladt er 500"),
    ],
)
def test_what_overlap_yaml_does_not_know_is_refused(answers, said):
    with pytest.raises(VisitationError, match=said):
        rate(review_of(1), DATA, "B-1", answers, ONE, NOW)


def test_a_number_of_a_person_gets_into_no_note(register):
    review = read_review(register, "slagelse")
    with pytest.raises(VisitationError, match="CPR"):
        keep(register, review, rate(review, DATA, "B-1", Answers("type1", note="se 010190-1234"), ONE, NOW))
    assert review.progress().done == 0


@pytest.mark.parametrize("name", ["Anne", "AH", "bedømmer", "bedømmer 0", "bedømmer 100", "Bedømmer 1"])
def test_a_rater_is_a_label_and_no_name(name):
    with pytest.raises(VisitationError, match="aldrig et navn"):
        Rater(name)
    with pytest.raises(VisitationError, match="tilladt er 1 og 2"):
        Rater("bedømmer 1", 3)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"udenfor": "Andre"}, "Typen 'udenfor' kan ikke få navn"),
        ({"type1": "x" * 61}, "for langt; tilladt er 60 tegn"),
        ({"type1": "Ens", "type2": "ens"}, "To typer har samme navn"),
    ],
)
def test_a_name_of_a_type_is_short_and_its_own(names, said):
    with pytest.raises(VisitationError, match=said):
        rename_types(review_of(1), DATA, names, NOW)


def test_an_empty_name_takes_the_placeholder_again():
    review = review_of(1)
    play(review, [("name", "Alfa")])
    assert review.type_name(DATA, "type2", "da") == "Alfa"
    play(review, [("name", "")])
    assert review.type_name(DATA, "type2", "da") == "Type 2"


def test_a_newer_list_tells_anew_and_keeps_the_ratings():
    review = review_of(1)
    play(review, [("rate", ONE, 1, DATA.types[0])])
    newer = listed(1, benefit="foertidspension", efforts=None)[0]
    review.take(event(Draft(newer.case, 2, newer.kind, newer.data, newer.at)))
    one = review.citizens["B-1"]
    assert (one.benefit, one.efforts, one.version, one.rating(FIRST).answers.type) == ("foertidspension", None, 3, "type1")


def test_who_is_not_on_the_list_and_what_does_not_follow_is_refused():
    review = Review("slagelse")
    with pytest.raises(VisitationError, match="'B-1' er ikke på listen"):
        review.citizen("B-1")
    with pytest.raises(VisitationError, match="ukendt hændelse decided"):
        review.take(event(Draft("x", 0, "decided", {}, NOW.isoformat())))
    review = review_of(1)
    with pytest.raises(VisitationError, match="fortryder en bedømmelse, der ikke er der"):
        review.take(event(Draft(review.case_of("B-1"), 1, "review_undone", {"version": 1}, NOW.isoformat())))
