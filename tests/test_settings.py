"""Settings are one typed value that forgives what it reads."""

from __future__ import annotations

import json
import subprocess
import sys
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp import settings as module
from kursapp.settings import Settings, WindowPlace, from_json, to_json

_SIZES = st.integers(-20_000, 20_000)
_WINDOWS = st.builds(
    WindowPlace, _SIZES, _SIZES, st.integers(1, 20_000), st.integers(1, 20_000), st.booleans(), st.text(max_size=20)
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)
_SETTINGS = st.builds(
    Settings,
    workspace=st.sampled_from(("", *module.WORKSPACES)),
    theme=st.sampled_from(module.THEMES),
    text_zoom=st.integers(module.SMALLEST_ZOOM, module.LARGEST_ZOOM),
    font=st.sampled_from(module.FONTS),
    language=st.sampled_from(module.LANGUAGES),
    speech=st.sampled_from(module.SPEECH),
    lock_after=st.sampled_from(module.LOCK_AFTER),
    last_profile=st.text(max_size=20),
    window=st.none() | _WINDOWS,
    splitters=st.dictionaries(st.text(max_size=8), st.tuples(_SIZES, _SIZES)).map(MappingProxyType),
    folded=st.frozensets(st.text(max_size=8)),
    unknown=st.just(MappingProxyType({})),
)


@given(_SETTINGS)
def test_settings_come_back_as_they_were(settings: Settings) -> None:
    """Writing and reading is the identity."""
    assert from_json(to_json(settings)) == module.Reading(settings)


@given(st.dictionaries(st.sampled_from([*module._READERS, "version", "x"]), _JSON))
def test_any_object_can_be_read(document: dict[str, object]) -> None:
    """Whatever the keys hold, the settings that come out are ones that could have been chosen."""
    reading = from_json(json.dumps(document))
    assert from_json(to_json(reading.settings)) == module.Reading(reading.settings)
    assert set(reading.refused) <= {*module._READERS, "version"}


def test_unknown_keys_are_carried_along() -> None:
    """What a newer program keeps here is written back by an older one."""
    reading = from_json('{"version": 2, "voice": {"name": "Nora"}}')
    assert reading.newer
    assert json.loads(to_json(reading.settings))["voice"] == {"name": "Nora"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "lilla"),
        ("text_zoom", 79),
        ("text_zoom", 201),
        ("text_zoom", True),
        ("text_zoom", "100"),
        ("language", "se"),
        ("window", {"x": 0, "y": 0, "width": 0, "height": 10}),
        ("window", {"x": 0, "y": 0}),
        ("splitters", {"page": "wide"}),
        ("folded", [1]),
        ("version", "1"),
    ],
)
def test_a_value_that_cannot_be_leaves_its_default(key: str, value: object) -> None:
    """The key is named and every other one keeps its value."""
    reading = from_json(json.dumps({"version": 1, "last_profile": "kari", key: value}))
    assert reading.refused == (key,)
    assert reading.settings == Settings(last_profile="kari")


def test_settings_paths_and_files_load_only_the_standard_library() -> None:
    """They are read before the first window, so they import nothing that costs time."""
    code = (
        "import sys; before = set(sys.modules)\n"
        "import kursapp.settings, kursapp.paths, kursapp.files.settings_file, kursapp.files.folder\n"
        "import kursapp.storage.profiles\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before} - {'kursapp'}\n"
        "print(sorted(new - set(sys.stdlib_module_names)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_every_speed_one_can_choose_is_one_a_voice_reads_at() -> None:
    """The settings and the voice name the same speeds."""
    from kursapp.ui.participant.read_aloud.voice import RATES

    assert set(module.SPEECH) == set(RATES)


@pytest.mark.parametrize("text", ['{"version": 1, "ny": "\\ud800"}', '{"version": 1, "\\uDFFF": 1}'])
def test_half_a_character_is_damage(text: str) -> None:
    """What could be read and never written back would make every later change fail."""
    with pytest.raises(ValueError, match="surrogates"):
        from_json(text)
    whole = '{"version": 1, "ny": "\\ud83d\\ude00"}'
    assert from_json(whole).settings.unknown == {"ny": "😀"}
