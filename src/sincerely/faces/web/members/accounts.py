"""What django-allauth asks of us: second steps sealed in the database."""

from allauth.mfa.adapter import DefaultMFAAdapter  # type: ignore[import-untyped]

from sincerely.desk.sealing import seal, unseal


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets of authenticator apps and recovery codes, sealed with the key that seals mailbox passwords."""

    def encrypt(self, text: str) -> str:
        return seal({"second-step": text})

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text)["second-step"]
