// The summary card as pixels: always 1080 by 1920, always on the same paper, whatever the screen and the theme.
import type { Year } from "../app/model";
import { peak } from "./clock";
import { standing } from "./minutes";
import { count, hourOf } from "./words";

export const kWidth = 1080;
export const kHeight = 1920;

const kPaper = "#f7be45";
const kInk = "#2b0f4a";
const kSecond = "#c2331a";
const kMargin = 84;
const kSerif = '"Instrument Serif", Georgia, serif';
const kSans = '"Instrument Sans Variable", Arial, sans-serif';

type Pen = CanvasRenderingContext2D;

// Type faces are inside the page, but not ready before somebody asks.
export async function typefaces(): Promise<void> {
  await Promise.all(
    [`400 100px ${kSerif}`, `400 30px ${kSans}`, `600 30px ${kSans}`].map((f) => document.fonts.load(f, "Aağ")),
  );
}

// The text, cut with an ellipsis where it would be wider.
export function cut(text: string, width: number, measure: (t: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && measure(`${letters.join("").trimEnd()}…`) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

function write(pen: Pen, text: string, x: number, y: number, font: string, width = kWidth - x - kMargin): void {
  pen.font = font;
  pen.fillText(
    cut(text, width, (t) => pen.measureText(t).width),
    x,
    y,
  );
}

// The hours of the day as a rosette that runs out of the card.
function rosette(pen: Pen, { wrapped }: Year): void {
  const of = new Map(wrapped.hours.map((h) => [h.hour, h.minutes]));
  const most = Math.max(1, ...of.values());
  const [x, y, inner, outer] = [kWidth - 190, 310, 96, 265]; // ends above the number
  pen.fillStyle = kSecond;
  for (let hour = 0; hour < 24; hour++) {
    const radius = inner + ((of.get(hour) ?? 0) / most) * (outer - inner);
    const [a, b] = [hour + 0.07, hour + 0.93].map((h) => (h / 24) * 2 * Math.PI - Math.PI / 2) as [number, number];
    if (radius === inner) continue;
    pen.beginPath();
    pen.arc(x, y, radius, a, b);
    pen.arc(x, y, inner, b, a, true);
    pen.fill();
  }
  pen.strokeStyle = kInk;
  pen.lineWidth = 3;
  pen.beginPath();
  pen.arc(x, y, inner - 8, 0, 2 * Math.PI);
  pen.stroke();
  if (of.size === 0) return;
  pen.fillStyle = kInk;
  pen.textAlign = "center";
  pen.font = `400 60px ${kSerif}`;
  pen.fillText(hourOf(peak(Array.from({ length: 24 }, (_, h) => of.get(h) ?? 0))), x, y + 19);
  pen.textAlign = "left";
}

function rule(pen: Pen, y: number): void {
  pen.fillRect(kMargin, y, kWidth - 2 * kMargin, 3);
}

function five(pen: Pen, heading: string, names: string[], x: number, y: number, width: number): void {
  write(pen, heading, x, y, `600 30px ${kSans}`, width);
  names.forEach((name, i) => {
    write(pen, String(i + 1), x, y + 78 + i * 68, `400 30px ${kSans}`, 40);
    write(pen, name, x + 46, y + 80 + i * 68, `400 54px ${kSerif}`, width - 46);
  });
  if (names.length === 0) write(pen, "–", x, y + 80, `400 54px ${kSerif}`, width);
}

function fact(pen: Pen, heading: string, words: string, x: number, y: number, width: number): void {
  write(pen, heading, x, y, `400 28px ${kSans}`, width);
  write(pen, words, x, y + 66, `400 58px ${kSerif}`, width);
}

// As large as the card is wide, at most.
function number(pen: Pen, text: string): void {
  pen.letterSpacing = "-10px";
  pen.font = `400 330px ${kSerif}`;
  const size = Math.min(330, (330 * (kWidth - 2 * kMargin)) / pen.measureText(text).width);
  pen.font = `400 ${size}px ${kSerif}`;
  pen.fillText(text, kMargin - 8, 830);
  pen.letterSpacing = "0px";
}

export function drawCard(canvas: HTMLCanvasElement, year: Year): void {
  const { wrapped, profile, more } = year;
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = kPaper;
  pen.fillRect(0, 0, kWidth, kHeight);
  rosette(pen, year);
  pen.fillStyle = kInk;
  write(pen, profile.name, kMargin, 132, `600 36px ${kSans}`, 500);
  write(pen, `${wrapped.year}, in music`, kMargin, 180, `400 36px ${kSans}`, 500);
  number(pen, count(wrapped.minutes));
  write(pen, "minutes", kMargin, 950, `400 120px ${kSerif}`, 500);
  rule(pen, 1030);
  const half = (kWidth - 2 * kMargin - 48) / 2;
  const right = kMargin + half + 48;
  five(
    pen,
    "Top artists",
    wrapped.top_artists.map((a) => a.name),
    kMargin,
    1098,
    half,
  );
  five(
    pen,
    "Top songs",
    wrapped.top_tracks.map((t) => t.name),
    right,
    1098,
    half,
  );
  rule(pen, 1508);
  fact(pen, "Top genre", wrapped.top_genre ?? "–", kMargin, 1572, half);
  fact(pen, "Personality", wrapped.personality?.name ?? "–", right, 1572, half);
  fact(pen, "Listening age", String(wrapped.listening_age ?? "–"), kMargin, 1706, half);
  fact(pen, "Club", wrapped.club?.name ?? "–", right, 1706, half);
  write(pen, "wrapfeed", kMargin, 1860, `400 44px ${kSerif}`, half);
  pen.textAlign = "right";
  pen.font = `400 28px ${kSans}`;
  pen.fillText(standing(more.standing.minutes).replace(", more", "more minutes"), kWidth - kMargin, 1858);
  pen.textAlign = "left";
}
