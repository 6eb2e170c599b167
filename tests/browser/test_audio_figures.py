"""The figures of a recording, measured on generated sound with known pauses, length and pace."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

MAKE = """
const spoken = (parts, rate) => {
    const sound = new Float32Array(Math.round(parts.reduce((sum, [, s]) => sum + s, 0) * rate));
    let at = 0;
    for (const [kind, seconds] of parts) {
        for (let i = 0; kind === 'speech' && i < Math.round(seconds * rate); i++) {
            const t = i / rate, beat = Math.floor(t * 4), loud = 0.5 + 0.5 * ((beat * 7919) % 13) / 13;
            const tone = 2 * Math.PI * (110 + (beat * 37) % 60) * t;
            sound[at + i] = loud * Math.max(0.03, Math.sin(Math.PI * ((t * 4) % 1))) * (Math.sin(tone) + 0.5 * Math.sin(2 * tone)) / 1.5;
        }
        at += Math.round(seconds * rate);
    }
    return sound;
};
const heard = (sound, { gain = 0.3, noise = 0, channels = 1, offset = 0, inverted = false }) => {
    let seed = 12345;
    const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff) / 0x7fffffff;
    const one = sound.map(x => Math.max(-1, Math.min(1, gain * x + offset + noise * (random() * 2 - 1))));
    return channels === 2 ? [one, inverted ? one.map(x => -x) : one] : [one];
};
"""
KNOWN = [
    ["quiet", 1.5], ["speech", 4], ["quiet", 0.8], ["speech", 3], ["quiet", 2.4],
    ["speech", 2], ["quiet", 0.3], ["speech", 2], ["quiet", 1.2], ["speech", 1], ["quiet", 1],
]  # fmt: skip
CONDITIONS: dict[str, dict[str, Any]] = {
    "clean": {},
    "far away": {"gain": 0.01, "noise": 0.0001},
    "a room": {"noise": 0.005},
    "a loud room": {"noise": 0.04},
    "stereo": {"channels": 2, "noise": 0.003},
    "two microphones against each other": {"channels": 2, "inverted": True, "noise": 0.003},
    "an offset": {"offset": 0.2, "noise": 0.003},
    "too loud": {"gain": 4, "noise": 0.003},
}


@pytest.fixture(scope="module")
def lab(chromium: Browser, address: str) -> Iterator[Page]:
    """One page on which sound is made and measured."""
    page = chromium.new_page()
    page.goto(address + "practice/takes/")
    yield page
    page.close()


def measure(lab: Page, parts: list, *conditions: dict[str, Any], rate: int = 16000) -> list:
    """Return the figures of generated sound, heard in each of the conditions."""
    script = f"""async ([parts, rate, conditions]) => {{
        const {{ analyzeAudio }} = await import('/assets/js/practice/audio-analysis.mjs');
        {MAKE}
        const sound = spoken(parts, rate);
        return conditions.map(condition => analyzeAudio(heard(sound, condition), rate));
    }}"""
    return lab.evaluate(script, [parts, rate, conditions or [{}]])


@pytest.mark.parametrize("rate", [8000, 22050, 48000])
def test_pauses_of_generated_speech_are_measured_within_ten_percent(lab: Page, rate: int):
    all_found = measure(lab, KNOWN, *CONDITIONS.values(), rate=rate)
    for condition, found in zip(CONDITIONS, all_found, strict=True):
        assert found["heard"], condition
        assert found["pauses"] == 3, condition
        assert found["seconds"] == pytest.approx(19.2, abs=0.05), condition
        assert found["delay"] == pytest.approx(1.5, rel=0.1), condition
        assert found["longest"] == pytest.approx(2.4, rel=0.1), condition
        assert found["share"] == pytest.approx(12 / 16.7, rel=0.1), condition
        assert found["pace"] == pytest.approx(240, rel=0.1), condition
        assert found["clipped"] == (condition == "too loud"), condition


def test_unmeasurable_figures_are_left_out(lab: Page):
    for parts, noise in (
        ([["quiet", 3]], 0),
        ([["quiet", 5]], 0.05),
        ([["quiet", 0]], 0),
        ([["quiet", 3], ["speech", 0.05], ["quiet", 3]], 0),
    ):
        (found,) = measure(lab, parts, {"noise": noise})
        assert not found["heard"], (parts, noise)
    (short,) = measure(lab, [["speech", 0.4]])
    assert short["heard"]
    assert short["pace"] == 0
    (late,) = measure(lab, [["quiet", 40], ["speech", 2], ["quiet", 18]], {"noise": 0.002})
    assert late["delay"] == pytest.approx(40, rel=0.01)
    script = """async found => (await import('/assets/js/practice/audio-report.mjs')).metricRows(found, 90)"""
    rows = {name: value for name, value, _ in lab.evaluate(script, short)}
    assert rows["Pace"] == "not measured"
    silence = lab.evaluate(script, measure(lab, [["quiet", 3]])[0])
    assert [name for name, _, _ in silence] == ["Length", "Sound"]
