// The closing card: the year on one sheet, to keep.
import { errand } from "../app/errand";
import type { Year } from "../app/model";
import { el } from "../charts/dom";
import { table } from "../charts/table";
import { drawCard, kHeight, kWidth, typefaces } from "./card_canvas";
import type { Story } from "./story";
import { count, line } from "./words";

function fileName({ profile, wrapped }: Year): string {
  return `wrapped-${wrapped.year}-user-${profile.user_id}.png`;
}

// Drawn anew, so that a card saved at once is as whole as one saved late.
async function save(canvas: HTMLCanvasElement, year: Year): Promise<void> {
  await typefaces();
  drawCard(canvas, year);
  const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/png"));
  if (!picture) throw new Error("The card is too large for this browser.");
  const address = URL.createObjectURL(picture);
  el("a", { href: address, download: fileName(year) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function saveButton(canvas: HTMLCanvasElement, year: Year): HTMLElement {
  const button = el("button", { type: "button", class: "chip strong save" }, "Save as picture");
  errand(button, async () => {
    try {
      await save(canvas, year);
      button.textContent = "Saved – once more?";
    } catch {
      button.textContent = "That did not work – again?";
    }
  });
  return button;
}

function rows({ wrapped }: Year): string[][] {
  return [
    ["Minutes", count(wrapped.minutes)],
    ["Top artists", wrapped.top_artists.map((a) => a.name).join(", ") || "–"],
    ["Top songs", wrapped.top_tracks.map((t) => t.name).join(", ") || "–"],
    ["Top genre", wrapped.top_genre ?? "–"],
    ["Personality", wrapped.personality?.name ?? "–"],
    ["Listening age", String(wrapped.listening_age ?? "–")],
    ["Club", wrapped.club?.name ?? "–"],
  ];
}

export const card: Story = {
  id: "card",
  name: "Card",
  has: () => true,
  nothing: "",
  tell(year) {
    const about = `The card: ${rows(year)
      .map((r) => r.join(" "))
      .join("; ")}.`;
    const canvas = el("canvas", {
      class: "card-sheet",
      width: String(kWidth),
      height: String(kHeight),
      role: "img",
      "aria-label": about,
    });
    void typefaces().then(() => drawCard(canvas, year));
    const again = el("a", { class: "chip", href: `#/users/${year.profile.user_id}/minutes` }, "From the beginning");
    return {
      kicker: "That was it",
      headline: [`Your ${year.wrapped.year} on one card`],
      words: [
        line("Keep it, or send it to somebody."),
        el("p", { class: "card-ways" }, saveButton(canvas, year), again),
      ],
      picture: el("div", { class: "card-place" }, canvas),
      tables: [table(`Your ${year.wrapped.year}`, ["what", "figure"], rows(year), [1])],
    };
  },
};
