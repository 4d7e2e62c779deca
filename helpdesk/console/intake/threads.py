"""How far an import of threads is, and what came of it."""

import time
from collections.abc import Callable

import typer

from helpdesk.console import say
from helpdesk.console.intake.progress import LINE_SECONDS
from helpdesk.console.intake.source import Source
from helpdesk.console.sentences import sentence
from helpdesk.conversations.terms.importing import Refusing, ThreadsReport


def progress(source: Source) -> Callable[[ThreadsReport], None]:
    """What to call with the report after each thread: a line now and then, on stderr."""
    began = shown_at = time.monotonic()

    def show(report: ThreadsReport) -> None:
        nonlocal shown_at
        if (now := time.monotonic()) - shown_at < LINE_SECONDS:
            return
        shown_at = now
        rate = report.messages / max(0.001, now - began)
        part = f", {source.read() / source.size:.0%}" if source.size else ""
        typer.echo(
            f"  {report.threads:,} threads, {report.messages:,} messages ({rate:,.0f}/s){part}", err=True
        )

    return show


def tell(report: ThreadsReport, *, file: str, seconds: float) -> None:
    """Each problem with its line, then the counts, then what to do next."""
    for problem in report.problems:
        say.line(f"✗ {_place(problem)}: {sentence(problem.flaw.code, problem.flaw.params)}")
    if report.rejected > len(report.problems) > 0:
        say.line(f"  The first {len(report.problems):,} problems are named.")
    verb = "Would begin" if report.dry_run else "Begun"
    say.line(
        f"{verb}: {report.begun:,} conversations. Made longer: {report.extended:,}."
        f" New: {report.messages:,} messages. Known already: {report.known:,} messages."
        f" Refused: {report.rejected:,} threads. {seconds:.1f} s."
    )
    if report.remarked:
        say.line(f"The rules for messages would find something in {report.remarked:,}; nothing follows.")
    if report.stopped:
        say.line(
            f"Stopped after line {report.line:,}. The same command goes on: it passes over what is here."
        )
    if report.dry_run:
        say.line(f"Nothing was kept. Without --dry-run, {file} is taken in like this.")


def _place(problem: Refusing) -> str:
    thread = f", thread {problem.thread}" if problem.thread else ""
    pointer = f" {problem.flaw.pointer}" if problem.flaw.pointer else ""
    return f"line {problem.line}{thread}{pointer}"
