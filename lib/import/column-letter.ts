/** A column's name in a spreadsheet, from its place: 0 is A, 26 is AA. */
export function columnLetter(place: number): string {
  const before = Math.floor(place / 26);
  return (before > 0 ? columnLetter(before - 1) : "") + String.fromCharCode(65 + (place % 26));
}
