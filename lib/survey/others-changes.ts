/** The fields of a form, as they stand in it. */
export type FormFields = Readonly<Record<string, string>>;

/** A field that somebody else changed since the form was shown. `isTyped`: the person typed something else there. */
export interface OthersChange {
  readonly field: string;
  readonly theirs: string;
  readonly isTyped: boolean;
}

/**
 * What others changed of a form's fields between what it showed (`shown`) and `now`, where that is not what was typed; and
 * the form to go on with: what the person typed stays, and where nothing was typed theirs takes its place.
 */
export function othersChanges(
  shown: FormFields,
  typed: FormFields,
  now: FormFields,
): { readonly changes: readonly OthersChange[]; readonly goOn: FormFields } {
  const same = (one: string | undefined, other: string | undefined) => plain(one) === plain(other);
  const changes = Object.entries(now).flatMap(([field, theirs]): OthersChange[] =>
    same(theirs, shown[field]) || same(theirs, typed[field])
      ? []
      : [{ field, theirs, isTyped: !same(typed[field], shown[field]) }],
  );
  const taken = changes.filter(({ isTyped }) => !isTyped).map(({ field, theirs }) => [field, theirs]);
  return { changes, goOn: { ...typed, ...Object.fromEntries(taken) } };
}

/** Browsers send line breaks as CRLF, and what surrounds a text is never kept. */
const plain = (text = "") => text.replaceAll("\r\n", "\n").trim();
