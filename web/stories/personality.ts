import { el } from "../charts/dom";
import type { Story } from "./story";
export const personality: Story = {
  id: "personality", name: "personality", has: () => true, nothing: "",
  tell: () => ({ kicker: "personality", headline: ["personality"], picture: el("div"), tables: [] }),
};
