import { Part } from "../../_frame/part";
import { ChoiceField } from "./choice-field";
import { ContactField } from "./contact-field";
import type { FormContent } from "./form-content";
import type { OptionalContent } from "./optional-content";
import { TopicsField } from "./topics-field";

/** The optional questions. */
export function OptionalPart({
  optional: { title, hint, items },
  content,
  typed,
  errors,
  isSending,
}: {
  optional: OptionalContent;
  content: Pick<FormContent, "words" | "action" | "locale">;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  isSending: boolean;
}) {
  return (
    <Part title={title} hint={hint}>
      {items.map((item) => {
        const given = { content, typed: typed[item.key], error: errors[item.key] };
        if (item.kind === "choice") return <ChoiceField key={item.key} item={item} {...given} />;
        if (item.kind === "topics") return <TopicsField key={item.key} item={item} {...given} />;
        return <ContactField key={item.key} item={item} {...{ content, typed, errors, isSending }} />;
      })}
    </Part>
  );
}
