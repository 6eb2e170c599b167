"""Wait for a state of the page instead of for a time, so that a busy machine makes a test slower but never red."""

import time

from playwright.sync_api import Page, Route

TIMEOUT = 60
"""Seconds after which a state counts as never reached."""


class HeldRequests:
    """Requests of a page that match `pattern`, held back until `release`."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.page, self.pattern = page, pattern
        self.routes: list[Route] = []
        self.passing = False
        page.route(pattern, self._handle)

    def _handle(self, route: Route) -> None:
        route.continue_() if self.passing else self.routes.append(route)

    def wait_for(self, count: int = 1) -> None:
        """Wait until `count` requests are held."""
        end = time.monotonic() + TIMEOUT
        while len(self.routes) < count:
            assert time.monotonic() < end, f"{len(self.routes)} of {count} requests were made"
            self.page.wait_for_timeout(10)  # Playwright calls the route handler meanwhile

    def release(self) -> None:
        """Wait for the first request, then let all that are held go on, the latest first."""
        self.wait_for()
        self.let_pass()

    def let_pass(self) -> None:
        """Let the requests that are held, if any, and all later ones go on."""
        self.passing = True
        for route in reversed(self.routes):
            route.continue_()


def wait_until(page: Page, condition: str, argument: object = None) -> None:
    """Wait until `condition`, a JavaScript function of `argument`, returns true.

    The content security policy of the site forbids `page.wait_for_function`, which evaluates a string.
    """
    page.evaluate(
        f"""async argument => {{
            const end = performance.now() + {TIMEOUT * 1000};
            while (!await ({condition})(argument)) {{
                if (performance.now() > end) throw new Error('this never became true');
                await new Promise(done => setTimeout(done, 10));
            }}
        }}""",
        argument,
    )


def stop_time(page: Page) -> None:
    """Stop the timers and the CSS animations of the pages that are opened from now on.

    `page.clock.run_for` and `page.clock.resume` move the timers on.
    """
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    session = page.context.new_cdp_session(page)
    session.send("Animation.enable")
    session.send("Animation.setPlaybackRate", {"playbackRate": 0})
