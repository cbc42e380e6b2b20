import { el } from "../charts/dom";
import type { Story } from "./story";
export const clock: Story = {
  id: "clock", name: "clock", has: () => true, nothing: "",
  tell: () => ({ kicker: "clock", headline: ["clock"], picture: el("div"), tables: [] }),
};
