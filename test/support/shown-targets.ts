import { builtActions } from "./action-call";
import { ACTIONS, type Gate, PAGES, ROUTES } from "./role-table";

/** A page, route or action that the HTML of a page leads to, and who may go there; null for what no table knows. */
export interface ShownTarget {
  readonly name: string;
  readonly gate: Gate | null;
}

/** Everything below /admin that a page's links, forms and pictures lead to, and every action that its forms are for. */
export function targetsIn(html: string): ShownTarget[] {
  const addresses = [...html.matchAll(/\b(href|action|src|formaction)="(\/admin[^"#?]*)/gi)].map(
    ([, attribute = "", path = ""]) => targetAt(attribute === "action" ? "POST" : "GET", path),
  );
  const ids = [...html.matchAll(/\$ACTION_ID_([0-9a-f]{40,})|&quot;id&quot;:&quot;([0-9a-f]{40,})&quot;/g)];
  const actions = ids.map(([, plain, bound]) => actionOf(plain ?? bound ?? ""));
  const found = new Map([...addresses, ...actions].map((target) => [target.name, target]));
  return [...found.values()];
}

const ROWS = [
  ...Object.entries(PAGES).map(([path, gate]) => ({ name: path, path, gate, methods: ["GET", "POST"] })),
  ...Object.entries(ROUTES).map(([name, gate]) => ({
    name,
    path: name.split(" ")[1] ?? "",
    gate,
    methods: [name.split(" ")[0] ?? ""],
  })),
]
  .filter(({ path }) => !path.includes("[..."))
  // A path without parameters comes before those that it would fill.
  .toSorted((a, b) => a.path.split("[").length - b.path.split("[").length);

function targetAt(method: string, path: string): ShownTarget {
  const row = ROWS.find((one) => one.methods.includes(method) && patternOf(one.path).test(path));
  return { name: row?.name ?? `${method} ${path}`, gate: row?.gate ?? null };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replace(/\[[^\]]+\]/g, "[^/]+")}$`);
}

function actionOf(id: string): ShownTarget {
  const name = builtActions().find(([known]) => known === id)?.[2] ?? `action ${id}`;
  return { name, gate: ACTIONS[name] ?? null };
}
