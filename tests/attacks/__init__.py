"""Attacks on the real server: what a stranger, a trainer, a bad network or a full disk would do."""
