"""C_PROMO: a seller's advertising that nobody asked for."""

from typing import Final

from helpdesk.conduct.rules.clauses import patterns

PATTERNS: Final = patterns("""
promo.next       0.90: LESS|CODEW & NEXT -NEG --ASKED --PLATFORM --OUT --LEAF --VOICE
promo.news       0.90: SUBS & NEWS -NEG --PLATFORM --ASKED
promo.first      0.85: SUBSCRIBER & SALE|NEWCOLL|LESS|SOON --PLATFORM --ASKED -NEG
promo.sale       0.85: SALE & SOON --PLATFORM --ASKED -NEG
promo.sale       0.80: SALE & LESS|LOOK --PLATFORM --ASKED -NEG
promo.loyal      0.85: LOYAL & LOYALDO -NEG --PLATFORM --ASKED --OUT
promo.refer      0.90: REFER -NEG --PLATFORM
promo.follow     0.90: FOLLOW -NEG --PLATFORM --APP
promo.new        0.85: NEWCOLL & LOOK|OURS --ASKED -NEG
promo.look       0.80: LOOK & OURS --ASKED -NEG
promo.also       0.75: ALSOSELL --ASKED -NEG --OUT
promo.taste      0.85: TASTE --ASKED -NEG
promo.others     0.85: OTHERS --ASKED -NEG
promo.now        0.80: OFFERNOW --ASKED -NEG --PLATFORM --OUT
promo.fixed      0.85: PROMOFIX --ASKED -NEG --PLATFORM
promo.ours       0.75: OURS & SALE -NEG --ASKED --PLATFORM --OUT
promo.code       0.45: CODEW & LESS & SOON|LOOK|LOYALDO -NEG --ASKED --PLATFORM --OUT
promo.new        0.70: NEWCOLL & SOON|LESS -NEG --ASKED --PLATFORM
promo.look       0.70: LOOK & SALE|NEWCOLL -NEG --ASKED --PLATFORM --OUT
promo.aside      0.75: BTW & OURS|SALE|NEWCOLL|LURE|UPSELL -NEG --ASKED --PLATFORM --OUT
promo.plan       0.80: ABO & LURE|LOOK|OURS|MEET|SOON -NEG --ASKED --PLATFORM
promo.upsell     0.75: UPSELL & LURE|LOOK|BTW -NEG --ASKED --PLATFORM
promo.raffle     0.80: RAFFLE & NEXT|LURE|LESS|OURS -NEG --PLATFORM
promo.meet       0.75: MEET & LURE|SALE|LOOK|BTW|NEWCOLL|PUSH -NEG --ASKED
promo.others     0.75: BUYERS & LURE|PUSH|OURS|BTW -NEG --ASKED
promo.refer      0.80: AGAINDO & LESS|LURE|LOYALDO -NEG --PLATFORM --OUT
promo.push       0.70: PUSH & LURE|OURS|SALE|MEET|NEWCOLL -NEG --ASKED
""")
