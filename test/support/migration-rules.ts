/** A migration as its file has it. */
export interface MigrationFile {
  readonly tag: string;
  readonly text: string;
}

/** Why a file may do what the rules refuse. Those before 0024 were made before there were rules, and databases have them. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {};
const FIRST_UNDER_RULES = 24;

/** What a statement on a table with rows in it must not be: its words, and what to do instead. */
type Rule = readonly [breaks: (statement: string, file: Context) => boolean, instead: string];
interface Context {
  readonly concurrent: boolean;
  /** The tables that the file itself makes: nobody waits for them. */
  readonly made: ReadonlySet<string>;
}

const onOld =
  (pattern: RegExp) =>
  (statement: string, { made }: Context) =>
    pattern.test(statement) && !made.has(tableOf(statement));

const RULES: readonly Rule[] = [
  [
    (statement, { concurrent }) => !concurrent && /\bconcurrently\b/.test(statement),
    "a file with CONCURRENTLY begins with the line `-- concurrently`",
  ],
  [
    (statement, { concurrent }) =>
      concurrent &&
      !/^(create (unique )?index concurrently (?!if )|drop index concurrently |reindex \w+ concurrently )/.test(
        statement,
      ),
    "a file that is not one transaction holds only CREATE INDEX, DROP INDEX IF EXISTS and REINDEX, each CONCURRENTLY",
  ],
  [
    onOld(/^create (unique )?index (?!concurrently)/),
    "an index on a table with answers is made CONCURRENTLY, in a file that begins with `-- concurrently`",
  ],
  [(statement) => /^drop index (?!concurrently if exists)/.test(statement), "write DROP INDEX CONCURRENTLY IF EXISTS"],
  [
    onOld(/^alter table .* add (constraint \S+ )?(check|foreign key)\b(?!.* not valid)/),
    "a new check or foreign key is added NOT VALID, and validated by the next migration",
  ],
  [
    onOld(/^alter table .* add (constraint \S+ )?(unique|primary key|exclude)\b(?!.* using index)/),
    "a new UNIQUE or PRIMARY KEY takes an index that was made CONCURRENTLY: USING INDEX",
  ],
  [
    onOld(/^alter table .* alter (column )?\S+ (set data )?type\b/),
    "a column of another type is a new column: changing it rewrites the table",
  ],
  [
    onOld(
      /^alter table .* add (column )?\S+ .*(generated|\bserial\b|bigserial|gen_random_uuid|random\(|clock_timestamp)/,
    ),
    "a column that Postgres computes for each row rewrites the table: add it empty and fill it in batches",
  ],
  [
    onOld(/^alter table .* set not null/),
    "SET NOT NULL reads the whole table: add a CHECK (… IS NOT NULL) NOT VALID, and validate it by the next migration",
  ],
  [
    onOld(/^alter table .* add (column )?(?!.*\bdefault\b).*\bnot null\b/),
    "a NOT NULL column needs a DEFAULT: the program that still runs does not know the column",
  ],
  [
    onOld(/^alter table .* (rename|drop column|drop (?!constraint|not null|default|expression|identity)\S+$)/),
    "the program that still runs names the old column: drop or rename it one release after nothing names it, with an exception",
  ],
  [
    (statement) => /^(drop table|alter type|cluster|vacuum|lock|truncate|reindex (?!\w+ concurrently))/.test(statement),
    "it locks a table out, or is lost data",
  ],
  [
    (statement) =>
      /^(update|delete from) "?(public"?\.)?"?(response|verbatim|topic_choice|contact|audit_event)\b/.test(statement),
    "rows of answers are changed in batches by the program, not by a migration that holds them all locked",
  ],
];

/** Every statement of the migrations that could make a reader wait, as `tag: statement; what to do instead`. */
export function migrationBreaches(files: readonly MigrationFile[]): string[] {
  return files
    .filter(({ tag }) => Number(tag.slice(0, 4)) >= FIRST_UNDER_RULES && !(tag in EXCEPTIONS))
    .flatMap(({ tag, text }) => {
      const statements = text.split("--> statement-breakpoint").map(plain).filter(Boolean);
      const made = new Set(statements.filter((one) => /^create (unlogged )?table/.test(one)).map(tableOf));
      const context = { concurrent: text.startsWith("-- concurrently\n"), made };
      const alone = statements.flatMap((one) => breachesOf(one, context));
      return [...alone, ...inOneFile(statements), ...notAgain(statements)].map((breach) => `${tag}: ${breach}`);
    });
}

function breachesOf(statement: string, context: Context): string[] {
  if (/^create (or replace )?function/.test(statement)) return [];
  return RULES.filter(([breaks]) => breaks(statement, context)).map(
    ([, instead]) => `${statement.slice(0, 80)}; ${instead}`,
  );
}

/** A constraint that is added and validated in one transaction is validated under the lock of its adding. */
function inOneFile(statements: readonly string[]): string[] {
  const added = statements.filter((one) => / not valid\b/.test(one)).map(tableOf);
  return statements
    .filter((one) => /\bvalidate constraint\b/.test(one) && added.includes(tableOf(one)))
    .map((one) => `${one.slice(0, 80)}; it belongs in the next migration, or it runs under the lock of the adding`);
}

/** An index whose building was cut off is there, and invalid: the file begins anew, and has to drop it first. */
function notAgain(statements: readonly string[]): string[] {
  const indexOf = (one: string) => /^create (?:unique )?index concurrently (\w+)/.exec(one)?.[1];
  return statements
    .filter((one, place) => {
      const index = indexOf(one);
      return (
        index &&
        !statements.slice(0, place).some((before) => before.startsWith(`drop index concurrently if exists ${index}`))
      );
    })
    .map((one) => `${one.slice(0, 80)}; DROP INDEX CONCURRENTLY IF EXISTS it before, in case the building was cut off`);
}

/** Without comments, quotes and line ends, in small letters. */
function plain(statement: string): string {
  return statement
    .replace(/^\s*--.*$/gm, " ")
    .replaceAll('"', "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function tableOf(statement: string): string {
  const pattern =
    /^(?:create (?:unlogged )?table(?: if not exists)?|alter table(?: if exists)?(?: only)?|create (?:unique )?index .*? on(?: only)?) (?:public\.)?(\w+)/;
  return pattern.exec(statement)?.[1] ?? "";
}
