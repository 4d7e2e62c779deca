"""The rule of the guard, in any course of appending, signing, crashing, restoring and resuming.

A model of the whole protocol over the pure rule: whatever happens, a log never signs two roots of one size,
and every checkpoint of a log is the beginning of the next.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from hypothesis.strategies import booleans, integers, sampled_from

from helpdesk.archive.rules.sequencing import Standstill, Tree, objection
from helpdesk.tlog.checkpoints import Checkpoint
from helpdesk.tlog.hashing import EMPTY_ROOT, leaf_hash, root_of

CRASHES = ("numbered", "guard begun", "guard noted", "guard moved", "published", "none")


@dataclass
class Database:
    """What a dump holds."""

    tree: int = 1
    leaves: list[bytes] = field(default_factory=list)
    guarded: bool = False

    def copy(self) -> "Database":
        return Database(self.tree, [*self.leaves], self.guarded)

    def root(self, size: int) -> bytes:
        return root_of([leaf_hash(leaf) for leaf in self.leaves[:size]])


class Protocol(RuleBasedStateMachine):
    """One database, its dumps, and per tree a guard, a folder and all that was ever signed."""

    @initialize()
    def begin(self) -> None:
        self.database = Database()
        self.dumps: list[Database] = []
        self.guards: dict[int, Checkpoint] = {}
        self.folders: dict[int, Checkpoint] = {}
        self.signed: dict[int, list[tuple[Checkpoint, list[bytes]]]] = {}
        self.tiled: set[int] = set()
        self.posted = 0
        self.trees = 1
        self.refused = False

    def why_not(self) -> Standstill | None:
        database, guard = self.database, self.guards.get(self.database.tree)
        size = len(database.leaves)
        tree = Tree(
            origin=str(database.tree),
            size=size,
            root=database.root(size),
            guarded=database.guarded or database.tree in self.tiled,
        )
        if why := objection(tree=tree, guard=guard, published=self.folders.get(database.tree)):
            return why
        if guard and database.root(guard.size) != guard.root:
            return Standstill.GUARD_DIFFERS
        return None

    @rule(count=integers(1, 4), asked=booleans(), crash=sampled_from(CRASHES))
    def step(self, count: int, asked: bool, crash: str) -> None:
        """Entries are numbered (by a worker that asks its guard, or by an older one), then signed."""
        if not asked or self.why_not() is None:
            self.database.leaves += [b"entry %d" % (self.posted + n) for n in range(count)]
            self.posted += count
        if crash != "numbered":
            self.publish(crash)

    def publish(self, crash: str) -> None:
        self.refused = self.why_not() is not None
        if self.refused:
            return
        database, tree = self.database, self.database.tree
        if tree not in self.guards:
            self.guards[tree] = Checkpoint(str(tree), 0, EMPTY_ROOT)
        if crash == "guard begun":
            return
        database.guarded = True
        if crash == "guard noted":
            return
        self.tiled.add(tree)
        size = len(database.leaves)
        head = Checkpoint(str(tree), size, database.root(size))
        self.signed.setdefault(tree, []).append((head, [*database.leaves]))
        if size > self.guards[tree].size:
            self.guards[tree] = head
        if crash != "guard moved":
            self.folders[tree] = head

    @rule()
    def dump(self) -> None:
        self.dumps.append(self.database.copy())

    @precondition(lambda self: self.dumps)
    @rule(which=integers(0, 20))
    def restore(self, which: int) -> None:
        self.database = self.dumps[which % len(self.dumps)].copy()

    @rule()
    def lose_the_guard(self) -> None:
        self.guards.pop(self.database.tree, None)

    @precondition(lambda self: self.why_not() is not None)
    @rule()
    def resume(self) -> None:
        self.trees += 1
        self.database = Database(tree=self.trees, leaves=[b"resumed %d" % self.trees])

    @invariant()
    def one_history_for_each_log(self) -> None:
        for heads in self.signed.values():
            for (older, _), (newer, leaves) in pairwise(heads):
                assert older.size <= newer.size
                assert root_of([leaf_hash(leaf) for leaf in leaves[: older.size]]) == older.root


TestProtocol = Protocol.TestCase
TestProtocol.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_what_each_state_objects_to() -> None:
    root, other = leaf_hash(b"a"), leaf_hash(b"b")
    tree = Tree(origin="x", size=1, root=root, guarded=True)
    new = Tree(origin="x", size=1, root=root, guarded=False)
    head = Checkpoint("x", 1, root)
    assert objection(tree=new, guard=None, published=None) is None
    assert objection(tree=new, guard=None, published=head) is Standstill.GUARD_ABSENT
    assert objection(tree=tree, guard=None, published=None) is Standstill.GUARD_ABSENT
    assert objection(tree=tree, guard=head, published=head) is None
    assert objection(tree=tree, guard=Checkpoint("y", 1, root), published=None) is Standstill.GUARD_OTHER
    assert objection(tree=tree, guard=Checkpoint("x", 2, root), published=None) is Standstill.GUARD_AHEAD
    assert objection(tree=tree, guard=Checkpoint("x", 1, other), published=None) is Standstill.GUARD_DIFFERS
    begun = Checkpoint("x", 0, EMPTY_ROOT)
    assert objection(tree=tree, guard=begun, published=None) is None
    assert objection(tree=tree, guard=begun, published=head) is Standstill.GUARD_BEHIND
