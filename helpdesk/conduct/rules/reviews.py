"""C_REVIEW: a seller who asks for a review, for stars, or for a rating to be changed."""

from typing import Final

from helpdesk.conduct.rules.clauses import patterns

PATTERNS: Final = patterns("""
review.ask       0.90: RATEFIX & REVASK|HELPUS|REWARD -NEG --JUDGE
review.ask       0.80: RATEFIX --NEG --JUDGE --ASKED
review.ask       0.85: REVASK & RATEDO & REVIEW|STARS -NEG --JUDGE
review.hope      0.85: REVIEW|STARS & HELPUS -NEG --JUDGE
review.change    0.90: REVCHANGE & REVIEW|STARS -NEG --JUDGE
review.reward    0.90: REVIEW|STARS & REWARD -NEG --JUDGE
review.stars     0.80: RATEDO >> STARS -NEG --JUDGE
review.ask       0.85: REVREQ & REVIEW|STARS -NEG --JUDGE --HERE
review.wish       0.70: REVASK & REVIEW|STARS -NEG --JUDGE --ASKED --HERE
review.remind    0.85: REMIND & REVIEW|STARS|RATEFIX|APPLFOR --JUDGE --ASKED
review.change    0.85: UNDO --NEG --JUDGE --ASKED
review.applause  0.75: APPLAUSE & APPLFOR -NEG --JUDGE --ASKED
review.applause  0.45: APPLAUSE --JUDGE --ASKED
""")
