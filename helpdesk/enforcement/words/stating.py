"""A statement of reasons in words: what P2B Art. 4 and DSA Art. 17 ask for, in the Seller's language."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from helpdesk.enforcement.terms import Counted, Ground, MeasureKind, Reasons, Source, Track
from helpdesk.enforcement.words.moments import day, moment, percent, points, whole
from helpdesk.enforcement.words.names import EFFECTS, EXEMPTIONS, MEASURES, RULES, SOURCES, VIOLATIONS
from helpdesk.kernel.clock import from_us
from helpdesk.law.bodies import BodyKind

Section = tuple[str, Sequence[str]]


def statement(*, language: str, reasons: Reasons) -> tuple[str, list[Section]]:
    """Title and sections (a heading, its paragraphs) in a language (BCP 47)."""
    with override(language):
        title = _("Statement of reasons: %(measure)s") % {"measure": MEASURES[reasons.kind]}
        return title, [
            (_("What is decided"), [*_decided(reasons)]),
            (_("Why: the facts"), [*_facts(reasons)]),
            (_("Why: the rules"), [*_rules(reasons)]),
            (_("How it was decided"), [*_how(reasons)]),
            (_("What you can do"), [*_redress(reasons)]),
        ]


def _decided(reasons: Reasons) -> Iterator[str]:
    yield str(EFFECTS[reasons.kind])
    if reasons.kind is MeasureKind.DEMOTION:
        yield _("Their visibility is multiplied by %(factor)s.") % {"factor": percent(reasons.factor)}
    yield from _when(reasons)
    yield _("It holds in all markets of the Platform.")


def _when(reasons: Reasons) -> Iterator[str]:
    starts = moment(at=reasons.starts_at, zone=reasons.zone)
    if reasons.is_announced:
        yield _(
            "It takes effect on %(starts)s. Until then your shop is suspended: offers are off, orders and"
            " cases go on."
        ) % {"starts": starts}
    elif reasons.ends_at is not None:
        ends = moment(at=reasons.ends_at, zone=reasons.zone)
        yield _("It takes effect on %(starts)s and ends by itself on %(ends)s.") % {
            "starts": starts,
            "ends": ends,
        }
    else:
        yield _("It takes effect on %(starts)s.") % {"starts": starts}
    if reasons.exemption:
        yield str(EXEMPTIONS[reasons.exemption])


def _facts(reasons: Reasons) -> Iterator[str]:
    basis = reasons.basis
    if basis.answers is not None:
        yield _(
            "Of your answers that were due, %(share)s were given in time (%(due)s answers, recent ones weigh"
            " more). Allowing for chance, your share in time is at most %(upper)s; measures begin below"
            " %(bound)s."
        ) % {
            "share": percent(basis.answers.in_time),
            "due": whole(basis.answers.due),
            "upper": percent(basis.answers.upper),
            "bound": percent(reasons.bound),
        }
        yield _("Every single answer that counts stands on the page about your score.")
        return
    for one in basis.violations:
        yield _violation(one, reasons.zone)
    yield _("Together they make %(points)s points now; points fade with time.") % {
        "points": points(basis.points)
    }


def _violation(one: Counted, zone: str) -> str:
    said = {
        "kind": VIOLATIONS[one.kind],
        "day": day(at=from_us(one.at), zone=zone),
        "how": SOURCES[one.source],
    }
    given = ngettext("%(count)s point", "%(count)s points", one.points // 1000)
    return _("%(kind)s, decided on %(day)s: %(how)s (%(points)s).") % (
        said | {"points": given % {"count": points(one.points)}}
    )


def _rules(reasons: Reasons) -> Iterator[str]:
    yield _("The ground is the Platform's terms for Sellers:")
    if reasons.ground is Ground.ANSWERS:
        yield _("Buyers' questions are answered within 24 hours of business days.")
        return
    kinds = dict.fromkeys(one.kind for one in reasons.basis.violations)
    yield from (str(RULES[kind]) for kind in kinds)


def _how(reasons: Reasons) -> Iterator[str]:
    sources = {one.source for one in reasons.basis.violations}
    if Source.REPORT in sources:
        yield _("The Platform acted on what was reported to it.")
    if Source.REVIEW in sources or reasons.track is Track.RESPONSE:
        yield _("The Platform acted on its own initiative; the facts were found with automated means.")
    yield ngettext(
        "A person decided the measure. No machine did.",
        "%(count)s persons decided the measure. No machine did.",
        reasons.persons,
    ) % {"count": reasons.persons}


def _redress(reasons: Reasons) -> Iterator[str]:
    until = day(at=reasons.appeal_until, zone=reasons.zone)
    yield _(
        "You can put the facts right and appeal, free of charge, until %(until)s, on the page of this"
        " measure. Another person decides your appeal. If it is right, you get back what was taken, with"
        " your data."
    ) % {"until": until}
    if reasons.is_eu:
        yield from _out_of_court(reasons)
    yield _("You can go to court at any time.")


def _out_of_court(reasons: Reasons) -> Iterator[str]:
    if {one.kind for one in reasons.bodies} != set(BodyKind):  # of either kind the Seller has to be told
        yield _(
            "You can also turn to a mediator whom the Platform's terms name, or to a certified body for the"
            " settlement of disputes out of court."
        )
    for kind, sentence in (
        (BodyKind.MEDIATOR, _("You can also turn to a mediator: %(names)s.")),
        (
            BodyKind.CERTIFIED,
            _("You can also turn to a certified body for settling disputes out of court: %(names)s."),
        ),
    ):
        if names := [str(one) for one in reasons.bodies if one.kind is kind]:
            yield sentence % {"names": "; ".join(names)}
