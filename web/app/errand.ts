// A button that runs an errand, one at a time. Meanwhile it is aria-disabled: `disabled` would take the focus from it.
export function errand(button: HTMLButtonElement, act: () => Promise<void>): void {
  button.addEventListener("click", async () => {
    if (button.ariaDisabled === "true") return;
    button.ariaDisabled = "true";
    await act();
    button.ariaDisabled = "false";
  });
}
