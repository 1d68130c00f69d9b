"use client";

import { useActionState } from "react";
import { dealWithQuarantine } from "./actions";
import styles from "./quarantine.module.css";

type Words = Readonly<Record<"restore" | "hold", string>>;

interface QuarantineFormProps {
  readonly hidden: Readonly<Record<string, string>>;
  /** Each names how many answers it is about. */
  readonly labels: Words;
  readonly says: Words;
}

/** Both things that can be done to all of them; each button states the number. */
export function QuarantineForm({ hidden, labels, says }: QuarantineFormProps) {
  const [refused, send, sending] = useActionState(dealWithQuarantine, null);
  return (
    <form action={send}>
      <p role="alert" className={refused ? `notice notice-caution ${styles.refused}` : undefined}>
        {refused}
      </p>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {(["restore", "hold"] as const).map((change) => (
        <div key={change} className={styles.choice}>
          <button className="btn btn-2" name="change" value={change} aria-disabled={sending || undefined}>
            {labels[change]}
          </button>
          <p>{says[change]}</p>
        </div>
      ))}
    </form>
  );
}
