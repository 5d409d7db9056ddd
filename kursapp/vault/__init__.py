"""Keys and passphrases: the only place that does cryptography."""
