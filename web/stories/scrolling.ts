// A story that is higher than its place scrolls: then it takes the focus, and the keys that scroll.

const kScroll = new Set(["ArrowUp", "ArrowDown", "PageUp", "PageDown"]);

function scrolls(story: Element): boolean {
  return story.scrollHeight > story.clientHeight;
}

// Whether the key is the story's. The browser scrolls what has the focus, so the story has it from then on.
export function scrollKey(key: string, place: HTMLElement): boolean {
  const story = place.querySelector<HTMLElement>(".story");
  if (!kScroll.has(key) || !story || !scrolls(story)) return false;
  if (!story.contains(document.activeElement)) story.focus({ preventScroll: true });
  return true;
}

// Tab leads to the observed story whenever it scrolls.
export function scrollStop(signal: AbortSignal): ResizeObserver {
  const watch = new ResizeObserver((seen) => {
    for (const { target } of seen) (target as HTMLElement).tabIndex = scrolls(target) ? 0 : -1;
  });
  signal.addEventListener("abort", () => watch.disconnect());
  return watch;
}
