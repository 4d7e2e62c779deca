"""Setting up an app for codes: allauth's page with a picture that a strict policy can show."""

from typing import Any

import qrcode
from allauth.mfa.totp import views as totp
from qrcode.constants import ERROR_CORRECT_M


class ActivateApp(totp.ActivateTOTPView):
    """The secret as a QR code and as text."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """For the page."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        secret: str = context["form"].secret
        groups = [secret[start : start + 4] for start in range(0, len(secret), 4)]
        return {**context, "qr": drawing(context["totp_url"]), "secret": " ".join(groups)}


def drawing(text: str) -> dict[str, Any]:
    """A QR code as the path of an SVG on a grid of `size`, its quiet zone of four included."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    rows = code.get_matrix()
    path = "".join(f"M{x},{y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return {"size": len(rows), "path": path}


activate_app = ActivateApp.as_view()
