import { useState } from "react";
import { NO_REFUSAL, type Refusal, countProblems } from "./refusal";

/**
 * What stands in the way of this form: what came with the page, then what `check` and the server say at each attempt.
 * Once something was said, each change of a field says anew what is wrong with that field.
 */
export function useRefusal(came: Refusal, check: () => Refusal) {
  const [refusal, setRefusal] = useState(came);
  const [attempt, setAttempt] = useState(0);

  return {
    refusal,
    /** Counts the attempts, so that what is said twice is heard twice. */
    attempt,
    refuse(next: Refusal) {
      setRefusal(next);
      setAttempt((before) => before + 1);
    },
    clear: () => setRefusal(NO_REFUSAL),
    /** Fields that belong together were changed. */
    reconsider(names: readonly string[]) {
      if (attempt === 0 && countProblems(refusal) === 0) return;
      const now = Object.entries(check().items).filter(([name]) => names.includes(name));
      setRefusal((before) => {
        const others = Object.entries(before.items).filter(([name]) => !names.includes(name));
        const isSame = !before.form && names.every((name) => before.items[name] === new Map(now).get(name));
        return isSame ? before : { form: null, items: Object.fromEntries([...others, ...now]) };
      });
    },
  };
}
