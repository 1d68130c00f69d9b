import { CopyButton } from "@/app/_ui/desk/copy-button";
import type { Locale } from "@/lib/locale";
import styles from "../../coverage.module.css";

interface CopiedTextProps {
  readonly title: string;
  readonly text: string;
  readonly language: Locale;
  readonly copy: string;
  readonly copied: string;
}

/** A text to be sent by other means, with a button that copies it. */
export function CopiedText({ title, text, language, copy, copied }: CopiedTextProps) {
  return (
    <div className={styles.part}>
      <div>
        <h3>{title}</h3>
        <CopyButton text={text} copy={copy} copied={copied} />
      </div>
      <p className={styles.text} lang={language}>
        {text}
      </p>
    </div>
  );
}
