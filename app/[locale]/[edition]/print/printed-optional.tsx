import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { Part } from "../../_frame/part";
import { type OptionalItem, optionalContent } from "../_form/optional-content";
import { PrintedChoices } from "./printed-choices";
import styles from "./printed-form.module.css";
import optional from "./printed-optional.module.css";

/** The optional questions on paper, all of them open; nothing where the edition asks none. */
export function PrintedOptional({ edition, locale }: { edition: Edition; locale: Locale }) {
  const content = optionalContent(edition, locale);
  if (!content) return null;
  const department = edition.company.department[locale];
  return (
    <Part title={content.title} hint={content.hint}>
      {content.items.map((item) => (
        <div key={item.key} className={styles.item}>
          <p className={`question ${styles.question}`}>
            <span className="question-number num">{item.number}</span>
            {item.text}
          </p>
          <PrintedAnswer {...{ item, locale, department }} />
        </div>
      ))}
    </Part>
  );
}

function PrintedAnswer({ item, locale, department }: { item: OptionalItem; locale: Locale; department: string }) {
  switch (item.kind) {
    case "choice":
      return <PrintedChoices options={item.options.map(({ label }) => label)} />;
    case "topics":
      return (
        <section className={optional.pillars}>
          {item.pillars.map(({ name, options }) => (
            <div key={name} className={optional.pillar}>
              <p>{name}</p>
              <PrintedChoices options={options.map(({ label }) => label)} />
            </div>
          ))}
        </section>
      );
    case "contact":
      return (
        <section className={optional.contact}>
          <p>{translator(locale, "reader")("optional.contactHint")}</p>
          <div className={optional.line} />
          <PrintedChoices options={[translator(locale, "paper")("consent", { department })]} />
        </section>
      );
  }
}
