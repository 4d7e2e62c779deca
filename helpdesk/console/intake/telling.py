"""What an import did, for the operator."""

from collections import Counter

from helpdesk.console import say
from helpdesk.console.sentences import sentence
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.outcomes import ImportReport, Problem


def tell(report: ImportReport, *, file: str, seconds: float) -> None:
    """Each problem with its line, then the counts, then what to do next."""
    for problem in report.problems:
        say.line(f"✗ {_place(problem)}: {sentence(problem.flaw.code, problem.flaw.params)}")
    if report.rolled_back:
        say.line("Rolled back, nothing was taken in.")
    else:
        created = report.applied - report.updated
        say.line(f"Created: {_counted(created)}. Updated: {_counted(report.updated)}.")
    rate = report.lines / max(seconds, 0.001)
    say.line(
        f"{report.lines:,} lines in {seconds:.1f} s ({rate:,.0f}/s): {report.applied.total():,} taken in,"
        f" {report.unchanged:,} unchanged, {report.older:,} older than ours, {report.waiting:,} waiting,"
        f" {report.rejected:,} refused."
    )
    if report.incomplete and not report.rolled_back:
        say.line(
            f"{report.incomplete:,} things have been named and have not arrived;"
            " administrators see them listed."
        )
    if report.stopped:
        say.line(
            f"Stopped after line {report.lines:,}. `helpdesk import {file}` goes on there: it passes over"
        )
        say.line("what is here already, ten times as fast as it takes records in.")


def _place(problem: Problem) -> str:
    pointer = f" {problem.flaw.pointer}" if problem.flaw.pointer else ""
    if problem.line:
        return f"line {problem.line}{pointer}"
    name = problem.name
    return f"{name.kind.value} {name.external_id}, which had waited{pointer}" if name else "a waiting record"


def _counted(counts: Counter[Kind]) -> str:
    return ", ".join(f"{count:,} {kind.value}" for kind, count in sorted(counts.items())) or "nothing"
