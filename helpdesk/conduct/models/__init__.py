"""Tables of conduct."""

from helpdesk.conduct.models.amendment import Amendment
from helpdesk.conduct.models.rereading import Rescan, Trial
from helpdesk.conduct.models.review import Review
from helpdesk.conduct.models.sample import Sample
from helpdesk.conduct.models.verdict import Verdict

__all__ = ["Amendment", "Rescan", "Review", "Sample", "Trial", "Verdict"]
