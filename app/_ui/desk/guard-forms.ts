/** A form with this attribute may be sent by anybody, such as the choice of a language. */
const FOR_ANYBODY = "data-for-anybody";

/** Whether the session lasts. Where that cannot be found out, it does: the form's own answer tells more. */
export async function isSignedIn(): Promise<boolean> {
  try {
    return (await fetch("/admin/session", { cache: "no-store" })).status !== 401;
  } catch {
    return true;
  }
}

/**
 * Holds every form that an action takes until it is known that the session lasts, then sends it as it was pressed; tells
 * `onOver` whether it does not. Returns what ends this.
 */
export function guardForms(onOver: (isOver: boolean) => void): () => void {
  const asking = new WeakSet<HTMLFormElement>();
  let passing: HTMLFormElement | null = null;
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !isForAction(form)) return;
    if (passing === form) {
      passing = null;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (asking.has(form)) return;
    asking.add(form);
    void sendIfSignedIn(form, event.submitter);
  };
  const sendIfSignedIn = async (form: HTMLFormElement, pressed: HTMLElement | null) => {
    const signedIn = await isSignedIn();
    asking.delete(form);
    onOver(!signedIn);
    if (!signedIn || !form.isConnected) return;
    passing = form;
    form.requestSubmit(pressed?.isConnected ? pressed : undefined);
    passing = null;
  };
  // On the window, before React hears of it.
  window.addEventListener("submit", onSubmit, true);
  return () => window.removeEventListener("submit", onSubmit, true);
}

/** Whether an action takes a form, from staff alone; a form that only asks, a search, has an address of its own. */
export function isForAction(form: HTMLFormElement): boolean {
  if (form.hasAttribute(FOR_ANYBODY)) return false;
  // React writes such an address where a function takes the form.
  return form.method === "post" || (form.getAttribute("action") ?? "").startsWith("javascript:");
}
