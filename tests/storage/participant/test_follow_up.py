"""What Hjem was asked to leave be, and the words of the certificate, come back as they were kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from kursapp.domain.certificate import CertificateWords
from kursapp.domain.follow_up import PutOff
from kursapp.storage.participant.profile_file import open_profile

AT = datetime(2026, 3, 16, 12, 30, 0, 5, tzinfo=UTC)


def test_what_is_put_off_is_kept_once_and_can_be_taken_back(tmp_path: Path) -> None:
    """The last word counts, also after a restart."""
    profile = open_profile(tmp_path / "p.db", create=True)
    profile.put_offs.save(PutOff("kurs", "reminder:etter:2", AT))
    profile.put_offs.save(PutOff("kurs", "reminder:etter:2", AT, for_good=True))
    profile.put_offs.save(PutOff("", "review", AT))
    profile.close()
    profile = open_profile(tmp_path / "p.db")
    assert profile.put_offs.all() == (PutOff("", "review", AT), PutOff("kurs", "reminder:etter:2", AT, for_good=True))
    profile.put_offs.remove("kurs", "reminder:etter:2")
    assert profile.put_offs.all() == (PutOff("", "review", AT),)
    profile.close()


def test_the_certificates_words_are_kept_a_course_each(tmp_path: Path) -> None:
    """Nothing is written before something is."""
    profile = open_profile(tmp_path / "p.db", create=True)
    assert profile.certificates.get("kurs") == CertificateWords()
    words = CertificateWords("Åse Ødegård", date(2026, 3, 9), None, AT)
    profile.certificates.save("kurs", CertificateWords("Åse"))
    profile.certificates.save("kurs", words)
    assert profile.certificates.get("kurs") == words
    assert profile.certificates.get("annet") == CertificateWords()
    profile.close()
