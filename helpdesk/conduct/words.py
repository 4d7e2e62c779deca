"""The sentences of conduct: what was found, by which rule, and how to write it instead.

A reason says what stands there and which rule speaks of it; a remedy says what to do, to a Seller or a Buyer.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from helpdesk.conduct.terms import Decision, Finding, Label, Place, Treatment
from helpdesk.kernel.actor import Side
from helpdesk.law.bodies import Body
from helpdesk.law.countries import EU, places

Words = dict[Label, str | Promise]

TITLES: Words = {
    Label.EMAIL: _("E-mail address"),
    Label.PHONE: _("Telephone number"),
    Label.MSGR: _("Messenger or social account"),
    Label.URL: _("Link or web address"),
    Label.BANK: _("Bank or card number"),
    Label.PAYH: _("Payment account"),
    Label.POST: _("Address as a way past the Platform"),
    Label.MOVE: _("Invitation to talk elsewhere"),
    Label.PAY: _("Payment outside the Platform"),
    Label.DEAL: _("Deal outside the Platform"),
    Label.TERMS: _("Agreement past its procedure"),
    Label.PROMO: _("Advertising"),
    Label.REVIEW: _("Request for a review"),
    Label.INSULT: _("Insult"),
    Label.THREAT: _("Threat"),
    Label.SHOUT: _("Shouting"),
    Label.IGNORED: _("Question without an answer"),
    Label.VAGUE: _("Evasive answer"),
    Label.CONTRADICTS: _("Contradiction to the record"),
    Label.RIGHTS: _("Denial of statutory rights"),
}
DECISIONS: dict[Decision, str | Promise] = {
    Decision.NONE: _("Nothing was found."),
    Decision.LOG: _("Nothing was found."),
    Decision.WARN: _("Please look at this before you send it."),
    Decision.HOLD_AUTHOR: _("Change this, or say why it is to be sent as it is."),
    Decision.HOLD_REVIEWER: _("A person of the Platform looks at this before it is sent."),
    Decision.REFUSE: _("This cannot be sent."),
}
TREATMENTS: dict[Treatment, str | Promise] = {
    Treatment.ANSWERED: pgettext_lazy("of a question", "Answered"),
    Treatment.VAGUE: pgettext_lazy("of a question", "Touched, no answer seen"),
    Treatment.IGNORED: pgettext_lazy("of a question", "No answer seen"),
}
FOUND: Words = {
    Label.EMAIL: _("This reads as an e-mail address."),
    Label.PHONE: _("This reads as a number at which somebody can be called."),
    Label.MSGR: _("This leads to an account of a messenger or a social network."),
    Label.URL: _("This leads to a page outside the Platform."),
    Label.BANK: _("This reads as the number of a bank account or a card."),
    Label.PAYH: _("This leads to an account for payments outside the Platform."),
    Label.POST: _("This proposes letters, a visit or cash past the Platform."),
    Label.MOVE: _("This proposes to talk elsewhere, or asks for contact details."),
    Label.PAY: _("This speaks of paying or refunding outside the Platform."),
    Label.DEAL: _("This proposes to order or to negotiate outside the Platform."),
    Label.TERMS: _("This settles something past the procedure that the Platform has for it."),
    Label.PROMO: _("This reads as advertising."),
    Label.REVIEW: _("This asks for a review, for stars or for a changed rating."),
    Label.INSULT: _("This can be read as an insult."),
    Label.THREAT: _("This can be read as a threat."),
    Label.SHOUT: _("Capital letters and repeated marks read as shouting."),
    Label.IGNORED: _("A question of the Buyer gets no answer here."),
    Label.VAGUE: _("This answers a question without saying anything definite."),
    Label.CONTRADICTS: _("This does not agree with what is on record about the order."),
    Label.RIGHTS: _("This reads as if the Buyer had fewer rights than the law gives."),
}
_APART = _("Buyers and Sellers write to each other in the Helpdesk only, and exchange no contact details.")
_MONEY = _("Payments and refunds go through the Platform only: past it nobody is protected.")
RULES: Words = {
    **dict.fromkeys((Label.EMAIL, Label.PHONE, Label.MSGR, Label.POST, Label.MOVE), _APART),
    Label.URL: _(
        "Messages lead only to pages of the Platform and to those that it allows, such as carriers."
    ),
    **dict.fromkeys((Label.BANK, Label.PAYH, Label.PAY), _MONEY),
    Label.DEAL: _("What begins on the Platform is agreed and bought on the Platform."),
    Label.TERMS: _(
        "Returns, complaints, deliveries and refunds follow their procedure on the Platform, which keeps both"
        " sides' deadlines and rights."
    ),
    Label.PROMO: _("Messages are about an order or an offer: they do not advertise."),
    Label.REVIEW: _("Sellers do not ask for reviews or ratings in messages."),
    Label.INSULT: _("Both sides write to each other with respect."),
    Label.THREAT: _(
        "Nobody is put under pressure here; announcing a lawful step, such as a dispute, is allowed."
    ),
    Label.SHOUT: _("Both sides write to each other calmly."),
    **dict.fromkeys(
        (Label.IGNORED, Label.VAGUE),
        _("A reply answers each question, or says by when the answer follows."),
    ),
    Label.CONTRADICTS: _("What is said of an order has to be right: the Buyer relies on it."),
    Label.RIGHTS: _("What the law gives to Buyers holds whatever a message says."),
}
PLACES: dict[Place, str | Promise] = {
    Place.SEAM: _("Together with your earlier messages it is complete."),
    Place.NAME: _("It stands in the name of a file."),
    Place.PICTURE: _("It stands in a picture."),
    Place.CODE: _("It stands in a QR code or a bar code."),
    Place.METADATA: _("It stands in the hidden details of a file."),
    Place.DOCUMENT: _("It stands in the text of a file."),
}
AS_READ = _("It is read as “%(read)s”.")
_HERE_TO_BUYER = _("Leave it out and write here what it is about: the Buyer reads it in the Helpdesk.")
_HERE_TO_SELLER = _("Leave it out and write here what it is about: the Seller reads it in the Helpdesk.")
_DELIVERY = _("Leave it out. What the courier needs belongs in “Delivery details”.")
_REFUND = _(
    "Leave it out. Where a refund is to go belongs in “Refund account”, which only the Platform sees."
)
_REFUNDING = _("Leave it out, and refund through the order on the Platform, the way that the Buyer paid.")
_IN_WORDS = _("Leave the link out and say in words, or show in a file, what stands there.")
_NO_ADVERTISING = _("Leave it out, and write about this order or this offer only.")
_MATTER = _("Say what is wrong and what you would like to happen, without judging the person.")
_LAWFUL = _("Say which lawful step you mean to take, and leave the rest out.")
_CALMLY = _("Write in ordinary letters, with one mark at the end of a sentence.")
_SAID_OF_ORDER = _("Compare it with the order and its parcels, and correct it.")
_BOTH: Words = {
    Label.URL: _IN_WORDS,
    Label.INSULT: _MATTER,
    Label.THREAT: _LAWFUL,
    Label.SHOUT: _CALMLY,
    Label.PROMO: _NO_ADVERTISING,
    Label.REVIEW: _("Leave the request out: the rest of the message can be sent."),
    Label.IGNORED: _("Answer it, or promise the answer for a day."),
    Label.VAGUE: _("Give a yes or a no, a number, a day or a fact; or promise it for a day."),
    Label.CONTRADICTS: _SAID_OF_ORDER,
    Label.RIGHTS: _("Leave the sentence out, and say what you can do for the Buyer."),
}
REMEDIES: dict[Side, Words] = {
    Side.SELLER: _BOTH
    | dict.fromkeys((Label.EMAIL, Label.PHONE, Label.MSGR, Label.MOVE), _HERE_TO_BUYER)
    | dict.fromkeys((Label.BANK, Label.PAYH, Label.PAY), _REFUNDING)
    | {
        Label.POST: _("Leave it out. Where a return goes is said by the return on the Platform."),
        Label.DEAL: _("Leave it out, and make the offer on the Platform."),
        Label.TERMS: _("Say what you propose, and let the procedure on the Platform settle it."),
    },
    Side.BUYER: _BOTH
    | dict.fromkeys((Label.MSGR, Label.MOVE), _HERE_TO_SELLER)
    | dict.fromkeys((Label.EMAIL, Label.PHONE, Label.POST), _DELIVERY)
    | dict.fromkeys((Label.BANK, Label.PAYH, Label.PAY), _REFUND)
    | {
        Label.DEAL: _(
            "Leave it out, and ask for the offer on the Platform: there your purchase is protected."
        ),
        Label.TERMS: _("Start the return or the complaint on the Platform: there its deadlines are kept."),
    },
}
RENAME = _("Give the file a name without it.")
COVER = _("Leave the file out, or cover this in it and attach it again.")
_IN_FILES = frozenset({Place.PICTURE, Place.CODE, Place.METADATA, Place.DOCUMENT})
_DISGUISED = frozenset({"joined", "decoded"})  # views in which a text reads otherwise than it is written


def title_of(label: Label) -> str:
    """What was found, in two or three words of the active language."""
    return str(TITLES[label])


def reason_of(finding: Finding) -> str:
    """What was found, where, and which rule speaks of it."""
    said = [FOUND[finding.label]]
    if finding.place in PLACES:
        said.append(PLACES[finding.place])
    if finding.as_read and finding.view in _DISGUISED:
        said.append(str(AS_READ) % {"read": finding.as_read})
    return " ".join(map(str, [*said, RULES[finding.label]]))


def remedy_of(finding: Finding, *, side: Side) -> str:
    """How to write it instead; `side` is its author's."""
    if finding.place is Place.NAME:
        return str(RENAME)
    if finding.place in _IN_FILES:
        return str(COVER)
    return str(REMEDIES[Side.BUYER if side is Side.BUYER else Side.SELLER][finding.label])


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement of reasons in the active language, with what Article 17(3) of Regulation (EU) 2022/2065
    asks for: the restriction and its reach, the facts, what was done by machine, the ground, and the redress.
    """

    measure: str
    facts: str
    automated: str
    ground: str
    redress: str


_MEASURES = {
    "refused": _("Your message was not sent. This concerns this message only: you may write on at any time."),
    "held": _(
        "Your message has not been sent yet: it waits until a person has looked at it. This concerns this"
        " message only: you may write on at any time."
    ),
}
_FACTS = _("This was found in it: %(found)s.")
_MACHINE = _("Found and decided by a program, not by a person, and on nobody's notice.")
_PERSON = _("Found by a program, on nobody's notice. A person of the Platform looked at it and confirmed it.")
_GROUND = _("The Platform's rules for messages. %(rules)s")
_REDRESS = _("You may change the message and send it, or ask for a person to check it, at no cost.")
_REDRESS_EU = _(
    "You may change the message and send it. For at least six months you may also ask for a person to check"
    " the decision, at no cost. And you may turn to a certified body for out-of-court settlement, or to a"
    " court."
)
_COURT = _("You may also turn to a court.")
_SUCH = _("Such a body: %(names)s.")


def statement_of(
    *,
    labels: Iterable[Label],
    held: bool = False,
    confirmed: bool = False,
    country: str = "",
    bodies: Iterable[Body] = (),
) -> Statement:
    """Why a message was not sent. `confirmed`: by a person; `country` (ISO 3166-1) is its market's, and
    `bodies` settle disputes there out of court.
    """
    known = list(dict.fromkeys(labels))
    rules = dict.fromkeys(str(RULES[label]) for label in known)
    return Statement(
        measure=str(_MEASURES["held" if held else "refused"]),
        facts=str(_FACTS) % {"found": ", ".join(map(title_of, known))},
        automated=str(_PERSON if confirmed else _MACHINE),
        ground=(str(_GROUND) % {"rules": " ".join(rules)}).strip(),
        redress=_redress(country, bodies),
    )


def _redress(country: str, bodies: Iterable[Body]) -> str:
    if country and EU not in places(country):
        return f"{_REDRESS} {_COURT}"
    named = "; ".join(map(str, bodies))
    return f"{_REDRESS_EU} {_SUCH % {'names': named}}" if named else str(_REDRESS_EU)


SENTENCES = {
    "pack.not_yours": _("The rules are published by Compliance."),
    "pack.not_yours_to_see": _("The rules are for the people at the desk."),
    "pack.market": _("There is no such market."),
    "pack.host": _("“%(about)s” is no host. Please write it like parcels.example, one a line."),
    "pack.phrase": _(
        "“%(about)s” cannot be forbidden: please write 4 to 100 characters, with letters among them."
    ),
    "pack.label": _("Please say under which rule the phrase falls."),
    "pack.ceiling": _("There is no rule of the name “%(about)s”, or no such decision."),
    "pack.too_long": _("Too many at once: at most %(about)s."),
    "pack.too_soon": _(
        "This forbids more than before, so it holds %(days)s days after it was announced at the earliest, and"
        " never before the version that it replaces."
    ),
    "pack.when": _("This is no day. Please write it as year, month and day."),
    "pack.moved_on": _(
        "Somebody has published other rules since your page was made. Please look at them first."
    ),
    "trial.many": _("Five trials wait already. Please wait until one of them is done."),
    "trial.not_found": _("There is no such trial."),
}
