// Touch: a swipe or a tap turns the story, a finger that rests holds it. A mouse has buttons for that.

const kSwipe = 44;  // px across before a movement is a swipe
const kTap = 12;  // px that a finger may move and still tap
const kRest = 350;  // ms after which a touch is a rest, no tap
const kBack = 0.3;  // of the width, on the left, goes back

export interface Touch {
  back(): void;
  on(): void;
  hold(held: boolean): void;
}

export function touch(place: HTMLElement, act: Touch, signal: AbortSignal): void {
  let began: { x: number; y: number; time: number } | null = null;
  const end = () => {
    if (began) act.hold(false);
    began = null;
  };
  place.addEventListener(
    "touchstart",
    (event) => {
      const own = event.touches.length === 1 && !(event.target as Element).closest("a, button");
      end();
      if (!own) return;
      const { clientX, clientY } = event.touches[0]!;
      began = { x: clientX, y: clientY, time: performance.now() };
      act.hold(true);
    },
    { signal, passive: true },
  );
  place.addEventListener(
    "touchend",
    (event) => {
      if (!began) return;
      const { x, y, time } = began;
      end();
      const { clientX, clientY } = event.changedTouches[0]!;
      const [dx, dy] = [clientX - x, clientY - y];
      if (Math.abs(dx) > kSwipe && Math.abs(dx) > Math.abs(dy)) return dx > 0 ? act.back() : act.on();
      const tapped = Math.hypot(dx, dy) < kTap && performance.now() - time < kRest;
      if (!tapped) return;
      event.preventDefault();  // no click of a mouse behind it
      if (x < innerWidth * kBack) act.back();
      else act.on();
    },
    { signal },
  );
  place.addEventListener("touchcancel", end, { signal });
}
