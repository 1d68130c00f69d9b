/** A rule for the header fields of an answer: what must hold of the value, "" where the field is missing. */
type Rule = readonly [field: string, holds: (value: string) => boolean];

const directive = (policy: string, name: string) =>
  policy
    .split("; ")
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);

/** What graders of header fields ask for an A+, and stricter where we can be: each one by field and value. */
const RULES: readonly Rule[] = [
  ["x-content-type-options", (value) => value === "nosniff"],
  ["x-frame-options", (value) => value === "DENY"],
  ["referrer-policy", (value) => ["same-origin", "no-referrer"].includes(value)],
  ["permissions-policy", (value) => /\bcamera=\(\)/.test(value) && /\bmicrophone=\(\)/.test(value)],
  ["cross-origin-opener-policy", (value) => value === "same-origin"],
  ["cross-origin-resource-policy", (value) => value === "same-origin"],
  ["content-security-policy", (value) => !/unsafe|\*|https?:/.test(value)],
  ["content-security-policy", (value) => directive(value, "default-src") === "'none'"],
  [
    "content-security-policy",
    (value) => /'nonce-[\w-]{22}' 'strict-dynamic'/.test(directive(value, "script-src") ?? ""),
  ],
  ["content-security-policy", (value) => /^'self' 'nonce-[\w-]{22}'$/.test(directive(value, "style-src") ?? "")],
  ...["object-src", "base-uri", "frame-ancestors", "worker-src"].map((name): Rule => [
    "content-security-policy",
    (value) => directive(value, name) === "'none'",
  ]),
  ...["form-action", "connect-src"].map((name): Rule => [
    "content-security-policy",
    (value) => directive(value, name) === "'self'",
  ]),
  ["x-powered-by", (value) => value === ""],
  ["server", (value) => value === ""],
];

/** The fields of an answer that break a rule, with their values; empty for the best grade. */
export function faultsOf(headers: Readonly<Record<string, string>>): string[] {
  return RULES.filter(([field, holds]) => !holds(headers[field] ?? "")).map(
    ([field]) => `${field}: ${headers[field] ?? "missing"}`,
  );
}

/** What of a page's HTML its policy would refuse: inline scripts, styles and handlers without the answer's nonce. */
export function inlineFaultsOf(html: string, policy: string): string[] {
  const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? "none";
  const tags = html.replace(/(<script\b[^>]*>)[^]*?<\/script>/g, "$1").match(/<[a-z][^>]*>/gi) ?? [];
  return tags.filter((tag) =>
    /^<(script|style)\b/i.test(tag) ? !tag.includes(`nonce="${nonce}"`) : / (style|on[a-z]+)=["']/.test(tag),
  );
}
