"""What this room refuses: one exception, told apart by its code."""


class Refused(ValueError):
    """Bytes that are not what they claim to be. `code` is stable; `detail` is for developers and logs."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail
