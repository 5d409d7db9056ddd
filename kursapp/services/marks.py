"""Keyed digests of what is collected: the collection knows whether two things are the same, and nothing else."""

from __future__ import annotations

from kursapp.delivery.answer_file import Opened
from kursapp.domain.collected import Delivery
from kursapp.domain.collecting import Arrival
from kursapp.vault.digests import Purpose, mac
from kursapp.vault.safe import CohortKeys

_BETWEEN = b"\0"


class Marks:
    """The marks of one cohort, under keys derived from its private key: without that they say nothing."""

    def __init__(self, keys: CohortKeys) -> None:
        self._files = keys.derive(Purpose.SEEN_FILES)
        self._responses = keys.derive(Purpose.RESPONSE_IDS)
        self._codes = keys.derive(Purpose.CODES)
        self._progress = keys.derive(Purpose.PROGRESS)

    def file(self, data: bytes) -> bytes:
        """Return the mark of a file as it came, by which it is known again without being opened."""
        return mac(self._files, data)

    def code(self, form_id: str, code: str) -> bytes:
        """Return the mark of a code from paper in one round; in another round it is another."""
        return mac(self._codes, _BETWEEN.join((form_id.encode(), code.encode())))

    def progress(self, name: str, workplace: str) -> bytes:
        """Return the mark of a person who hands in her progress by name."""
        known = (" ".join(part.casefold().split()) for part in (name, workplace))
        return mac(self._progress, _BETWEEN.join(part.encode() for part in known))

    def delivery(self, opened: Opened, data: bytes) -> Delivery:
        """Return an opened file as it is kept: sealed, under its marks.

        The first handing in under a code counts as replacing the code itself, so that two of them are two that replace
        one. What takes an earlier one back has a mark that tells so to those who have the key.
        """
        sent = opened.submission
        response = self._response(sent.form_id, sent.response_id)
        replaces = self._response(sent.form_id, sent.replaces) if sent.replaces else b""
        if sent.is_withdrawal:
            body = self._withdrawal(response, replaces)
        else:
            body = mac(self._responses, _BETWEEN.join((b"body", sent.form_id.encode(), opened.content)))
        if sent.code and not sent.replaces:
            replaces = self.code(sent.form_id, sent.code)
        return Delivery(response, replaces, body, data)

    def is_withdrawal(self, delivery: Delivery | Arrival) -> bool:
        """Say whether a delivery only takes an earlier one back."""
        response = delivery.response if isinstance(delivery, Delivery) else delivery.id
        return delivery.body == self._withdrawal(response, delivery.replaces)

    def _response(self, form_id: str, response_id: str) -> bytes:
        return mac(self._responses, _BETWEEN.join((b"response", form_id.encode(), response_id.encode())))

    def _withdrawal(self, response: bytes, replaces: bytes) -> bytes:
        return mac(self._responses, _BETWEEN.join((b"withdrawal", response, replaces)))
