"""Which calendars are drawn from the pinned source, under which names, and on whose wall clock they run."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Source(NamedTuple):
    """Where a calendar comes from, and on whose wall clock it runs. `asked` is the package's own name."""

    country: str
    zone: str
    part: str | None = None
    asked: str | None = None

    @property
    def code(self) -> str:
        return f"{self.country}-{self.part}" if self.part else self.country


def _parts(country: str, zone: str, names: str, **zones: str) -> Iterator[Source]:
    yield Source(country, zone)
    for name in names.split():
        part, _, asked = name.partition("=")
        yield Source(country, zones.get(part, zone), part, asked or part)


_ITALY = """
    AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG
    FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN
    PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC
    VE VI VR VT VV Andria Barletta Cesena Forli Pesaro Trani Urbino"""

# A country, then its parts: those whose days differ, and those that sellers may name all the same.
# The package knows Moselle as 57 and both departments of Alsace as 6AE; the law of 1892 is one.
COUNTRIES: Mapping[str, tuple[Source, ...]] = {
    sources[0].country: sources
    for sources in (
        tuple(_parts("AT", "Europe/Vienna", "1 2 3 4 5 6 7 8 9")),
        tuple(_parts("BE", "Europe/Brussels", "")),
        tuple(_parts("CZ", "Europe/Prague", "")),
        tuple(
            _parts("DE", "Europe/Berlin", "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH Augsburg"),
        ),
        tuple(_parts("DK", "Europe/Copenhagen", "")),
        tuple(
            _parts(
                "ES",
                "Europe/Madrid",
                "AN AR AS CB CE CL CM CN CT EX GA IB MC MD ML NC PV RI VC Barcelona",
                CN="Atlantic/Canary",
                CE="Africa/Ceuta",
            )
        ),
        tuple(_parts("FI", "Europe/Helsinki", "01", **{"01": "Europe/Mariehamn"})),
        tuple(
            _parts(
                "FR",
                "Europe/Paris",
                "57 67=6AE 68=6AE 971 972 973 974 976",
                **{
                    "971": "America/Guadeloupe",
                    "972": "America/Martinique",
                    "973": "America/Cayenne",
                    "974": "Indian/Reunion",
                    "976": "Indian/Mayotte",
                },
            )
        ),
        tuple(_parts("GB", "Europe/London", "ENG NIR SCT WLS", NIR="Europe/Belfast")),
        tuple(_parts("HU", "Europe/Budapest", "")),
        tuple(_parts("IE", "Europe/Dublin", "")),
        tuple(_parts("IT", "Europe/Rome", _ITALY)),
        tuple(_parts("NL", "Europe/Amsterdam", "")),
        tuple(_parts("PL", "Europe/Warsaw", "02 04 06 08 10 12 14 16 18 20 22 24 26 28 30 32")),
        tuple(_parts("PT", "Europe/Lisbon", "20 30", **{"20": "Atlantic/Azores", "30": "Atlantic/Madeira"})),
        tuple(_parts("RO", "Europe/Bucharest", "")),
        tuple(_parts("SE", "Europe/Stockholm", "")),
        tuple(_parts("SK", "Europe/Bratislava", "")),
    )
}
