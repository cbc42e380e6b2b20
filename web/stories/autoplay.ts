// Goes on by itself after a while. It runs when started, waits while held (a finger on the stage, a sheet over it, a tab
// nobody sees), and says so to the styles: data-play is "on", "held" or "off".

const kPatience = 10_000;  // ms a story

export class Autoplay {
  playing = false;
  private held = 0;
  private last = false;
  private timer = 0;

  constructor(
    private readonly root: HTMLElement,
    private readonly next: () => void,
    signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => clearTimeout(this.timer));
    document.addEventListener("visibilitychange", () => this.run(), { signal });
    root.style.setProperty("--patience", `${kPatience}ms`);
    this.run();
  }

  start(): void {
    this.playing = true;
    this.run();
  }

  stop(): void {
    this.playing = false;
    this.run();
  }

  toggle(): void {
    this.playing = !this.playing;
    this.run();
  }

  // Held as often as it was let go.
  hold(held: boolean): void {
    this.held = Math.max(0, this.held + (held ? 1 : -1));
    this.run();
  }

  // A new story: the time begins anew; there is no next after the last.
  again(last: boolean): void {
    this.last = last;
    if (last) this.playing = false;
    this.run();
  }

  private run(): void {
    clearTimeout(this.timer);
    const runs = this.playing && this.held === 0 && !document.hidden && !this.last;
    this.root.dataset.play = !this.playing ? "off" : runs ? "on" : "held";
    if (runs) this.timer = setTimeout(this.next, kPatience) as unknown as number;
  }
}
