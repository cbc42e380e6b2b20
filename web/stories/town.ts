import { el } from "../charts/dom";
import type { Story } from "./story";
export const town: Story = {
  id: "town", name: "town", has: () => true, nothing: "",
  tell: () => ({ kicker: "town", headline: ["town"], picture: el("div"), tables: [] }),
};
