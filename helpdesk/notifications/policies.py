"""Who may choose, and who may look."""

from helpdesk.kernel.actor import Actor, Role, Side


def can_choose_usual(*, actor: Actor) -> bool:
    """Owners for their shop's people, platform administrators for the desk's."""
    return actor.has(Role.OWNER, Role.PLATFORM_ADMIN)


def can_see_post(*, actor: Actor) -> bool:
    """How mails fare is the operator's business: names and codes, never what a mail told."""
    return actor.side is Side.ADMINISTRATOR
