"""Pure rules of evidence packages: what their files say."""
