import type { SyntheticEvent } from "react";
import { Part } from "../../_frame/part";
import { ChoiceField } from "./choice-field";
import { ContactField } from "./contact-field";
import type { FormContent } from "./form-content";
import type { OptionalContent } from "./optional-content";
import { TopicsField } from "./topics-field";

/**
 * The optional questions. Their fields are plain: what is ticked and typed lives in the page alone, whoever put it
 * there. `onChange` tells that a field with a message was changed.
 */
export function OptionalPart({
  optional: { title, hint, items },
  content,
  typed,
  errors,
  onChange,
}: {
  optional: OptionalContent;
  content: Pick<FormContent, "words" | "action" | "locale">;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  onChange: (fields: readonly string[]) => void;
}) {
  const recheck = ({ target }: SyntheticEvent) => {
    const changed = items.find(({ fields }) => fields.includes((target as HTMLInputElement).name));
    if (changed?.fields.some((field) => errors[field])) onChange(changed.fields);
  };
  return (
    <Part title={title} hint={hint}>
      <div onChange={recheck} onInput={recheck}>
        {items.map((item) => {
          const given = { content, typed: typed[item.key], error: errors[item.key] };
          if (item.kind === "choice") return <ChoiceField key={item.key} item={item} {...given} />;
          if (item.kind === "topics") return <TopicsField key={item.key} item={item} {...given} />;
          return <ContactField key={item.key} item={item} {...{ content, typed, errors }} />;
        })}
      </div>
    </Part>
  );
}
