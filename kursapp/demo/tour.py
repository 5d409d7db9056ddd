"""The whole tour, scene by scene."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kursapp.demo.answering import Answering
from kursapp.demo.camera import Camera
from kursapp.demo.driver import Driver
from kursapp.demo.running import OpenProgram
from kursapp.demo.scenes import (
    after,
    afterwards,
    arriving,
    authoring,
    coordinating,
    day,
    evaluation,
    later,
    looks,
    quiz,
    safety,
)
from kursapp.demo.scenes.whole import take_every_course
from kursapp.demo.stage import Stage
from kursapp.demo.summary import Summary
from kursapp.demo.writing import Writing


def take_tour(
    application: QApplication, open_program: OpenProgram, out: Path, language: str, *, whole: bool = False
) -> Summary:
    """Take the first day from the first start to its end, or every course as a ``whole``; leave pictures in ``out``.

    Then the answers of a cohort become a report; its files lie in ``out`` too.
    """
    began = time.monotonic()
    driver = Driver(application, open_program)
    summary = Summary(language)
    camera = Camera(driver, out)
    stage = Stage(driver, camera, Answering(driver), Writing(driver), summary)
    try:
        arriving.first_start(stage)
        if whole:
            take_every_course(stage)
        else:
            _take_first_day(stage)
        desk = authoring.Desk.in_folder(out)
        authoring.write_and_share(stage, desk)
        _coordinate(stage, coordinating.Places.in_folder(out), desk)
    finally:
        driver.give_up()
        camera.put_away()
    summary.pictures = camera.taken
    summary.seconds = round(time.monotonic() - began, 1)
    return summary


def _coordinate(stage: Stage, places: coordinating.Places, desk: authoring.Desk) -> None:
    """Be the coordinator of a course with forms: from 24 answers to a report, from a new cohort to its first answer."""
    longest = arriving.longest_course(stage.driver)
    if coordinating.has_rounds(longest):
        coordinating.answers_to_report(stage, places)
        coordinating.a_cohort_of_her_own(stage, places, longest)
        authoring.weigh_questions(stage, desk, longest)


def _take_first_day(stage: Stage) -> None:
    arriving.look_around(stage)
    evaluation.before_the_course(stage)
    day.take_sessions(stage)
    quiz.take_quiz(stage)
    evaluation.after_the_day(stage)
    after.see_what_is_done(stage)
    looks.try_looks(stage)
    later.come_back_later(stage)
    afterwards.keep_what_was_learnt(stage)
    safety.keep_it_safe(stage)
