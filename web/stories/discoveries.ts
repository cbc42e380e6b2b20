import { el } from "../charts/dom";
import type { Story } from "./story";
export const discoveries: Story = {
  id: "discoveries", name: "discoveries", has: () => true, nothing: "",
  tell: () => ({ kicker: "discoveries", headline: ["discoveries"], picture: el("div"), tables: [] }),
};
