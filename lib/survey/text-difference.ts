/** A run of a text that stands in the other one too, or not. */
export interface TextPiece {
  readonly text: string;
  readonly same: boolean;
}

/**
 * Two texts cut into runs that both have, in the same order, and runs that only one has: the longest common subsequence
 * of what a reader counts as characters (so that 𠮷 and an emoji are never cut apart). Two texts of 2,000 characters that
 * have nothing in common take 4 million steps.
 */
export function textDifference(first: string, second: string): { first: TextPiece[]; second: TextPiece[] } {
  const [one, other] = [charactersOf(first), charactersOf(second)];
  const start = sharedLength(one, other, (list, place) => list[place]);
  const [rest, otherRest] = [one.slice(start), other.slice(start)];
  const end = sharedLength(rest, otherRest, (list, place) => list[list.length - 1 - place]);
  const common = commonPlaces(rest.slice(0, rest.length - end), otherRest.slice(0, otherRest.length - end));
  return {
    first: piecesOf(one, (place) => isShared(place, start, one.length - end, common.first)),
    second: piecesOf(other, (place) => isShared(place, start, other.length - end, common.second)),
  };
}

const segmenter = new Intl.Segmenter("zh", { granularity: "grapheme" });
const charactersOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);

type Pick = (list: readonly string[], place: number) => string | undefined;

/** How many characters two lists share from the side that `pick` counts from. */
function sharedLength(one: readonly string[], other: readonly string[], pick: Pick): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && pick(one, length) === pick(other, length)) length += 1;
  return length;
}

function isShared(place: number, start: number, end: number, between: ReadonlySet<number>): boolean {
  return place < start || place >= end || between.has(place - start);
}

/** The places of a longest common subsequence in each of two lists. */
function commonPlaces(one: readonly string[], other: readonly string[]) {
  const width = other.length + 1;
  // At [a][b]: how long it is for what follows place a of one and b of the other.
  const lengths = new Uint16Array((one.length + 1) * width);
  const at = (a: number, b: number) => lengths[a * width + b] ?? 0;
  for (let a = one.length - 1; a >= 0; a -= 1) {
    for (let b = other.length - 1; b >= 0; b -= 1) {
      lengths[a * width + b] = one[a] === other[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const common = { first: new Set<number>(), second: new Set<number>() };
  let [a, b] = [0, 0];
  while (a < one.length && b < other.length) {
    if (one[a] === other[b]) {
      common.first.add(a++);
      common.second.add(b++);
    } else if (at(a + 1, b) >= at(a, b + 1)) a += 1;
    else b += 1;
  }
  return common;
}

function piecesOf(characters: readonly string[], isSame: (place: number) => boolean): TextPiece[] {
  const pieces: { text: string; same: boolean }[] = [];
  for (const [place, character] of characters.entries()) {
    const last = pieces.at(-1);
    if (last?.same === isSame(place)) last.text += character;
    else pieces.push({ text: character, same: isSame(place) });
  }
  return pieces;
}
