"""What keeps it safe: backups, a passphrase on the profile, the lock, and what the program says of itself."""

from __future__ import annotations

import re

from kursapp.demo import eyes, hands
from kursapp.demo.stage import Stage
from kursapp.demo.waiting import StuckError, wait_until
from kursapp.ui.i18n import _
from kursapp.ui.participant.protect.code_pane import CodePane
from kursapp.ui.participant.protect.panes import SetPane
from kursapp.ui.participant.protect.screen import PassphraseScreen
from kursapp.ui.participant.protect.unlock_screen import UnlockProfile

LAPTOP = (1366, 768)
PASSPHRASE = "fire vanlige ord holder"  # noqa: S105 - nobody's
_NUMBER = re.compile(r"\d+")


def keep_it_safe(stage: Stage) -> None:
    """See the backups and what the program says of itself, then lock the profile and unlock it again."""
    driver = stage.driver
    for door, name in ((_("Sikkerhetskopier"), "sikkerhetskopier"), (_("Om Kursapp"), "om-kursapp")):
        driver.place(_("Innstillinger"))
        driver.push(door)
        stage.glimpse(name)
    driver.place(_("Innstillinger"))
    driver.push(_("Sett en passordfrase"))
    _choose_passphrase(stage)
    _show_to_have_the_code(stage)
    _lock_and_unlock(stage)


def _choose_passphrase(stage: Stage) -> None:
    driver = stage.driver
    pane = driver.one(SetPane)
    for line in (pane.chosen.passphrase, pane.chosen.again):
        driver.write(line.field, PASSPHRASE)
    stage.glimpse("passordfrase")
    driver.push(_("Fortsett"), pane)
    wait_until(lambda: driver.all(CodePane), "the recovery code")
    stage.glimpse("gjenopprettingskode")


def _show_to_have_the_code(stage: Stage) -> None:
    """Type back the group that is asked for, as from the paper."""
    driver = stage.driver
    pane = driver.one(CodePane)
    groups = pane.code.text().split("-")
    driver.push(_("Jeg har skrevet ned koden"), pane)
    asked = [int(number) for words in eyes.words(pane).splitlines() for number in _NUMBER.findall(words)]
    if len(asked) != 1:
        raise StuckError("the group that is asked for")
    driver.write(pane.group.field, groups[asked[0] - 1])
    driver.push(_("Sett passordfrasen"), pane)
    wait_until(lambda: not isinstance(driver.screen, PassphraseScreen), "the profile under its passphrase")
    driver.settle()
    driver.dismiss_message()


def _lock_and_unlock(stage: Stage) -> None:
    driver = stage.driver
    hands.press(hands.Key.Key_L, hands.Modifier.ControlModifier)
    wait_until(lambda: isinstance(driver.screen, UnlockProfile), "the locked profile")
    wait_until(lambda: driver.program.rest is not None, "the program, locked")
    driver.resize(*LAPTOP)
    stage.picture("profilen-er-last")
    locked = driver.one(UnlockProfile) if driver.all(UnlockProfile) else driver.screen
    assert isinstance(locked, UnlockProfile)
    driver.write(locked.passphrase.field, PASSPHRASE)
    hands.click(locked.go)
    wait_until(lambda: not isinstance(driver.screen, UnlockProfile), "the profile, unlocked")
    wait_until(lambda: driver.rest.courses.is_loaded, "the courses")
    driver.come_to_front()
