/** What is a page's own: two renderings of the same form show the same but for these. */
export interface OwnValues {
  readonly nonce: string;
  readonly key: string;
  readonly made: string;
}

/** A page without its own values: what stands between them, and which of them follows each piece but the last. */
export interface PageTemplate {
  readonly pieces: readonly Buffer[];
  readonly follows: readonly (keyof OwnValues)[];
  readonly lengths: Readonly<Record<keyof OwnValues, number>>;
}

const NAMES = ["nonce", "key", "made"] as const;

/** The template of a page that was made with `own`; null where one of them stands nowhere in it. */
export function templateOf(html: string, own: OwnValues): PageTemplate | null {
  if (!NAMES.every((name) => own[name] !== "" && html.includes(own[name]))) return null;
  const parts = html.split(new RegExp(`(${NAMES.map((name) => own[name].replaceAll(".", "\\.")).join("|")})`));
  const nameOf = (value: string) => NAMES.find((name) => own[name] === value) ?? "nonce";
  return {
    pieces: parts.filter((_, place) => place % 2 === 0).map((piece) => Buffer.from(piece)),
    follows: parts.filter((_, place) => place % 2 === 1).map(nameOf),
    lengths: { nonce: own.nonce.length, key: own.key.length, made: own.made.length },
  };
}

/** Whether a template can be filled with values: they are as long as those that it was made with. */
export function fits({ lengths }: PageTemplate, own: OwnValues): boolean {
  return NAMES.every((name) => own[name].length === lengths[name]);
}

/** The page with values of its own. */
export function filled({ pieces, follows }: PageTemplate, own: OwnValues): Buffer {
  return Buffer.concat(between(pieces, follows, (name) => Buffer.from(own[name], "latin1")));
}

/** Pieces with what `make` makes for each place between them. */
export function between(
  pieces: readonly Buffer[],
  follows: readonly (keyof OwnValues)[],
  make: (name: keyof OwnValues) => Buffer,
): Buffer[] {
  const made = new Map(NAMES.map((name) => [name, make(name)]));
  return pieces.flatMap((piece, place) => {
    const name = follows[place];
    const value = name && made.get(name);
    return value ? [piece, value] : [piece];
  });
}
