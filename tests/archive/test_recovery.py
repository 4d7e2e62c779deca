"""The fault table: a process dies after each step, with and without a power cut, and the next run heals.

One log goes through all of it: it never signs two roots of one size, and every checkpoint it ever signed is
the beginning of the next.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings

from helpdesk.archive.actions.publishing.steps import Step
from helpdesk.archive.queries.folder import read_guard
from helpdesk.tlog.checkpoints import Opened
from tests.archive import publishing
from tests.archive.dying import Disk, die_at
from tests.archive.entries import number
from tests.conftest import Template, clone

OFTEN = {Step.FILE_WRITTEN: (1, 3, 5), Step.FILE_RENAMED: (1, 3, 5)}
POINTS = [(step, time) for step in Step for time in OFTEN.get(step, (1,))]


@dataclass
class Story:
    """The log, and every checkpoint that was ever signed for it, by size."""

    home: Path
    signed: dict[int, Opened] = field(default_factory=dict)

    def see(self) -> None:
        """Whatever is signed now, in guard or checkpoint, must fit what was signed before."""
        for note in (publishing.folder().read_checkpoint(), read_guard(guard_id=publishing.state().guard_id)):
            if note:
                head = publishing.opened(note)
                assert self.signed.setdefault(head.size, head).root == head.root, "two roots of one size"


@pytest.fixture(scope="module")
def story(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """One log for the whole table; its first step is published."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch, clone(template):
        patch.setattr(settings.HELPDESK, "log_folder", home / "log")
        patch.setattr(settings.HELPDESK, "guard_folder", home / "guard")
        yield Story(home)


@pytest.mark.parametrize("power", ["persisted", "lost"])
@pytest.mark.parametrize(("step", "time"), POINTS)
def test_the_next_run_heals(story: Story, tmp_path: Path, step: Step, time: int, power: str) -> None:
    publishing.post(260)  # so that a tile is filled, and another begun
    disk = Disk(story.home, tmp_path / "shadow")
    died = die_at(step, time=time, work=lambda: (number(), publishing.publish()), disk=disk)
    if power == "lost":
        disk.lose_power()
    story.see()
    number()
    publishing.publish()
    story.see()
    assert died
    assert publishing.refusal() == ""
    assert publishing.state().signed_size == publishing.state().size
    assert publishing.is_whole()
    assert all(publishing.is_consistent(older) for older in [*story.signed.values()][-3:])


@pytest.mark.parametrize("step", [*Step])
def test_a_first_run_heals(template: Template, tmp_path: Path, step: Step) -> None:
    """The guard is begun here, before anything is signed; then the power goes."""
    home = tmp_path / "home"
    with pytest.MonkeyPatch.context() as patch, clone(template):
        patch.setattr(settings.HELPDESK, "log_folder", home / "log")
        patch.setattr(settings.HELPDESK, "guard_folder", home / "guard")
        home.mkdir()
        disk = Disk(home, tmp_path / "shadow")
        assert die_at(step, time=1, work=lambda: (number(), publishing.publish()), disk=disk)
        disk.lose_power()
        number()
        publishing.publish()
        assert publishing.refusal() == ""
        assert publishing.is_whole()
