import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { allowedAt } from "@/bin/posts/posts";

const EXPORTED = /^export (?:async )?function ([A-Z]+)\(|^export \{ (.+) \};$/gm;

/** The methods that a route answers, but with a refusal, and the one that Next makes of GET. */
function methodsOf(file: string): string[] {
  const exported = [...readFileSync(`app/${file}`, "utf8").matchAll(EXPORTED)].flatMap(([, name, list]) =>
    name ? [name] : (list ?? "").split(", ").filter((each) => !each.startsWith("refuse")),
  );
  const names = exported.map((each) => each.split(" as ").at(-1) ?? "");
  return names.includes("GET") ? ["GET", "HEAD", ...names.filter((name) => name !== "GET")] : names;
}

const addressOf = (file: string) =>
  `/${file
    .split("/")
    .slice(0, -1)
    .map((part) => part.replace("[locale]", "en").replace(/^\[.*\]$/, "2024"))
    .join("/")}`;

const routes = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("/route.ts"));

test.each(routes.map((file) => [addressOf(file), methodsOf(file).join(", ")]))(
  "a refused method is told what %s takes: %s",
  (address, methods) => {
    expect(allowedAt(address)).toBe(methods);
  },
);

test("a form and a receipt are only read, and a page of the desk takes what its actions need", () => {
  const pages = ["/", "/2024", "/en/2024?c=wechat", "/2024/receipt/22222-22222-2222", "/admin/editions?x=.csv"];
  expect(pages.map(allowedAt)).toEqual([...Array<string>(4).fill("GET, HEAD"), "GET, HEAD, POST"]);
});
