"""Suffixes of hosts: those that are no word, and what a word before a full stop may be."""

from typing import Final

from helpdesk.conduct.data.listing import listed

PLAIN: Final = frozenset(
    listed("""
    com net org info eu biz pl de fr co.uk uk org.uk me.uk com.pl net.pl org.pl edu.pl waw.pl ch ie nl
    cz sk dk
    fi hu gr jp cn ru ua lt lv ee bg hr rs ro lu shop store online website site app dev cloud tech xyz
    bzh click
    link digital agency studio bike audio camera berlin hamburg koeln bayern wien london paris alsace corsica
    scot wales cymru gmbh io co me tv cc ly gg it at be es pt se si us ca sm va su gl gd sh ws to im li
    com.au co.nz co.jp com.br example moda casa
    """)
)
"""Suffixes by which a host is known at once, unless they are a word of the message's language."""

WORDS: Final = {
    "en": "it at be is in me so to do no my am us as by go an or if he we co la ma id pa gs st re ad "
    "are you she they this that all not now and but see get app",
    "pl": "to co do na no za po by ni my ja od ma se tu ty im ale je tam ten mam",
    "de": "so in am es im da zu an ab er um du bin ist mit und der die das also ja es nur wo",
    "fr": "de la le et est es ma se si ne je tu il au en me my sa te va ca ci mes pas par sur nous on ou",
    "it": "la le in di da si ne ma se mi ci io lo li il un tu me va no su al per mio mia non che e ha ho",
}  # fmt: skip
"""Short words that are suffixes too: after a full stop without a space they go on with the sentence."""

ANYWHERE: Final = frozenset(listed("so to in is do no am as by my we st re pa la le ma se si ne es im"))
"""... and those in any language: what is written may be in another one than its author's."""

FILES: Final = frozenset(listed("zip mov md py sh rs ps ai ml pub java cab bat so ini doc"))
"""Endings of files that are suffixes too."""

ENDINGS: Final = frozenset(
    listed("""
    txt pdf doc docx odt rtf xls xlsx ods csv ppt pptx jpg jpeg png gif bmp tif tiff webp heic svg psd dxf dwg
    stl step stp obj mp3 mp4 avi mkv wav ogg flac mov m4a zip rar 7z tar gz tgz bz2 iso img bin hex rom fw exe
    msi dll sys drv inf cfg conf ini json xml yml yaml toml log old bak tmp temp orig backup dat db sqlite
    html htm php js css alt kopie sicherung sauv save bkp bck prev default vecchio copia kopia copie sav
    apk ipa dmg deb rpm jar bat cmd sh py md lst map key pem crt lng lang srt ttf otf
    """)
)
"""Endings of files: what stands before them is part of a file's name, its language mostly."""

ABBREVIATED: Final = frozenset(
    listed("""
    art nr no num tel ul al pl os godz str ca zb bzw inkl exkl max min approx abm gew verp evtl ggf usw
    dr prof
    mr mrs ms st ste mme mlle sig sigg dott avv ing rag arch geom spett gent pag cod rif ref cat kat mat wym
    zdj szt kg tzn np itp itd tj br dot nt ok m.in wg dz inc ltd co corp vs etc fig vol ed pp ph bd av bld env
    dim p.ex ex cf p.es es ecc tav lg mod sec qty pcs pos bsp vgl zzgl mwst ust gmbh hr fr
    jan feb mar apr jun jul aug sep sept oct okt nov dec dez
    """)
)
"""What stands before a full stop as a shortened word."""

BRANDS: Final = frozenset(
    listed("""
    asp.net vb.net booking.com monday.com s.oliver last.fm draw.io node.js ado.net ml.net paint.net
    battle.net will.i.am node.js socket.io dot.net f.lux
    """)
)
"""Names of products that look like hosts."""

RESERVED: Final = frozenset({"platform.example"})
"""The Platform in rows of known answers: a name that leads nowhere on the internet (RFC 2606)."""

CARRIERS: Final = frozenset(
    listed("""
    royalmail.com dpd.co.uk inpost.pl dpd.com.pl dhl.de gls-pakete.de laposte.fr chronopost.fr brt.it poste.it
    ups.com
    """)
)
"""Hosts of parcel services that every market may name; an operator names its own beside them."""

DOTTED: Final = {
    "dot": "in is am my no so to",
    "kropka": "na do to za po no w",
    "punkt": "am in im so da es zu an er um",
    "point": "de la le et est es ma sur in to is me be at so no se si ne il un tu va my as by do us",
    "punto": "in la le di da si ne ci se ma no al un su per e",
    "period": "in is it at be to so no me my as by do us",
    "punk": "in is it at be to so no me my as by do us",
}  # fmt: skip
"""After the word for a full stop: suffixes that are words there, as in "point de vue"."""
