import checkbox from "./checkbox.module.css";
import styles from "./contact-field.module.css";
import { FieldError } from "./field-error";
import { Fold } from "./fold";
import type { FormContent } from "./form-content";
import type { OptionalItem } from "./optional-content";

/**
 * Where a reader wants a reply, folded, with a consent of its own that is never ticked beforehand and appears with what
 * is typed (by CSS, hence also without script). Neither stands in the way of the answer.
 */
export function ContactField({
  item: { key, number, text },
  content: { words },
  typed,
  errors,
  isSending,
}: {
  item: OptionalItem & { kind: "contact" };
  content: Pick<FormContent, "words">;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  isSending: boolean;
}) {
  const { contact: error, contact_consent: consentError } = errors;
  const errorId = error ? `${key}-error` : undefined;
  const consentErrorId = consentError ? "contact_consent-error" : undefined;
  return (
    <Fold
      id={key}
      {...{ number, text }}
      error={error ?? consentError}
      words={{ show: words.leaveContact, hide: words.close }}
      isOpen={Boolean(typed.contact ?? error ?? consentError)}
    >
      <p className={styles.hint} id="contact-hint">
        {words.contactHint}
      </p>
      <FieldError id={errorId} message={error} prefix={words.errorPrefix} />
      {/* The blank placeholder is what :placeholder-shown asks for: with it the consent is hidden. */}
      <input
        className={`input ${styles.value}`}
        type="text"
        id="contact-value"
        name={key}
        placeholder=" "
        defaultValue={typed.contact}
        readOnly={isSending}
        autoComplete="email"
        autoCapitalize="off"
        spellCheck={false}
        aria-labelledby={`${key}-question`}
        aria-describedby={["contact-hint", errorId].filter(Boolean).join(" ")}
        aria-invalid={error ? true : undefined}
      />
      <div className={styles.consent} id="contact_consent">
        <FieldError id={consentErrorId} message={consentError} prefix={words.errorPrefix} />
        <div className={checkbox.choice}>
          <input
            className={checkbox.tick}
            type="checkbox"
            id="contact-consent"
            name="contact_consent"
            value="yes"
            defaultChecked={typed.contact_consent === "yes"}
            aria-describedby={consentErrorId}
            aria-invalid={consentError ? true : undefined}
          />
          <label htmlFor="contact-consent">{words.consent}</label>
        </div>
      </div>
    </Fold>
  );
}
