import loadHighs, { type Highs } from "highs";

/** A sum of variables, by their numbers, with its bounds. */
export interface Row {
  readonly terms: readonly (readonly [factor: number, variable: number])[];
  readonly least: number;
  readonly most: number;
}

let solver: Promise<Highs> | null = null;

/**
 * Whole numbers, none below 0, that keep every row, or null where HiGHS proves that there are none. Throws where it
 * finds neither in a minute.
 */
export async function wholeNumbers(variables: number, rows: readonly Row[]): Promise<number[] | null> {
  solver ??= loadHighs();
  const kept = rows.filter(({ terms }) => terms.length > 0);
  if (kept.length < rows.length && rows.some(({ terms, least }) => terms.length === 0 && least > 0)) return null;
  const sum = (terms: Row["terms"]) => terms.map(([factor, at]) => `${factor < 0 ? "-" : "+"} v${at}`).join("\n");
  const written = kept.map(({ terms, least, most }) =>
    least === most ? `${sum(terms)} = ${least}` : least > 0 ? `${sum(terms)} >= ${least}` : `${sum(terms)} <= ${most}`,
  );
  const names = Array.from({ length: variables }, (_, at) => `v${at}`).join("\n");
  const model = `Minimize\nobj: 0 v0\nSubject To\n${written.join("\n")}\nGeneral\n${names}\nEnd`;
  const { Status, Columns } = (await solver).solve(model, { time_limit: 60, output_flag: false });
  if (Status === "Infeasible") return null;
  if (Status !== "Optimal") throw new Error(`the solver ended with: ${Status}`);
  return Array.from({ length: variables }, (_, at) => {
    const column = Columns[`v${at}`];
    return column ? Math.round(column.Primal) : 0;
  });
}
