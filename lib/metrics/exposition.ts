/** A label's name and its value: of a few known values, never of what somebody sent. */
export type Labels = Readonly<Record<string, string>>;

/** One value under a name, as Prometheus reads it. */
export interface Sample {
  /** What follows the family's name: `_bucket`, `_sum`, `_count`, or nothing. */
  readonly suffix?: string;
  readonly labels: Labels;
  readonly value: number;
}

/** A metric with all its values at this moment. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly samples: readonly Sample[];
}

/** A gauge of values that were just looked at; without those that are not known (null). */
export function gauge(name: string, help: string, values: readonly (readonly [Labels, number | null])[]): Family {
  const samples = values.flatMap(([labels, value]) => (value === null ? [] : [{ labels, value }]));
  return { name, help, type: "gauge", samples };
}

/**
 * Families in Prometheus's text format, version 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/): `# HELP`, `# TYPE`, then a line for each value.
 */
export function expositionOf(families: readonly Family[]): string {
  return families
    .flatMap(({ name, help, type, samples }) => [
      `# HELP ${name} ${help.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")}`,
      `# TYPE ${name} ${type}`,
      ...samples.map(({ suffix = "", labels, value }) => `${name}${suffix}${written(labels)} ${numeral(value)}`),
    ])
    .map((line) => `${line}\n`)
    .join("");
}

function written(labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value.replace(/["\\\n]/g, escaped)}"`);
  return pairs.length > 0 ? `{${pairs.join(",")}}` : "";
}

const escaped = (sign: string) => (sign === "\n" ? "\\n" : `\\${sign}`);

const numeral = (value: number) => (value === Infinity ? "+Inf" : value === -Infinity ? "-Inf" : String(value));
