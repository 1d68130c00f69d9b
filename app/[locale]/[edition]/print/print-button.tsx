"use client";

import { useEffect, useState } from "react";
import styles from "./printed-form.module.css";

/** Prints the page. There is nothing to press without script, where the browser's menu does the same. */
export function PrintButton({ words }: { words: string }) {
  const [usable, setUsable] = useState(false);
  useEffect(() => setUsable(true), []);
  if (!usable) return null;
  return (
    <p className={`noprint ${styles.print}`}>
      <button className="btn btn-2" type="button" onClick={() => window.print()}>
        {words}
      </button>
    </p>
  );
}
