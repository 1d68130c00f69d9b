"use client";

import { useState, useSyncExternalStore } from "react";
import styles from "./copy-address.module.css";

interface CopyAddressProps {
  readonly address: string;
  readonly label: string;
  readonly copy: string;
  readonly copied: string;
}

const never = () => () => {};

/** An address to open or to copy; the button is there only where the browser lets a page copy. */
export function CopyAddress({ address, label, copy, copied }: CopyAddressProps) {
  // The server cannot know, and copying needs a secure context, which an intranet's plain HTTP is not.
  const copies = useSyncExternalStore(
    never,
    () => Boolean(navigator.clipboard),
    () => false,
  );
  const [done, setDone] = useState(false);
  return (
    <div className={styles.address}>
      <p>
        {label} <a href={address}>{address}</a>
      </p>
      {copies && (
        <button
          className="btn"
          type="button"
          onClick={() => void navigator.clipboard.writeText(address).then(() => setDone(true))}
        >
          {copy}
        </button>
      )}
      <span role="status" className={styles.done}>
        {done && copied}
      </span>
    </div>
  );
}
