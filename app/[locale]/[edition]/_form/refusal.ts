/** What stands in the way of a submission, in the reader's words: about the whole form, and by item. */
export interface Refusal {
  readonly form: string | null;
  readonly items: Readonly<Record<string, string>>;
}

export const NO_REFUSAL: Refusal = { form: null, items: {} };

/** How many things there are to change. */
export function countProblems({ form, items }: Refusal): number {
  return (form === null ? 0 : 1) + Object.keys(items).length;
}
