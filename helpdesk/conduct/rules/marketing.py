"""C_PROMO: a seller's advertising that nobody asked for."""

from typing import Final

from helpdesk.conduct.rules.clauses import patterns

PATTERNS: Final = patterns("""
promo.next       0.90: LESS|CODEW & NEXT -NEG --ASKED --PLATFORM --OUT --VOICE
promo.news       0.90: SUBS & NEWS -NEG --PLATFORM --ASKED
promo.first      0.85: SUBSCRIBER & SALE|NEWCOLL|LESS|SOON --PLATFORM --ASKED -NEG
promo.sale       0.85: SALE & SOON --PLATFORM --ASKED -NEG
promo.sale       0.80: SALE & LESS|LOOK --PLATFORM --ASKED -NEG
promo.loyal      0.85: LOYAL & LOYALDO -NEG --PLATFORM --ASKED --OUT
promo.refer      0.90: REFER -NEG --PLATFORM
promo.follow     0.90: FOLLOW -NEG --PLATFORM --APP
promo.new        0.85: NEWCOLL & LOOK|OURS --ASKED -NEG
promo.look       0.80: LOOK & OURS --ASKED -NEG
promo.also       0.80: ALSOSELL --ASKED -NEG
promo.taste      0.85: TASTE --ASKED -NEG
promo.others     0.85: OTHERS --ASKED -NEG
promo.now        0.80: OFFERNOW --ASKED -NEG --PLATFORM
promo.fixed      0.85: PROMOFIX --ASKED -NEG --PLATFORM
promo.ours       0.75: OURS & SALE -NEG --ASKED --PLATFORM --OUT
promo.code       0.75: CODEW & LESS & SOON|LOOK|LOYALDO -NEG --ASKED --PLATFORM --OUT
promo.new        0.70: NEWCOLL & SOON|LESS -NEG --ASKED --PLATFORM
promo.look       0.70: LOOK & SALE|NEWCOLL -NEG --ASKED --PLATFORM --OUT
""")
