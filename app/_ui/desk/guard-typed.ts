import { isForAction } from "./guard-forms";

/**
 * Has the browser ask before a page is left on which somebody typed what no form has sent yet, or has sent and got back
 * with errors: by `question` where another form leads away, of which the browser may know nothing. Returns what ends this.
 */
export function guardTyped(question: string): () => void {
  const typed = new Set<HTMLFormElement>();
  const sent = new Set<HTMLFormElement>();
  const isUnsaved = () =>
    [...typed].some((form) => form.isConnected) ||
    [...sent].some((form) => form.isConnected && form.querySelector("[role=alert]"));
  const onInput = ({ target }: Event) => {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form && isForAction(form)) typed.add(form);
  };
  const onSubmit = (event: SubmitEvent) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (isForAction(form)) {
      typed.delete(form);
      // A form with an address of its own takes the page along.
      if (!form.getAttribute("action")?.startsWith("/")) sent.add(form);
      return;
    }
    if (!isUnsaved()) return;
    // oxlint-disable-next-line no-alert -- The same box as for a link, and the submission can wait for its answer.
    if (!window.confirm(question)) return stop(event);
    // A form that takes the page along would have the browser ask again.
    typed.clear();
    sent.clear();
  };
  const onClick = (event: MouseEvent) => {
    const href = isUnsaved() ? destinationOf(event) : null;
    if (href === null) return;
    // A link of the router changes the page without the browser's asking: it is followed as any other.
    stop(event);
    window.location.assign(href);
  };
  const onUnload = (event: BeforeUnloadEvent) => {
    if (!isUnsaved()) return;
    event.preventDefault();
    // Chromium before 119 asks for this alone.
    event.returnValue = true;
  };
  window.addEventListener("input", onInput);
  window.addEventListener("submit", onSubmit, true);
  window.addEventListener("click", onClick, true);
  window.addEventListener("beforeunload", onUnload);
  return () => {
    window.removeEventListener("input", onInput);
    window.removeEventListener("submit", onSubmit, true);
    window.removeEventListener("click", onClick, true);
    window.removeEventListener("beforeunload", onUnload);
  };
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Where a click leads away from the page; null for a place on it, another tab, or a file. */
function destinationOf({ target, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): string | null {
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return null;
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || (link.target && link.target !== "_self") || link.hasAttribute("download")) return null;
  const { origin, pathname, search } = window.location;
  const isElsewhere = /^https?:$/.test(link.protocol) && link.href.split("#")[0] !== `${origin}${pathname}${search}`;
  return isElsewhere ? link.href : null;
}
