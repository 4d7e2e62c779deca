"""Signing in by another house's word: the Platform's, or a company directory's (docs/why/openid.md)."""
