import { useEffect, useRef } from "react";

/**
 * The name of the button that submits, asked for in a submit handler; Enter presses the form's first one. The event
 * itself knows its submitter only since Chromium 81 and iOS 15.4.
 */
export function usePressedButton(): () => string {
  const pressed = useRef("");
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      pressed.current = (target instanceof Element && target.closest("button")?.name) || "";
    };
    document.addEventListener("click", onClick, true);
    return () => document.removeEventListener("click", onClick, true);
  }, []);
  return () => pressed.current;
}
