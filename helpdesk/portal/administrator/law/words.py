"""What the rules of the law are called, and their values as people say them."""

from typing import Final

from babel.numbers import format_decimal
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from helpdesk.law.row import Condition, Counting, Row, Unit
from helpdesk.portal import locales

SUBJECTS: Final[dict[str, Promise]] = {
    "withdrawal": _("Withdrawal"),
    "conformity": _("Defects"),
    "repair": _("Repair"),
    "complaint": _("Complaints"),
    "p2b": _("The Platform and its Sellers"),
    "dsa": _("Restrictions, traders and reports"),
    "safety": _("Product safety"),
    "conduct": _("Information and advertising"),
    "data": _("Personal data"),
    "dispute": _("Disputes out of court"),
    "periods": _("How periods are counted"),
}
NAMES: Final[dict[str, Promise]] = {
    "withdrawal.period": _("To withdraw from the contract"),
    "withdrawal.doorstep": _("To withdraw after a sale at the door"),
    "withdrawal.not_informed": _("Longer, if nobody told the Buyer of the right"),
    "withdrawal.informed_late": _("From the day on which the Buyer is told"),
    "withdrawal.function": _("Withdrawal function beside the order"),
    "withdrawal.refund": _("To refund after a withdrawal"),
    "withdrawal.goods_back": _("To send the goods back"),
    "withdrawal.exclusions": _("No right to withdraw"),
    "conformity.period": _("The Seller answers for defects"),
    "conformity.agreed_minimum": _("The parties may agree on no less than"),
    "conformity.burden": _("A defect counts as having been there from the start"),
    "conformity.reject": _("To reject the goods at once"),
    "conformity.action": _("To go to court over a defect"),
    "conformity.notify_minimum": _("A duty to report defects leaves at least"),
    "conformity.after_repair": _("Longer after a repair, once"),
    "conformity.choice_notice": _("Notice of the choice between repair and replacement"),
    "conformity.refurbished_on_request": _("Refurbished replacement only if the Buyer asks for it"),
    "repair.form_price_days": _("A price on the repair form holds"),
    "complaint.answer": _("To answer a complaint"),
    "complaint.silence_accepts": _("Silence accepts the complaint"),
    "complaint.durable_medium": _("The answer comes on a durable medium"),
    "p2b.terms_notice": _("Notice of changed terms"),
    "p2b.reasons": _("Reasons before a restriction takes effect"),
    "p2b.termination_notice": _("Notice before the whole service ends"),
    "p2b.right_to_clarify": _("The Seller may clarify the facts"),
    "p2b.facts_in_reasons": _("Reasons name the facts and the rule"),
    "p2b.ranking": _("The terms explain the ranking"),
    "p2b.complaints": _("Appeals to the Platform, free of charge"),
    "p2b.complaints_review": _("Figures on appeals, at least every"),
    "p2b.mediators": _("Mediators named, at least"),
    "p2b.small_persons": _("Small enterprise: fewer people than"),
    "p2b.small_turnover": _("Small enterprise: turnover in euros, at most"),
    "dsa.contact_point": _("A contact that is not a machine alone"),
    "dsa.report": _("Transparency report, at least every"),
    "dsa.report_published": _("To publish the transparency report"),
    "dsa.report_kept": _("The transparency report is kept for"),
    "dsa.notice_receipt": _("Receipt for a report of illegal content"),
    "dsa.notice_decision": _("Decision on a report, and how to appeal"),
    "dsa.reasons": _("Statement of reasons with every restriction"),
    "dsa.reasons_for_buyers": _("Statement of reasons for Buyers too"),
    "dsa.small_grace": _("Time to adapt for an enterprise that has grown"),
    "dsa.complaint_window": _("To appeal against a decision"),
    "dsa.decided_by_people": _("No machine decides appeals alone"),
    "dsa.out_of_court": _("Settlement out of court"),
    "dsa.out_of_court_longest": _("Settlement out of court, at the latest"),
    "dsa.misuse_warning": _("A warning before a suspension for misuse"),
    "dsa.trader_identity": _("Traders are identified"),
    "dsa.trader_kept": _("Traders' details are kept after the contract for"),
    "dsa.illegal_product_buyers": _("An illegal product: tell the Buyers of the last"),
    "safety.orders": _("To carry out an authority's order"),
    "safety.notices": _("To deal with a report of a dangerous product"),
    "conduct.marketplace_information": _("Buyers learn how offers are ranked, and who is a trader"),
    "conduct.marketing_consent": _("Advertising only with consent"),
    "conduct.accessibility_statement": _("Accessibility statement"),
    "data.answer": _("To answer a request about personal data"),
    "data.answer_longer": _("Longer, for a difficult request"),
    "data.notice": _("Notice about personal data below the message box"),
    "data.human_review": _("A person reviews automated decisions"),
    "data.breach_notice": _("To report a breach"),
    "data.impact_assessment": _("Impact assessment"),
    "dispute.odr_closed": _("The Union's dispute platform is closed: no link leads there"),
    "dispute.adr_renewed": _("Renewed rules for settlement out of court"),
    "periods.working_day_end": _("A period that ends on a day off ends on the next working day"),
    "periods.two_working_days": _("From two days on, a period has two working days"),
}
EXCLUDED: Final[dict[str, Promise]] = {
    "service_performed": _("services that were fully performed"),
    "market_price": _("goods whose price follows the financial market"),
    "made_to_order": _("goods made to order or personalised"),
    "perishable": _("goods that spoil quickly"),
    "unsealed_hygiene": _("unsealed goods, for health or hygiene"),
    "mixed": _("goods mixed inseparably with others"),
    "alcohol_later": _("alcoholic drinks delivered later at the market price"),
    "urgent_repair": _("urgent repairs at the Buyer's place"),
    "unsealed_media": _("unsealed recordings or software"),
    "press": _("newspapers and magazines"),
    "auction": _("public auctions"),
    "dated_leisure": _("lodging, transport and leisure on a fixed date"),
    "digital_content": _("digital content whose supply has begun"),
}
CONDITIONS: Final[dict[Condition, Promise]] = {
    Condition.NEW: _("new goods"),
    Condition.USED: _("used goods"),
    Condition.REFURBISHED: _("refurbished goods"),
}
COUNTING: Final[dict[Counting, Promise]] = {  # beside the usual way, which the last subject explains
    Counting.LAST_WORKING_DAY: _("ends on a working day"),
    Counting.PLAIN: _("plain calendar days"),
}
NOTES: Final[dict[str, Promise]] = {
    "by_agreement": _("only if it was agreed"),
    "no_option": _("nothing shorter may be agreed"),
    "option_of_states": _("if the member state says so"),
    "repeal_proposed": _("repeal proposed"),
    "with_notice": _("if announced within the first month"),
}
PARTS: Final[dict[str, Promise]] = {"GB-SCT": _("Scotland")}
_TIME: Final = {
    Unit.HOURS: ngettext_lazy("%(number)d hour", "%(number)d hours", "number"),
    Unit.DAYS: ngettext_lazy("%(number)d day", "%(number)d days", "number"),
    Unit.WORKING_DAYS: ngettext_lazy("%(number)d working day", "%(number)d working days", "number"),
    Unit.MONTHS: ngettext_lazy("%(number)d month", "%(number)d months", "number"),
    Unit.YEARS: ngettext_lazy("%(number)d year", "%(number)d years", "number"),
}


def value_of(row: Row) -> str:
    """As in "14 days"; empty for letters, which are listed."""
    if row.unit in _TIME:
        return str(_TIME[row.unit] % {"number": row.amount})
    if row.unit is Unit.COUNT:
        return str(format_decimal(row.amount, locale=locales.locale()))
    return gettext("applies") if row.unit is Unit.FLAG else ""
