// The view "population": a place kept for it.
import type { View } from "../app/view";
import { empty } from "../app/states";

export const population: View = {
  name: "population",
  label: "Population",
  render(root) {
    root.append(empty("Population", "This view is still to come."));
  },
};
