import { el } from "../charts/dom";
import type { Story } from "./story";
export const club: Story = {
  id: "club", name: "club", has: () => true, nothing: "",
  tell: () => ({ kicker: "club", headline: ["club"], picture: el("div"), tables: [] }),
};
