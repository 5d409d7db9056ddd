"""What people wrote in their own words: sealed texts under random keys, with what the coordinator has made of them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select, update

from kursapp.domain.collected import KeptComment
from kursapp.domain.problem import refusal
from kursapp.storage.collection.tables import COMMENT, COMMENT_TAG, ROUND, UNTIDY
from kursapp.storage.statements import insert_new
from kursapp.storage.transactions import Transactions


class Comments:
    """The comments of closed rounds. An id is the row's random key in hex."""

    def __init__(self, database: Transactions) -> None:
        self._database = database

    def of_round(self, cohort_id: str, form_id: str) -> tuple[KeptComment, ...]:
        """Return a round's comments in the order of their ids, which says nothing."""
        here = (ROUND.c.cohort_id == cohort_id, ROUND.c.form_id == form_id)
        rounds = COMMENT.join(ROUND, ROUND.c.id == COMMENT.c.round_id)
        tagged = select(COMMENT_TAG).select_from(rounds.join(COMMENT_TAG)).where(*here)
        tags: dict[bytes, list[str]] = {}
        for row in self._database.rows(tagged):
            tags.setdefault(row.key, []).append(row.tag)
        query = select(COMMENT).select_from(rounds).where(*here).order_by(COMMENT.c.key)
        return tuple(
            KeptComment(
                row.key.hex(),
                row.item_id,
                row.text,
                row.batch,
                row.redacted,
                tuple(sorted(tags.get(row.key, ()))),
                row.chosen,
            )
            for row in self._database.rows(query)
        )

    def redact(self, comment_id: str, redacted: bytes | None) -> None:
        """Keep what stands for a comment from now on, or None to take the redaction back."""
        self._change(comment_id, redacted=redacted)

    def choose(self, comment_id: str, chosen: bool) -> None:
        """Mark a comment as a quote for the report, or no longer."""
        self._change(comment_id, chosen=chosen)

    def tag(self, comment_id: str, tags: Iterable[str]) -> None:
        """Give a comment exactly these tags."""
        key = bytes.fromhex(comment_id)
        with self._database.transaction():
            self._database.run(delete(COMMENT_TAG).where(COMMENT_TAG.c.key == key))
            self._change(comment_id)
            self._database.insert_many(COMMENT_TAG, [(key, tag) for tag in sorted(set(tags))])

    def forget_originals(self, cohort_id: str, form_id: str) -> None:
        """Put what stands for redacted comments in place of what was written, which is gone then."""
        rounds = select(ROUND.c.id).where(ROUND.c.cohort_id == cohort_id, ROUND.c.form_id == form_id)
        here = (COMMENT.c.round_id.in_(rounds), COMMENT.c.redacted.is_not(None))
        with self._database.transaction():
            self._database.run(update(COMMENT).where(*here).values(text=COMMENT.c.redacted, redacted=None))
            self._database.run(insert_new(UNTIDY, self._database.dialect), {"cohort_id": cohort_id})

    def _change(self, comment_id: str, **values: object) -> None:
        statement = update(COMMENT).where(COMMENT.c.key == bytes.fromhex(comment_id))
        # Without values the row is only asked for: an update of its key to itself changes nothing.
        changed = self._database.run(statement.values(values or {"key": COMMENT.c.key}))
        if changed.rowcount == 0:
            raise refusal("collection-comment-gone")
