import { useEffect } from "react";

/** What a keyboard does on a phone and in Chinese: it covers the field being written in, and Enter chooses a word. */
export function usePhoneKeyboard(): void {
  useEffect(() => {
    const view = window.visualViewport ?? window;
    view.addEventListener("resize", bringBack);
    document.addEventListener("keydown", keepComposing);
    return () => {
      view.removeEventListener("resize", bringBack);
      document.removeEventListener("keydown", keepComposing);
    };
  }, []);
}

/** The field comes back into view when the keyboard comes up over it: in WeChat it does not on its own. */
function bringBack(): void {
  const field = document.activeElement;
  if (field?.matches("textarea,input:not([type=radio]):not([type=checkbox])"))
    field.scrollIntoView({ block: "nearest" });
}

/** Enter while an input method composes must never send (229 is how Safari says that it composes). */
function keepComposing(event: KeyboardEvent): void {
  if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) event.preventDefault();
}
