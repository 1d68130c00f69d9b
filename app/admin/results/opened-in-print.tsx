"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A `details` that is open on paper: of browsers that cannot show a closed one there by CSS, the script opens it. */
export function OpenedInPrint({ className, children }: { className: string | undefined; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    let wasOpen = false;
    const open = () => {
      if (!details.current) return;
      wasOpen = details.current.open;
      details.current.open = true;
    };
    const close = () => {
      if (details.current) details.current.open = wasOpen;
    };
    window.addEventListener("beforeprint", open);
    window.addEventListener("afterprint", close);
    return () => {
      window.removeEventListener("beforeprint", open);
      window.removeEventListener("afterprint", close);
    };
  }, []);
  return (
    <details className={className} ref={details}>
      {children}
    </details>
  );
}
