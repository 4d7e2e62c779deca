"""What travels in every package: two verifiers that need nothing of ours."""
