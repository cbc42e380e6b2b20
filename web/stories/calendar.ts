import { el } from "../charts/dom";
import type { Story } from "./story";
export const calendar: Story = {
  id: "calendar", name: "calendar", has: () => true, nothing: "",
  tell: () => ({ kicker: "calendar", headline: ["calendar"], picture: el("div"), tables: [] }),
};
