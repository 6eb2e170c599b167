/** Keeps the screen on. Where the browser cannot, nothing is lost. */

/**
 * Keep the screen on until `signal` is aborted. A browser ends a wake lock when the page is hidden, so ask for a new one
 * each time the page is shown again.
 * @param {AbortSignal} signal
 */
export function keepScreenOn(signal) {
  const request = async () => {
    if (document.visibilityState !== "visible") return;
    const lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
    if (signal.aborted) lock?.release();
    else signal.addEventListener("abort", () => lock?.release());
  };
  document.addEventListener("visibilitychange", request, { signal });
  request();
}
