"use client";

import { useActionState } from "react";
import { showContact } from "./actions";
import styles from "./response.module.css";

/** Shows contact details once they are asked for; works without script. */
export function ContactForm({ id, show, gone }: { id: string; show: string; gone: string }) {
  const [shown, ask, asking] = useActionState(showContact, null);
  return (
    <form action={ask} className={styles.contact}>
      <input type="hidden" name="id" value={id} />
      <p role="status">{shown && (shown.contact === null ? gone : <bdi>{shown.contact}</bdi>)}</p>
      {!shown && (
        <button className="btn btn-2" aria-disabled={asking || undefined}>
          {show}
        </button>
      )}
    </form>
  );
}
