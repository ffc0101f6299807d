"""What a load would do, decided without a disk or a database."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.plan import Plan, plan_load
from bot.store.records import StoredFile


def files(*items: str) -> dict[str, StoredFile]:
    """``"a.txt=1"`` is a file of digest 1 and a fingerprint to match; ``"a.txt=1/2"`` has another one."""
    found = {}
    for item in items:
        source, _, marks = item.partition("=")
        digest, _, fingerprint = marks.partition("/")
        found[source] = StoredFile(source, digest, fingerprint or digest)
    return found


def test_each_kind() -> None:
    stored = files("same.txt=1", "edited.txt=2", "gone.txt=3", "old.txt=4", "rules.txt=5")
    seen = files("same.txt=1", "edited.txt=20", "new.txt=6", "moved.txt=4", "rules.txt=5/v2")
    assert plan_load(stored, seen) == Plan(
        added=("new.txt",),
        changed=("edited.txt", "rules.txt"),
        unchanged=("same.txt",),
        moved=(("old.txt", "moved.txt"),),
        removed=("gone.txt",),
    )


def test_a_copy_is_no_move_and_a_move_onto_another_file_is_none_either() -> None:
    assert plan_load(files("a.txt=1"), files("a.txt=1", "b.txt=1")).moved == ()
    swapped = plan_load(files("a.txt=1", "b.txt=2"), files("a.txt=2", "b.txt=1"))
    assert (swapped.moved, swapped.changed) == ((), ("a.txt", "b.txt"))


def test_duplicates_move_in_the_order_of_their_names() -> None:
    plan = plan_load(files("a.txt=1", "b.txt=1", "c.txt=1"), files("x.txt=1", "y.txt=1"))
    assert plan.moved == (("a.txt", "x.txt"), ("b.txt", "y.txt"))
    assert plan.removed == ("c.txt",)


def test_nothing_readable_removes_nothing() -> None:
    assert plan_load(files("a.txt=1"), {}) == Plan()
    assert plan_load(files("a.txt=1"), {}, unreadable={"b.txt"}) == Plan()


def test_an_unreadable_file_and_a_closed_folder_keep_what_they_held() -> None:
    stored = files("a.txt=1", "sub/b.txt=2", "subtle.txt=3")
    plan = plan_load(stored, files("new.txt=1"), unreadable={"a.txt"}, hidden_below=["sub/"])
    assert plan == Plan(added=("new.txt",), removed=("subtle.txt",))


def test_one_file_alone_says_nothing_of_the_others() -> None:
    stored = files("a.txt=1", "b.txt=2")
    assert plan_load(stored, files("c.txt=2"), whole=False) == Plan(added=("c.txt",))


_FILES = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("1234")).map(
    lambda marks: files(*(f"{source}={digest}" for source, digest in marks.items()))
)


@given(stored=_FILES, seen=_FILES, unreadable=st.sets(st.sampled_from("abcdef")), whole=st.booleans())
def test_carried_out_it_ends_in_what_was_seen_and_loses_nothing_else(
    stored: dict[str, StoredFile], seen: dict[str, StoredFile], unreadable: set[str], whole: bool
) -> None:
    unreadable -= seen.keys()
    plan = plan_load(stored, seen, unreadable=unreadable, whole=whole)
    after = dict(stored)
    for old, new in plan.moved:
        assert new not in after
        assert after[old].digest == seen[new].digest
        after[new] = StoredFile(new, after[old].digest, after.pop(old).fingerprint)
    for source in (*plan.added, *plan.changed):
        assert (source in after) == (source in plan.changed)
        after[source] = seen[source]
    for source in plan.removed:
        del after[source]
    assert all(after[source] == seen[source] for source in seen)
    kept = after.keys() - seen.keys()
    assert kept <= stored.keys()
    if whole and seen:
        assert kept == stored.keys() & unreadable
    else:
        assert kept == stored.keys() - seen.keys()
    assert sorted((*plan.added, *plan.changed, *plan.unchanged, *(new for _, new in plan.moved))) == sorted(
        seen
    )
