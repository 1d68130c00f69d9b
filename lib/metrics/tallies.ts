import type { Family, Labels, Sample } from "./exposition";

/** Counts what happens, apart for each set of labels; starts at 0 with the process. */
export class Counter {
  readonly #counts = new Map<string, { readonly labels: Labels; value: number }>();

  constructor(
    readonly name: string,
    readonly help: string,
    /** What is shown as 0 before it happens first, so that an alert sees the first time too. */
    known: readonly Labels[] = [],
  ) {
    for (const labels of known) this.add(labels, 0);
  }

  add(labels: Labels, by = 1): void {
    const key = JSON.stringify(labels);
    const count = this.#counts.get(key);
    if (count) count.value += by;
    else this.#counts.set(key, { labels, value: by });
  }

  family(): Family {
    const samples = [...this.#counts.values()].map(({ labels, value }) => ({ labels, value }));
    return { name: this.name, help: this.help, type: "counter", samples };
  }
}

/** Counts measures by size, apart for each set of labels: `bounds` are the upper ends of the classes, ascending. */
export class Histogram {
  readonly #series = new Map<
    string,
    { readonly labels: Labels; readonly within: number[]; sum: number; count: number }
  >();

  constructor(
    readonly name: string,
    readonly help: string,
    readonly bounds: readonly number[],
  ) {}

  observe(labels: Labels, value: number): void {
    const key = JSON.stringify(labels);
    const series = this.#series.get(key) ?? { labels, within: this.bounds.map(() => 0), sum: 0, count: 0 };
    this.#series.set(key, series);
    series.sum += value;
    series.count += 1;
    const place = this.bounds.findIndex((bound) => value <= bound);
    if (place >= 0) series.within[place] = (series.within[place] ?? 0) + 1;
  }

  family(): Family {
    const samples = [...this.#series.values()].flatMap(({ labels, within, sum, count }): Sample[] => {
      let upTo = 0;
      const buckets = this.bounds.map((bound, place) => {
        upTo += within[place] ?? 0;
        return { suffix: "_bucket", labels: { ...labels, le: String(bound) }, value: upTo };
      });
      return [
        ...buckets,
        { suffix: "_bucket", labels: { ...labels, le: "+Inf" }, value: count },
        { suffix: "_sum", labels, value: sum },
        { suffix: "_count", labels, value: count },
      ];
    });
    return { name: this.name, help: this.help, type: "histogram", samples };
  }
}
