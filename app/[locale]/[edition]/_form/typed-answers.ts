/** A field with what stands in it; a field with several ticks comes several times. */
export type TypedAnswer = readonly [field: string, value: string];

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Everything typed and ticked in a form, in its order. */
export function answersIn(form: HTMLFormElement): TypedAnswer[] {
  return controlsOf(form)
    .filter(isAnswered)
    .map(({ name, value }) => [name, value]);
}

/**
 * Puts answers into a form as if the reader had typed them, so that whatever listens hears of it. A field that already
 * holds something keeps it; one that the form does not have is left out. Says whether anything was put in.
 */
export function fillIn(form: HTMLFormElement, answers: readonly TypedAnswer[]): boolean {
  const controls = controlsOf(form);
  const taken = new Set(controls.filter(isAnswered).map(({ name }) => name));
  for (const [field, value] of answers) {
    if (taken.has(field)) continue;
    for (const control of controls.filter(({ name }) => name === field)) {
      if (!isTick(control)) type(control, value);
      else if (control.value === value && !control.checked) control.click();
    }
  }
  return controls.some((control) => isAnswered(control) && !taken.has(control.name));
}

/** Empties every field. */
export function emptyOut(form: HTMLFormElement): void {
  for (const control of controlsOf(form).filter(isAnswered)) {
    if (!isTick(control)) type(control, "");
    else if (control.type === "checkbox") control.click();
    else {
      control.checked = false;
      announce(control);
    }
  }
}

function controlsOf(form: HTMLFormElement): Control[] {
  const controls = [...form.elements].filter((element): element is Control => element.matches("input,textarea,select"));
  return controls.filter(({ name, type: kind }) => name !== "" && kind !== "hidden" && kind !== "submit");
}

function isAnswered(control: Control): boolean {
  return isTick(control) ? control.checked : control.value !== "";
}

function isTick(control: Control): control is HTMLInputElement {
  return control.type === "radio" || control.type === "checkbox";
}

/** React puts a setter of its own before the element's, to tell setting from typing; this goes around it. */
function type(control: Control, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, value);
  announce(control);
}

function announce(control: Control): void {
  for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
}
