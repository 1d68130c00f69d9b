import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { shareProcessWide } from "@/app/_observe/process-wide";
import { ANSWER_OUTCOMES, newTallies } from "@/app/_observe/tallies";
import { allFigures } from "@/bin/observe/all-figures";
import { watchEventLoop } from "@/bin/observe/process-figures";

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}

const { groups } = parse(readFileSync("deploy/alerts.yml", "utf8")) as { groups: { name: string; rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

/** What Prometheus and its blackbox exporter bring themselves. */
const NOT_OURS = ["up", "probe_ssl_earliest_cert_expiry"];
const WORDS =
  /^(sum|max|rate|increase|time|by|and|or|on|le|histogram_quantile|edition|job|status|method|route|outcome|state|quantile|s|m|d|h|e9|GET)$/;

let served: string;
beforeAll(async () => {
  const tallies = newTallies();
  tallies.requests.add({ method: "GET", route: "/[locale]/[edition]", status: "200" });
  tallies.seconds.observe({ method: "GET", route: "/[locale]/[edition]" }, 0.1);
  shareProcessWide({ tallies, dataDirectory: ".", logError: () => {} });
  watchEventLoop();
  served = await allFigures({ version: "1", backups: "." });
});

/** The names in an expression outside its strings. */
const namesIn = (expr: string) =>
  expr
    .replace(/"[^"]*"/g, "")
    .match(/[a-z_]\w*/gi)
    ?.filter((name) => !WORDS.test(name)) ?? [];

describe("the alert rules", () => {
  test("are well formed, each with its severity and its words in both languages", () => {
    expect(rules.length).toBeGreaterThan(10);
    for (const rule of rules) {
      expect(
        Object.keys(rule).filter((key) => !["alert", "expr", "for", "labels", "annotations"].includes(key)),
      ).toEqual([]);
      expect(rule.alert).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(["critical", "warning", "info"]).toContain(rule.labels.severity);
      expect(rule.for ?? "1m").toMatch(/^\d+[smhd]$/);
      expect(rule.annotations.summary).toMatch(/\p{Script=Han}.* [a-z]/u);
    }
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
  });

  test.each(rules.map(({ alert, expr }) => [alert, expr]))(
    "%s asks for what is served, with closed brackets",
    (_, expr) => {
      const open = [];
      for (const sign of expr.replace(/"[^"]*"/g, "")) {
        if ("({[".includes(sign)) open.push(sign);
        if (")}]".includes(sign)) expect("({["[")}]".indexOf(sign)]).toBe(open.pop());
      }
      expect(open).toEqual([]);
      const names = namesIn(expr);
      expect(names.length).toBeGreaterThan(0);
      for (const name of names.filter((each) => !NOT_OURS.includes(each))) {
        expect(served).toMatch(new RegExp(`^(# TYPE ${name} |${name}[{ ])`, "m"));
      }
    },
  );

  test("name outcomes, routes and states that exist", () => {
    const labels = rules.flatMap(({ expr }) => [...expr.matchAll(/(\w+)(=~?)"([^"]*)"/g)]);
    for (const [, label, operator, value = ""] of labels) {
      if (label === "outcome") expect(ANSWER_OUTCOMES).toContain(value);
      else if (label === "state" || label === "quantile") expect(served).toContain(`${label}="${value}"`);
      else if (label === "route" && operator === "=") expect(served).toContain(`route="${value}"`);
      else if (label === "route") expect("/[locale]/[edition]/responses").toMatch(new RegExp(`^(?:${value})$`));
      else expect(["job", "status", "method"]).toContain(label);
    }
  });

  test("are each explained in docs/operations.md, and nothing else is", () => {
    const explained = [...readFileSync("docs/operations.md", "utf8").matchAll(/^- \*\*([A-Z]\w+)\*\*/gm)].map(
      ([, name]) => name,
    );
    expect(explained.toSorted()).toEqual(rules.map(({ alert }) => alert).toSorted());
  });
});
