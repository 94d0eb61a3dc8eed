"""Signing in to a mailbox without a password: OAuth 2.0 with the person's own client at Google or Microsoft."""
