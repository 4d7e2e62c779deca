"""What a bench prints."""

from dataclasses import dataclass
from statistics import median, quantiles

from tests.bench.load import Window

COLUMNS = (
    *("conversations", "Helpdesk/s", "pgbench/s", "ratio (lowest-highest)", "p50 ms", "p99 ms"),
    *("pgbench p50", "pgbench p99", "web CPU ms", "SQL"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One size of the database: pairs of windows, ours and pgbench's, taken one after the other."""

    conversations: int
    pairs: list[tuple[Window, Window]]
    cpu_ms: float
    """Processor time of the web processes per request, in milliseconds."""

    statements: float
    """SQL statements per request."""

    def rate(self) -> float:
        """Our requests per second: the median of the windows."""
        return median(ours.rate for ours, _ in self.pairs)

    def ratio(self) -> float:
        """Ours to pgbench's: the median over the pairs."""
        return median(self._ratios())

    def _ratios(self) -> list[float]:
        return [ours.rate / theirs.rate for ours, theirs in self.pairs]

    def row(self) -> tuple[str, ...]:
        """The line of the table."""
        ours = sorted(latency for window, _ in self.pairs for latency in window.latencies)
        theirs = sorted(latency for _, window in self.pairs for latency in window.latencies)
        return (
            f"{self.conversations:,}",
            f"{self.rate():,.0f}",
            f"{median(theirs.rate for _, theirs in self.pairs):,.0f}",
            f"{self.ratio():.2f} ({min(self._ratios()):.2f}-{max(self._ratios()):.2f})",
            *(f"{value:.1f}" for value in (*_typical(ours), *_typical(theirs))),
            f"{self.cpu_ms:.2f}",
            f"{self.statements:.2f}",
        )


def _typical(latencies: list[float]) -> tuple[float, float]:
    """Median and 99th percentile, in milliseconds."""
    cuts = quantiles(latencies, n=100)
    return cuts[49] * 1000, cuts[98] * 1000


def table(measured: list[Figures]) -> str:
    """All sizes, a line each."""
    rows = [COLUMNS, *(figures.row() for figures in measured)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(f"{cell:>{w}}" for cell, w in zip(row, widths, strict=True)) for row in rows)
