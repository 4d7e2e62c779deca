"""Put one record: what the Platform knows now, unless we know it already or newer."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.kernel.shape import Misshapen
from helpdesk.marketplace.actions.mirroring import Mirroring
from helpdesk.marketplace.actions.taken import Outcome, Sent
from helpdesk.marketplace.models import ExternalId
from helpdesk.marketplace.policies import can_mirror
from helpdesk.marketplace.rules.reading import check_code
from helpdesk.marketplace.terms.kinds import Name
from helpdesk.marketplace.terms.outcomes import Put
from helpdesk.marketplace.terms.records import AnyBody


def put_record(*, actor: Actor, now: datetime, external_id: str, record: AnyBody) -> Put:
    """Store the record, or leave ours as it is when its version is as new or newer.

    One that names a market, a seller or an order which has not arrived is kept, and taken in when it has.
    A changed establishment or market is also an entry. Raises Forbidden, Misshapen (it contradicts what we
    have), Busy.
    """
    if not can_mirror(actor):
        raise Forbidden("record.platform_only")
    name = Name(record.KIND, external_id)
    check_code(name=name, record=record)
    with acting(actor):
        outcome = Mirroring(now=now).take_in([Sent(line=0, name=name, record=record)])
        for sent, flaws in outcome.rejected:
            if sent.record is record:  # not one that had waited for it
                raise Misshapen(*flaws)
        if outcome.deeds:
            archive.append_many(chain=log.house(), actor=actor, now=now, drafts=outcome.deeds)
        return _put(name, record, outcome)


def _put(name: Name, record: AnyBody, outcome: Outcome) -> Put:
    for sent, missing in outcome.waiting:
        if sent.record is record:
            text = record.version.text
            return Put(name=name, ref=None, applied=False, version=text, waits_for=missing)
    applied = any(sent.record is record for sent in outcome.applied)
    version = record.version.text
    if not applied:
        held = ExternalId.objects.filter(kind=name.kind, external_id=name.external_id)
        version = held.values_list("version", flat=True).get()
    return Put(name=name, ref=outcome.world.known[name].ref, applied=applied, version=version)
