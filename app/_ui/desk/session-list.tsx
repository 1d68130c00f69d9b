import type { Session } from "@/db/sessions";
import type { Locale } from "@/lib/locale";
import { momentText } from "./dates";
import styles from "./session-list.module.css";

interface SessionListProps {
  readonly sessions: readonly Session[];
  /** The session that looks at the list, which is ended by signing out. */
  readonly hereId?: string;
  readonly words: { readonly started: (moment: string) => string; readonly here: string; readonly end: string };
  readonly end: (form: FormData) => Promise<void>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly timeZone: string;
  readonly locale: Locale;
}

/** Sessions by the moment that they began, each with a button that ends it. */
export function SessionList({ sessions, hereId, words, end, hidden, timeZone, locale }: SessionListProps) {
  return (
    <ul className={styles.sessions}>
      {sessions.map(({ id, startedAt }) => {
        const started = words.started(momentText(locale, { timeZone }, startedAt));
        return (
          <li key={id}>
            <span className="num">{started}</span>
            {id === hereId ? (
              <span className={styles.here}>{words.here}</span>
            ) : (
              <form action={end}>
                {Object.entries({ ...hidden, session: id }).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button className="lnk" aria-label={`${words.end} ${started}`}>
                  {words.end}
                </button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
