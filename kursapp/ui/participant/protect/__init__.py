"""The passphrase of a profile: setting and changing it, the recovery code, and the way in."""
