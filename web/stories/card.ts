import { el } from "../charts/dom";
import type { Story } from "./story";
export const card: Story = {
  id: "card", name: "card", has: () => true, nothing: "",
  tell: () => ({ kicker: "card", headline: ["card"], picture: el("div"), tables: [] }),
};
