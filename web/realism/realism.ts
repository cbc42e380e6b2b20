// The view "realism": the report, part for part, about the feed that is served. "#/realism/scorecard" opens at a part.
import { formatRoute, type Route } from "../app/router";
import { empty } from "../app/states";
import type { View } from "../app/view";
import { onceDrawn } from "../charts/responsive";
import { toReport } from "../report/data";
import { masthead } from "../report/masthead";
import { contents, parts, unfoldForPrint } from "../report/parts";
import "./realism.css";

function jump(root: HTMLElement, route: Route): void {
  const part = route.parts[0] ? root.querySelector<HTMLElement>(`#${CSS.escape(route.parts[0])}`) : null;
  part?.scrollIntoView();
  part?.focus({ preventScroll: true });
}

export const realism: View = {
  name: "realism",
  label: "Realism",
  async render(root, { api, route, signal }) {
    const report = toReport(await api.get<unknown>("realism", {}, signal));
    const shown = parts(report);
    if (shown.length === 0) {
      root.append(empty("Nothing to measure", "This feed holds too little listening to judge."));
      return;
    }
    for (const part of shown) part.tabIndex = -1;  // a jump moves the focus, too
    root.classList.add("report");
    root.append(
      contents(shown, (id) => formatRoute("realism", [id])),
      masthead(report),
      ...shown,
    );
    addEventListener("beforeprint", unfoldForPrint, { signal });
    onceDrawn(() => jump(root, route));
    return (next) => {
      jump(root, next);
      return true;
    };
  },
};
