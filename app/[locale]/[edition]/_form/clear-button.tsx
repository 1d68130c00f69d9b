import { fill } from "./fill";
import type { FormContent, ItemContent } from "./form-content";

/** A button that takes an item's answer back: by script at once, and without it by the form given back without it. */
export function ClearButton({
  item: { key, number },
  content: { words, action, locale },
  className,
  onClear,
}: {
  item: Pick<ItemContent, "key" | "number">;
  content: Pick<FormContent, "words" | "action" | "locale">;
  className: string | undefined;
  onClear: () => void;
}) {
  return (
    <button
      className={`lnk ${className}`}
      type="submit"
      name="clear"
      value={key}
      formAction={`${action}#${key}`}
      formNoValidate
      onClick={(event) => {
        event.preventDefault();
        onClear();
      }}
    >
      {words.clear}
      <span className="vh">{fill(words.clearItem, { n: number }, locale)}</span>
    </button>
  );
}
