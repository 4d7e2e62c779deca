"""M_RIGHTS as clauses: which words deny a right together. Classes: data/speech/rights-<language>.txt."""

from typing import Final

from helpdesk.conduct.rules.clauses import patterns

PATTERNS: Final = patterns("""
rights.final      0.80: RFINAL --RTRUE --RBESIDE
rights.none       0.50: RACC & RNO & RRET|RWAR --RTRUE --RBESIDE --RNEED
rights.none       0.80: RNO > RRET|RWAR --RTRUE --RBESIDE --RNEED
rights.excluded   0.80: REXCL & RRET|RWAR --RTRUE --RBESIDE --RNEED
rights.withdrawal 0.80: RFOURTEEN & RNO|REXCL --RTRUE --RBESIDE --RNEED
rights.opened     0.80: RCOND & RNO & RRET|RWAR --RTRUE --RBESIDE --RNEED
rights.opened     0.75: RCOND|RSALE & RKEEP --RTRUE --RBESIDE
rights.kept       0.40: RKEEP --RTRUE --RBESIDE
rights.sale       0.80: RSALE & RNO & RRET|RWAR|RFOURTEEN --RTRUE --RBESIDE --RNEED
rights.maker      0.80: RMAKER|RCOUR & RNOTUS --RTRUE --RBESIDE
rights.maker      0.80: RMAKER & RTURN & RWEONLY --RTRUE --RBESIDE
rights.maker      0.75: RONLY & RMAKER & RWAR|RFAULT --RTRUE --RBESIDE
rights.handed     0.80: RHAND & RNOTUS --RTRUE --RBESIDE
rights.courier    0.75: RCOUR & RTURN & RNO & RRET --RTRUE --RBESIDE
rights.voucher    0.80: RONLY & RVOUCH --RTRUE --RBESIDE
rights.voucher    0.80: RVOUCH & RNO & RMONEY --RTRUE --RBESIDE
rights.money      0.80: RMONEY & RNO & RRET --RTRUE --RBESIDE --RNEED
rights.repair     0.75: RONLY & RREP --RTRUE --RBESIDE --RNEED
rights.cost       0.80: RYOUPAY & RFAULT --RTRUE --RBESIDE
rights.cost       0.80: RYOUPAY & RPROVE --RTRUE --RBESIDE
rights.fee        0.80: RFEE & RRET --RTRUE --RBESIDE
rights.proof      0.75: RPROVE & RFAULT -RNO --RTRUE --RBESIDE --RNEED
rights.paper      0.80: RNOPAPER & RRET|RWAR --RTRUE --RBESIDE --RNEED
rights.paper      0.75: RRET & RONLY & RORIG --RTRUE --RBESIDE
rights.period     0.75: RSHORT & RFAULT|RWAR & RLATE|RNO|RONLY|REXCL --RTRUE --RBESIDE
rights.waived     0.80: RWAIVE & RRET|RWAR|RFOURTEEN & RNO|REXCL --RTRUE --RBESIDE --RNEED
rights.over       0.75: RWAR & RLATE & RNOTHING|RPAID|RNO|RYOUPAY --RTRUE --RBESIDE
rights.over       0.75: RWAR & RMONTHS & RONLY|RLATE|RNO --RTRUE --RBESIDE
rights.nothing    0.75: RFAULT & RNOTHING --RTRUE --RBESIDE --RNEED
rights.notours    0.70: RNOTUS & RFAULT|RRET|RWAR --RTRUE --RBESIDE
rights.reason     0.70: RRET & RREASON & RONLY|RACC|RNO --RTRUE --RBESIDE --RNEED
rights.law        0.70: RFOURTEEN & RWAIVE --RTRUE --RBESIDE --RNEED
rights.price      0.70: RSALE & RWAR & RNOTHING|RNO --RTRUE --RBESIDE --RNEED
""")
