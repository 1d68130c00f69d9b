import { readFileSync } from "node:fs";
import { argumentsOf } from "@/bin/posts/desk-form";

const MANIFEST = ".next/server/server-reference-manifest.json";

interface BuiltAction {
  readonly filename: string;
  readonly exportedName: string;
  readonly workers: Record<string, unknown>;
}

/** The actions of the build: the id of each, what the build knows of it, and its file and function as one name. */
export function builtActions(): [id: string, action: BuiltAction, name: string][] {
  const manifest = JSON.parse(readFileSync(MANIFEST, "utf8")) as { node: Record<string, BuiltAction> };
  return Object.entries(manifest.node).map(([id, action]) => [id, action, `${action.filename} ${action.exportedName}`]);
}

/** An action as a browser's script calls it, with a form of these fields. */
export function actionCall(id: string, fields: Readonly<Record<string, string>> = {}): RequestInit {
  const count = argumentsOf(id);
  const headers = { "next-action": id };
  if (count === 0) return { method: "POST", body: "[]", headers: { ...headers, "content-type": "text/plain" } };
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify([...Array<string>(count - 1).fill("$undefined"), "$K1"]));
  return { method: "POST", body, headers };
}
