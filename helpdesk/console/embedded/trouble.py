"""What went wrong with the ground we stand on, and how to mend it."""


class Trouble(Exception):
    """An environment problem: a sentence for the operator and, where there is one, the remedy."""

    def __init__(self, sentence: str, *, remedy: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.sentence}\n  {self.remedy}" if self.remedy else self.sentence
