"""Cases: after-sales from the first word to the last parcel, with the law built in.

Owns: cases (shipping problem, return, withdrawal, complaint, warranty, claim), their stages, dates and steps.
Promises: every read says who must act, what they may do and until when; every step is one entry; a running
case keeps the flow it began with; a period of the law never stops for a question.
Refuses: steps out of turn, refusals that the law does not know, a repair before the buyer knows the choice.
"""
