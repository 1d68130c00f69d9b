import type { MouseEvent } from "react";
import type { FormWords } from "./form-content";
import type { Sent } from "./use-sent";
import type { Visit } from "./visit";
import styles from "./sent-notice.module.css";

/** Stands in the form's place for a reader who comes back after sending: the way to the receipt, or to another form. */
export function SentNotice({
  sent,
  visit,
  words,
  onStartAnew,
}: {
  sent: Sent;
  visit: Visit;
  words: FormWords;
  onStartAnew: () => boolean;
}) {
  const startAnew = (event: MouseEvent) => {
    if (onStartAnew()) event.preventDefault();
  };
  return (
    <div className={styles.sent} role="status">
      <p>
        {words.sent}{" "}
        {sent.code ? (
          <span className="nb">
            · <a href={visit.receipts + sent.code}>{words.sentReceipt}</a>
          </span>
        ) : null}
      </p>
      {sent.code ? <p className={styles.code}>{sent.code}</p> : null}
      <p className={styles.again}>
        <a href={visit.address} onClick={startAnew}>
          {words.sentAgain}
        </a>
      </p>
    </div>
  );
}
