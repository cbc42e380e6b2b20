// The sheet with the figures behind a story.
import { el } from "../charts/dom";
import type { Told } from "./story";

export type Sheet = HTMLDialogElement & { fill(told: Told): void };

export function figures(): Sheet {
  const sheet = el("dialog", { class: "sheet", "aria-labelledby": "sheet-title" }) as Sheet;
  sheet.fill = (told) => {
    const close = el("button", { type: "button", class: "chip" }, "Close");
    close.addEventListener("click", () => sheet.close());
    const heading = el("h2", { id: "sheet-title" }, told.kicker);
    sheet.replaceChildren(el("div", { class: "sheet-head" }, heading, close), ...told.tables);
  };
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet) sheet.close();  // beside the sheet
  });
  return sheet;
}
