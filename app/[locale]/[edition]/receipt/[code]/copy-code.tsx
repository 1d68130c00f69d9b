"use client";

import { useEffect, useState } from "react";
import styles from "./receipt.module.css";

/** Copies the receipt code. There is nothing to press without script, where selecting the code does the same. */
export function CopyCode({ code, words }: { code: string; words: { copy: string; copied: string; failed: string } }) {
  const [usable, setUsable] = useState(false);
  const [said, setSaid] = useState("");
  useEffect(() => setUsable(true), []);
  if (!usable) return null;
  const copy = async () => setSaid((await copyText(code)) ? words.copied : words.failed);
  return (
    <p className={`noprint ${styles.acts}`}>
      <button className="btn" type="button" onClick={() => void copy()}>
        {words.copy}
      </button>
      <span className={styles.said} role="status">
        {said}
      </span>
    </p>
  );
}

/** The clipboard's own way, and the old one for http pages and old webviews, which have no clipboard. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.style.cssText = "position:fixed;top:0;opacity:0";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}
