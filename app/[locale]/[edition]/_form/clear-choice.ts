/** Takes the answer back, tells the form, and keeps the keyboard at the item: the button is gone with the answer. */
export function clearChoice(field: HTMLFieldSetElement | null): void {
  const radio = field?.querySelector<HTMLInputElement>("input:checked");
  if (!radio) return;
  radio.checked = false;
  for (const name of ["input", "change"]) radio.dispatchEvent(new Event(name, { bubbles: true }));
  field?.querySelector("input")?.focus();
}
