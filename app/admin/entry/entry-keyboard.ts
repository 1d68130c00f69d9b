/** What the entry form's fields stand in, one for each item. */
const ITEM = "[data-item]";

/**
 * The keys of the entry form: a digit ticks the option printed at that place and goes on, 0 or - leaves the item
 * blank, Enter goes on, Shift+Enter back (in a text: a line break), Ctrl+Enter sends. What an input method types is
 * never taken for a key.
 */
export function listenToEntryKeys(form: HTMLFormElement | null): () => void {
  const listen = (event: KeyboardEvent) => form && onEntryKey(form, event);
  form?.addEventListener("keydown", listen);
  return () => form?.removeEventListener("keydown", listen);
}

function onEntryKey(form: HTMLFormElement, event: KeyboardEvent): void {
  const { key, target, shiftKey, altKey } = event;
  // 229: Safari ends the composition before it tells of the key that ended it.
  if (event.isComposing || event.keyCode === 229 || altKey) return;
  const field = target as HTMLElement;
  if (event.ctrlKey || event.metaKey) {
    if (key !== "Enter") return;
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  const item = field.closest(ITEM);
  if (!item || field instanceof HTMLButtonElement) return;
  if (key === "Enter") {
    if (shiftKey && field instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    move(form, item, shiftKey ? -1 : 1);
    return;
  }
  if (!(field instanceof HTMLInputElement) || field.type !== "radio" || !/^[0-9-]$/.test(key)) return;
  event.preventDefault();
  if (tick(item, key)) move(form, item, 1);
}

/** Puts the focus into the first item. */
export function focusFirstItem(form: HTMLFormElement | null): void {
  const first = form?.querySelector("[data-answers] [data-item]");
  if (first) focus(first);
}

/** Ticks the option at a place of an item, or none; false where there is no such place. */
function tick(item: Element, key: string): boolean {
  const radios = [...item.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const isBlank = key === "0" || key === "-";
  const chosen = radios[Number(key) - 1];
  if (!isBlank && !chosen) return false;
  for (const radio of radios) radio.checked = radio === chosen;
  // Whoever listens for what is typed hears of this as of a click.
  item.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}

function move(form: HTMLFormElement, item: Element, step: 1 | -1): void {
  const items = [...form.querySelectorAll(ITEM)];
  const next = items[items.indexOf(item) + step];
  if (next) focus(next);
}

function focus(item: Element): void {
  const checked = item.querySelector<HTMLElement>("input[type=radio]:checked");
  const field = checked ?? item.querySelector<HTMLElement>("input, textarea, select, button");
  field?.focus();
  item.scrollIntoView({ block: "nearest" });
}
