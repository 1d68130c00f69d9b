import type { UseFormRegister } from "react-hook-form";
import type { FormValues } from "./check-form";
import type { FormContent, ItemContent } from "./form-content";
import { OpenField } from "./open-field";
import { RatingField } from "./rating-field";

/** One item of the form, whatever its kind. */
export function FormItem({
  item,
  typed,
  register,
  onClear,
  ...rest
}: {
  item: ItemContent;
  content: FormContent;
  typed: string | undefined;
  error: string | undefined;
  register: UseFormRegister<FormValues>;
  onClear: () => void;
}) {
  return item.kind === "rating" ? (
    <RatingField item={item} chosen={typed} onClear={onClear} {...rest} />
  ) : (
    <OpenField item={item} typed={typed} field={register(item.key)} {...rest} />
  );
}
