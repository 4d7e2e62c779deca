"""Which reading a report needs: the file beside which it lies."""

from helpdesk.kernel.ids import Ref
from helpdesk.reports.models import Report


def is_file(*, file: Ref) -> bool:
    """Whether reports lie beside it, in the present scope. One SQL statement."""
    return Report.objects.filter(seller_id=file.seller_id, file_id=file.id).exists()


def file_of_chain(*, chain: Ref) -> Ref | None:
    """Beside what the reports of this chain lie, in the present scope; None: it is none of ours. One SQL
    statement.
    """
    here = Report.objects.filter(seller_id=chain.seller_id, chain=chain.id)
    found = here.values_list("file_id", flat=True).first()
    return None if found is None else Ref(chain.seller_id, found)
