// Light or dark: the system's wish until the reader chooses otherwise; the choice is remembered where a page may.
import { el } from "./dom";

const kKey = "wrapfeed-theme";

function remembered(): string | null {
  try {
    return localStorage.getItem(kKey);
  } catch {
    return null;  // a page opened from a file may be denied storage
  }
}

function remember(theme: string): void {
  try {
    localStorage.setItem(kKey, theme);
  } catch {
    return;
  }
}

function current(): string {
  const chosen = document.documentElement.dataset.theme;
  return chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}

export function startTheme(): void {
  const chosen = remembered();
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
}

export function switchTheme(): void {
  const next = current() === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  remember(next);
}

export function themeToggle(): HTMLElement {
  startTheme();
  const button = el("button", { type: "button", class: "theme" });
  const name = () => (button.textContent = current() === "dark" ? "Light" : "Dark");
  button.setAttribute("title", "Switch between light and dark");
  button.addEventListener("click", () => {
    switchTheme();
    name();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
  new MutationObserver(name).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  name();
  return button;
}
