// The view "realism": a place kept for it.
import type { View } from "../app/view";
import { empty } from "../app/states";

export const realism: View = {
  name: "realism",
  label: "Realism",
  render(root) {
    root.append(empty("Realism", "This view is still to come."));
  },
};
