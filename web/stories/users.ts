// The view "users": one listener's year as a run of stories.
import type { View } from "../app/view";
import { empty } from "../app/states";

export const users: View = {
  name: "users",
  label: "",
  immersive: true,
  render(root) {
    root.append(empty("Stories", "Still to come."));
  },
};
