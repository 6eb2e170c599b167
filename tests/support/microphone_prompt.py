"""A microphone whose permission prompt is answered by the test, and what the page has stored."""

from playwright.sync_api import Page

from support.waiting import wait_until

ASK = """
window.prompts = [];
window.tracks = [];
navigator.mediaDevices.getUserMedia = () => new Promise((resolve, reject) => prompts.push({
    allow: () => {
        const audio = new AudioContext();
        const destination = audio.createMediaStreamDestination();
        const tone = audio.createOscillator();
        tone.connect(destination);
        tone.start();
        tracks.push(...destination.stream.getTracks());
        resolve(destination.stream);
    },
    refuse: () => reject(new DOMException('', 'NotAllowedError')),
}));
"""
"""A permission prompt that waits in `prompts` until a test answers it; `tracks` are the ones the page was given."""

STORED = """async () => {
    if (!(await indexedDB.databases()).length) return { takes: 0, chunks: 0 }; // opening it would create it, empty
    const settled = request => new Promise(done => { request.onsuccess = () => done(request.result); });
    const base = await settled(indexedDB.open('round-two'));
    const count = name => settled(base.transaction(name).objectStore(name).count());
    const stored = { takes: await count('takes'), chunks: await count('chunks') };
    base.close();
    return stored;
}"""


def start_recorded_round(page: Page) -> None:
    """Start a round that records the answers, without time to think before them."""
    page.get_by_label("Record my answers").check()
    page.get_by_text("Choose the questions").click()
    page.get_by_label("Time to think").select_option("0")
    page.get_by_role("button", name="Start a round").click()


def wait_for_prompts(page: Page, count: int) -> None:
    """Wait until so many permission prompts were opened."""
    wait_until(page, "count => prompts.length === count", count)


def answer_prompt(page: Page, answer: str, number: int = 0) -> None:
    """Answer a permission prompt, and let everything that waited for it run."""
    page.evaluate(
        """async ([number, answer]) => {
            prompts[number][answer]();
            await new Promise(done => setTimeout(done));
            await new Promise(requestAnimationFrame);
        }""",
        [number, answer],
    )


def wait_for_stored(page: Page, stored: dict[str, int]) -> None:
    """Wait until so many takes and chunks are stored."""
    wait_until(page, f"async stored => JSON.stringify(await ({STORED})()) === JSON.stringify(stored)", stored)
