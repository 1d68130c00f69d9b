/** An error as it may stand in a log. */
export interface LoggedError {
  readonly name: string;
  readonly message: string;
  /** The code of Node, Postgres or the network. */
  readonly code?: string;
  /** Next's number of an error, which the page that failed shows too. */
  readonly digest?: string;
  readonly stack: readonly string[];
  readonly cause?: LoggedError;
}

/** Errors whose message is made by db/ or for the operator and holds nothing that a person typed. */
const OWN = ["StorageError", "EnvError", "BuildError", "EmbeddedDatabaseError", "UnusableDatabaseError"];

const LONGEST = 500;
const DEEPEST = 3;

/** A frame of a stack: nothing else that starts with "at", since a message may be made of what a person typed. */
const FRAME = /^ {4}at (?:[\w$.<>#[\] ]+ \()?(?:file:|node:|webpack|turbopack|\/|[A-Z]:\\|<anonymous>|native)[!-~]*$/;

/**
 * A text of somebody else's program as it may stand in a log: without what is quoted (JSON.parse quotes its input), what
 * is not ASCII, addresses of any kind, and long tokens such as receipt codes, keys and UUIDs. At most 500 characters.
 */
export function scrubText(text: string): string {
  return (
    text
      .slice(0, 4 * LONGEST)
      // Colours of a terminal, and the sign that Next puts before an error.
      .replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m|⨯ *`, "g"), "")
      .replace(/"[\s\S]*"|`[\s\S]*`|(?<![A-Za-z])'[\s\S]*'/g, '"…"')
      .replace(/[^\s@]+@[^\s@]+/g, "[e-mail]")
      .replace(/\b\w+:\/\/\S+/g, "[address]")
      .replace(/\/\S*/g, "[path]")
      .replace(
        /\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:[.][0-9]{1,3}){0,3}(?!\w)/gi,
        "[address]",
      )
      .replace(/(?=[\w-]*\d)[\w-]{12,}|\+?\d[\d -]{5,}\d/g, "[token]")
      .replace(/[^\x20-\x7e…]+/g, " … ")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, LONGEST)
  );
}

/** An error, or whatever else was thrown, as it may stand in a log: with its frames, its words scrubbed (`scrubText`). */
export function scrubError(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error)) return { name: "thrown", message: typeof thrown, stack: [] };
  const { name, message, stack = "", cause } = thrown;
  const word = (key: "code" | "digest") => {
    const value: unknown = Reflect.get(thrown, key);
    return typeof value === "string" && /^[\w.@;:-]{1,60}$/.test(value) ? { [key]: value } : {};
  };
  return {
    name: /^\w{1,60}$/.test(name) ? name : "Error",
    message: OWN.includes(name) ? message.slice(0, 4 * LONGEST) : scrubText(message),
    ...word("code"),
    ...word("digest"),
    stack: stack
      .replace(message, "")
      .split("\n")
      .filter((line) => FRAME.test(line))
      .map((line) => line.trim()),
    ...(cause !== undefined && depth < DEEPEST ? { cause: scrubError(cause, depth + 1) } : {}),
  };
}
