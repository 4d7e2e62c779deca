"""The steps of publishing by name, for tests of what a crash between two of them leaves behind."""

from enum import StrEnum


class Step(StrEnum):
    """What has just been done, in the order of a step of the sequencer."""

    NUMBERED = "numbered"
    COMMITTED = "committed"
    CHECKED = "checked"
    FILE_WRITTEN = "file-written"
    FILE_RENAMED = "file-renamed"
    TILES_DURABLE = "tiles-durable"
    SIGNED = "signed"
    GUARD_WRITTEN = "guard-written"
    GUARD_MOVED = "guard-moved"
    GUARD_DURABLE = "guard-durable"
    GUARD_NOTED = "guard-noted"
    WITNESSED = "witnessed"
    CHECKPOINT_WRITTEN = "checkpoint-written"
    CHECKPOINT_MOVED = "checkpoint-moved"
    CHECKPOINT_DURABLE = "checkpoint-durable"
    NOTED = "noted"
    SWEPT = "swept"


def reached(step: Step, /) -> None:
    """Nothing: a place where a test's process, which puts a function of its own here, dies.

    So no setting of any kind can make a real worker die: the fault suite starts its own program.
    """
