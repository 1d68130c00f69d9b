import Link from "next/link";
import styles from "./page-links.module.css";

interface PageLinksProps {
  /** The address of the next page and of the first one; undefined where there is none to go to. */
  readonly next: string | undefined;
  readonly first: string | undefined;
  readonly words: Readonly<Record<"next" | "first", string>>;
}

/** The ways on from a page of a list that is paged by key: to the next page, and back to the first. Not fetched ahead: a look may be noted. */
export function PageLinks({ next, first, words }: PageLinksProps) {
  return (
    <p className={styles.pages}>
      {next && (
        <Link href={next} prefetch={false}>
          {words.next}
        </Link>
      )}
      {first && (
        <Link href={first} prefetch={false}>
          {words.first}
        </Link>
      )}
    </p>
  );
}
