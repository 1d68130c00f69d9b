import type { Verbatim } from "@/db/verbatims";
import type { Locale } from "@/lib/locale";
import { dayText } from "./dates";
import styles from "./verbatim-list.module.css";

interface VerbatimListProps {
  readonly verbatims: readonly Verbatim[];
  /** In whose words to name each one's day; without it no day is shown. */
  readonly datedIn?: Locale;
}

/** Readers' words at reading size, with their line breaks, each kept from disturbing what stands around it. */
export function VerbatimList({ verbatims, datedIn }: VerbatimListProps) {
  return (
    <ul className={datedIn ? styles.dated : styles.list}>
      {verbatims.map(({ responseId, receivedOn, locale, content }) => (
        <li key={responseId}>
          {datedIn && <time dateTime={receivedOn}>{dayText(datedIn, receivedOn)}</time>}
          <p lang={locale}>
            <bdi>{content}</bdi>
          </p>
        </li>
      ))}
    </ul>
  );
}
