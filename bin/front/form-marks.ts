import { type FormMark, readFormMark } from "@/db/form-mark";
import { sharedNext } from "@/lib/shared-next";
import { PageMemory } from "./page-memory";

/** Far more rounds than are open at once. */
const MOST_ROUNDS = 64;
/** The mark takes a millisecond; a database that is stuck or away is for Next to wait for, and to tell of. */
const PATIENCE_MS = 1000;

/** Reads the mark of a round's form as it is now; null where there is none, or it does not come in time. */
export type ReadMark = (slug: string) => Promise<FormMark | null>;

/** Reads marks, one at a time of each round: who comes meanwhile shares the next reading. */
export function formMarks(): ReadMark {
  const marks = new PageMemory<ReturnType<typeof sharedNext<FormMark | null>>>(MOST_ROUNDS);
  return async (slug) => {
    const read = marks.find(slug) ?? sharedNext(() => readFormMark(slug));
    marks.keep(slug, read);
    const form = await within(PATIENCE_MS, read());
    // One that hangs is let go: whoever comes next asks anew.
    if (!form && marks.find(slug) === read) marks.forget(slug);
    return form;
  };
}

/** What a promise gives within so many milliseconds, else null. */
async function within<T>(ms: number, promised: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, ms, null)));
  return Promise.race([promised, late]).finally(() => clearTimeout(timer));
}
