import type { FormContent, ItemContent } from "./form-content";
import { OpenField } from "./open-field";
import { RatingField } from "./rating-field";

/** One item of the form, whatever its kind. */
export function FormItem({
  item,
  typed,
  ...rest
}: {
  item: ItemContent;
  content: FormContent;
  typed: string | undefined;
  error: string | undefined;
  isSending: boolean;
}) {
  return item.kind === "rating" ? (
    <RatingField item={item} chosen={typed} {...rest} />
  ) : (
    <OpenField item={item} typed={typed} {...rest} />
  );
}
