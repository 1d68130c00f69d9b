"use client";

import { useState, useSyncExternalStore } from "react";
import styles from "./copy-address.module.css";

interface CopyButtonProps {
  readonly text: string;
  /** What the button says, and what it says to those who hear it among many; then what is said when it is done. */
  readonly copy: string;
  readonly label?: string | undefined;
  readonly copied: string;
  readonly className?: string;
}

const never = () => () => {};

/** Copies a text; there only where the browser lets a page copy. */
export function CopyButton({ text, copy, label, copied, className = "btn btn-2 btn-s" }: CopyButtonProps) {
  // The server cannot know, and copying needs a secure context, which an intranet's plain HTTP is not.
  const copies = useSyncExternalStore(
    never,
    () => Boolean(navigator.clipboard),
    () => false,
  );
  const [done, setDone] = useState(false);
  return (
    <>
      {copies && (
        <button
          className={className}
          type="button"
          aria-label={label}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setDone(true))}
        >
          {copy}
        </button>
      )}
      <span role="status" className={styles.done}>
        {done && copied}
      </span>
    </>
  );
}
