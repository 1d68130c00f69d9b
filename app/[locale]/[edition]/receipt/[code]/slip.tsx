import { FiveCells } from "@/app/_ui/five-cells";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import styles from "./receipt.module.css";

/** The framed slip with the code and a few facts: what a reader photographs. */
export function Slip({
  locale,
  code,
  facts,
}: {
  locale: Locale;
  code: string;
  facts: readonly (readonly [name: string, value: string])[];
}) {
  return (
    <div className={styles.slip}>
      <FiveCells className={styles.cells} />
      <div className={styles.body}>
        <p className={styles.hint}>{translator(locale, "reader")("receipt.code")}</p>
        <p className={styles.code}>{code}</p>
        <dl>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
