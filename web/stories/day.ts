import { el } from "../charts/dom";
import type { Story } from "./story";
export const day: Story = {
  id: "day", name: "day", has: () => true, nothing: "",
  tell: () => ({ kicker: "day", headline: ["day"], picture: el("div"), tables: [] }),
};
