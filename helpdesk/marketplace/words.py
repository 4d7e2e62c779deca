"""The sentences of the marketplace."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "buyer.not_found": _("There is no such buyer."),
    "input.bounds": _("This is too short, too long, too small or too large: %(bound)s."),
    "input.misshapen": _("The input is not as described; see the errors."),
    "input.missing": _("This is missing."),
    "input.not_json": _("This is not valid JSON: %(reason)s."),
    "input.not_listed": _("This is none of the possible values: %(expected)s."),
    "input.pattern": _("This has a form that is not allowed here."),
    "input.too_large": _("This is too large: at most %(limit)s bytes."),
    "input.twice": _("“%(name)s” may be sent only once."),
    "input.type": _("This must be of another type: %(expected)s."),
    "input.unknown_field": _("There is no such field."),
    "market.address": _("This market does not deliver to that address. Please choose another, or none."),
    "market.buyers_only": _("Only a Buyer is on one market. Others look at one, or at all of them."),
    "market.code": _("A market's code has 1 to 20 letters, digits, hyphens or underscores."),
    "market.exists": _("There is a market with this code already. Nothing was stored."),
    "market.key_reused": _("This request was used for another change already. Nothing was changed by it."),
    "market.moved": _(
        "This market was changed by somebody else in the meantime. Nothing was stored; please look again."
    ),
    "market.moved_on": _("You are on another market by now. Nothing was changed; please look again."),
    "market.no_filter": _("Only Sellers' people and Administrators choose which markets lists show."),
    "market.not_yours": _("Platform administrators decide on markets."),
    "market.nothing_changed": _("Nothing differs from what holds already. Nothing was stored."),
    "market.not_found": _("There is no such market."),
    "market.same": _("You are on this market already."),
    "key.most": _("A shop has at most %(limit)s keys at once. End those that nobody uses any more."),
    "key.named": _("Another key has this name. Give each tool a name of its own."),
    "key.no_scope": _("Choose at least one thing that the key may do."),
    "key.not_found": _("There is no such key, or it has ended."),
    "key.not_yours": _("Only an owner of the shop makes and ends its keys."),
    "key.overlap": _("The old key may live on for 0 to %(limit)s days."),
    "key.past": _("This is not in the future."),
    "key.scope": _("This is not among the things that a key of a shop may do."),
    "key.two_live": _("Two keys of this tool live already. End the older one first."),
    "member.already": _("This address belongs to somebody on the team."),
    "member.last_owner": _("A shop needs an owner. Make somebody else the owner first."),
    "member.not_found": _("There is no such member of a seller's team."),
    "offer.not_found": _("There is no such offer."),
    "order.not_found": _("There is no such order."),
    "person.not_found": _("There is no such person."),
    "record.busy": _(
        "These records are being changed by others at this moment. Nothing was stored; please try again."
    ),
    "record.conflict": _("The record contradicts one that is already there."),
    "record.fixed": _("This was settled by the first version of the record and cannot change."),
    "record.not_found": _("There is no such record."),
    "record.other_seller": _("“%(id)s” belongs to another seller."),
    "record.platform_only": _("Only the Platform's own connection may send records."),
    "record.unknown_reference": _("The %(kind)s “%(id)s” is not known here. Please send it first."),
    "restriction.closed": _(
        "This shop has left the marketplace and cannot answer any more. Nothing was sent. If something is"
        " wrong with your order, open a case: the Platform takes it on."
    ),
    "restriction.messaging": _(
        "A measure is in force: your shop answers, but does not write first. Nothing was sent."
    ),
    "restriction.no_questions": _("This shop does not take questions at the moment. Nothing was sent."),
    "restriction.removal": _(
        "Your shop was removed from the marketplace: its people read, export and appeal. Nothing was sent."
    ),
    "restriction.suspension": _(
        "Your shop is suspended: it does not write first, and nobody writes before a sale. Orders and cases"
        " stay open. Nothing was sent."
    ),
    "restriction.not_yours": _("Only the Platform imposes measures, and lifts them."),
    "seller.not_found": _("There is no such seller."),
    "team.not_yours": _("Only an owner of the shop manages its team."),
    "tracking.check_digit": _("A digit or letter of this tracking number is wrong. Please compare it."),
    "tracking.form": _("This is no tracking number of this carrier. Please compare its length."),
    "tracking.other_carrier": _("This is the number of another carrier. Please choose that one."),
    "shipment.not_found": _("There is no such shipment."),
    "value.amount": _("Please write the amount as a decimal with at most %(digits)s digits after the point."),
    "value.country": _("This is not a country code of ISO 3166-1 (two capital letters)."),
    "value.currency": _("This is not a currency in use (ISO 4217)."),
    "value.day": _("Please write the date as YYYY-MM-DD."),
    "value.ean": _("This is not a valid EAN: its length or its check digit is wrong."),
    "value.external_id": _("An id has 1 to %(limit)s visible ASCII characters, without a slash."),
    "value.instant": _("Please write the time as RFC 3339 with its offset, such as 2026-11-02T09:30:00Z."),
    "value.language": _("This is not a language tag of BCP 47 that we know."),
    "value.line_twice": _("Two lines have the same id."),
    "value.market_code": _("A market's code is its id, and the two differ."),
    "value.one_currency": _("The lines of an order have one currency."),
    "value.subdivision": _("The subdivision does not lie in the country."),
    "value.time_zone": _("This is not a time zone of the IANA database."),
    "value.version": _("A version is an integer from 0 to 9007199254740991, or a time in RFC 3339."),
}

HINTS = {
    "record.unknown_reference": _(
        "Records are taken in in the order in which they arrive: what is named must come first."
    ),
    "record.fixed": _("Send it as a new record with an id of its own."),
}

# How far an order has come, by stage and by what is known of its day. A page fills in the day.
# Translators: %(weekday)s brings the preposition that the language wants, as in "Answer by Monday".
PROGRESS = {
    "ordered": _("Being prepared for dispatch"),
    "ordered.on": _("Being prepared, expected on %(weekday)s, %(date)s"),
    "ordered.today": _("Being prepared, expected today"),
    "ordered.tomorrow": _("Being prepared, expected tomorrow"),
    "ordered.behind": _("Being prepared, was expected on %(weekday)s, %(date)s"),
    "dispatched": _("On its way"),
    "expected.on": _("On its way, expected on %(weekday)s, %(date)s"),
    "expected.today": _("On its way, expected today"),
    "expected.tomorrow": _("On its way, expected tomorrow"),
    "expected.behind": _("On its way, was expected on %(weekday)s, %(date)s"),
    "delivered": _("Delivered"),
    "delivered.on": _("Delivered on %(weekday)s, %(date)s"),
    "delivered.today": _("Delivered today"),
    "delivered.yesterday": _("Delivered yesterday"),
    "returning": _("Return on its way to the Seller"),
    "returned": _("Return received by the Seller"),
    "returned.on": _("Return received by the Seller on %(weekday)s, %(date)s"),
    "refunded": _("Refunded"),
    "refunded.on": _("Refunded on %(weekday)s, %(date)s"),
    "return.announced": _("Return announced, not yet handed over"),
}
