/** A kind of part by its form, and what it adds in characters that one would have to guess. */
interface PartForm {
  /** Matches at the end of what was typed so far. */
  readonly form: RegExp;
  readonly cost: number;
}

/**
 * What Chinese users make passwords of, by form: names as pinyin, a syllable at a time (some 400, with 100 surnames in
 * front), mobile numbers, and days of birth without the century.
 */
export const CHINESE_PARTS: readonly PartForm[] = [
  {
    form: /(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?:[iu]ang|[iu]?an|[iu]ong|i?ao|uai|ang|eng|ing|ong|en|in|un|ai|ei|ui|ou|iu|ie|[iu]a|uo|ue)$/,
    cost: 1.5,
  },
  { form: /1[3-9]\d{9}$/, cost: 3 },
  { form: /\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/, cost: 2 },
];
