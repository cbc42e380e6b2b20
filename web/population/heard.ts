// What of the window the feed has: a feed may begin later or end earlier than the window does.
import type { FeedFacts } from "../app/model";
import { dayAfter, daysBetween } from "../stories/words";
import { kQuarter } from "./growth";

export interface Heard {
  months: number[];  // of the window, 1 to 12
  days: number;  // of the window that the feed has
  grows: boolean;  // whether the feed has both quarters that growth compares
}

function days({ from, to, window }: FeedFacts): number {
  const [first, last] = [from > window.first ? from : window.first, to < window.last ? to : window.last];
  return Math.max(0, daysBetween(first, last) + 1);
}

// All of the window but its last month, which growth leaves out.
function grows({ from, to, window }: FeedFacts): boolean {
  const whole = dayAfter(`${window.last.slice(0, 7)}-01`, -1);
  return window.months.length > 2 * kQuarter && from <= window.first && to >= whole;
}

export function heard(facts: FeedFacts): Heard {
  return { months: facts.window.months, days: days(facts), grows: grows(facts) };
}
