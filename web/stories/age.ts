import { el } from "../charts/dom";
import type { Story } from "./story";
export const age: Story = {
  id: "age", name: "age", has: () => true, nothing: "",
  tell: () => ({ kicker: "age", headline: ["age"], picture: el("div"), tables: [] }),
};
