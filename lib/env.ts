import { z } from "zod";

const blankIsUnset = (value: unknown) => (value === "" ? undefined : value);
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsUnset, schema);

const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number({ error: `must be a number from ${least} to ${most}` })
    .int()
    .min(least)
    .max(most);

/** The settings that nobody else may see. Each can stand in a file that the same name with `_FILE` names. */
export const SECRET_NAMES = [
  "DATABASE_URL",
  "DATABASE_REPLICA_URL",
  "AUTH_SECRET",
  "STAFF_PASSWORD",
  "OIDC_CLIENT_SECRET",
  "OTEL_EXPORTER_OTLP_HEADERS",
] as const;

const DatabaseAddress = z.url({ protocol: /^postgres(ql)?$/, error: "must be postgres://user:password@host/name" });

const Proxy = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** Every setting, its default and its bounds; each has its sentence in .env.example. */
const Settings = z
  .object({
    DATABASE_URL: setting(DatabaseAddress.optional()),
    DATABASE_POOL: setting(wholeNumber(2, 100).default(10)),
    DATABASE_PREPARE: setting(z.stringbool({ error: "must be true or false" }).default(true)),
    DATABASE_REPLICA_URL: setting(DatabaseAddress.optional()),
    DATABASE_REPLICA_WAIT: setting(wholeNumber(1, 60_000).default(1000)),
    SMALLEST_CELL: setting(wholeNumber(5, 1000).default(5)),
    DATA_DIR: setting(z.string().default(".data")),
    HOST: setting(z.string().default("127.0.0.1")),
    PORT: setting(wholeNumber(1, 65535).default(3000)),
    DRAIN_SECONDS: setting(wholeNumber(0, 300).default(0)),
    PUBLIC_URL: setting(
      z
        .url({ protocol: /^https?$/, error: "must be an address such as https://esg.example.cn" })
        .refine((url) => !/^https?:\/\/[^/]+\/+[^/]/.test(url), "must have no path: the app has a host name of its own")
        .optional(),
    ),
    TRUSTED_PROXIES: setting(
      z
        .string()
        .transform((list) => list.split(",").map((proxy) => proxy.trim()))
        .refine((list) => list.every((proxy) => Proxy.safeParse(proxy).success), {
          error: "must be addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8",
        })
        .default([]),
    ),
    AUTH_SECRET: setting(z.string().min(32, "must have at least 32 characters").optional()),
    // The account is named by its address at first, and a name has at most 100 characters.
    STAFF_EMAIL: setting(z.email().max(100, "must have at most 100 characters").optional()),
    STAFF_PASSWORD: setting(z.string().min(12, "must have at least 12 characters").max(128).optional()),
    OIDC_ISSUER: setting(
      z
        .url({ protocol: /^https?$/, error: "must be an address such as https://login.example.cn/realms/company" })
        .refine((url) => /^https:|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url), "must start with https://")
        .optional(),
    ),
    OIDC_CLIENT_ID: setting(z.string().optional()),
    OIDC_CLIENT_SECRET: setting(z.string().optional()),
    OIDC_NAME: setting(z.string().max(40, "must have at most 40 characters").optional()),
    OIDC_ONLY: setting(z.stringbool({ error: "must be true or false" }).default(false)),
    METRICS_HOST: setting(z.string().default("127.0.0.1")),
    METRICS_PORT: setting(wholeNumber(1, 65535).optional()),
    OTEL_EXPORTER_OTLP_ENDPOINT: setting(
      z.url({ protocol: /^https?$/, error: "must be an address such as http://127.0.0.1:4318" }).optional(),
    ),
    OTEL_EXPORTER_OTLP_HEADERS: setting(z.string().optional()),
    OTEL_SERVICE_NAME: setting(z.string().max(100, "must have at most 100 characters").default("report-feedback")),
    BACKUP_DIR: setting(z.string().optional()),
    LOG_LEVEL: setting(
      z
        .enum(["debug", "info", "warn", "error", "silent"], { error: "must be debug, info, warn, error or silent" })
        .default("info"),
    ),
    DEMO: setting(z.stringbool({ error: "must be true or false" }).default(false)),
  })
  .refine((settings) => !settings.STAFF_EMAIL === !settings.STAFF_PASSWORD, {
    path: ["STAFF_PASSWORD"],
    error: "STAFF_EMAIL and STAFF_PASSWORD are set together or not at all",
  })
  .refine((settings) => settings.DATABASE_URL || !settings.DATABASE_REPLICA_URL, {
    path: ["DATABASE_REPLICA_URL"],
    error: "needs DATABASE_URL: the database of our own has no copy",
  })
  .refine((settings) => !settings.OIDC_ISSUER === !settings.OIDC_CLIENT_ID, {
    path: ["OIDC_CLIENT_ID"],
    error: "OIDC_ISSUER and OIDC_CLIENT_ID are set together or not at all",
  })
  .refine(({ OIDC_ISSUER, OIDC_CLIENT_SECRET }) => !OIDC_ISSUER || OIDC_CLIENT_SECRET, {
    path: ["OIDC_CLIENT_SECRET"],
    error: "is needed with OIDC_ISSUER, or OIDC_CLIENT_SECRET_FILE",
  })
  .refine((settings) => settings.OIDC_ISSUER || !settings.OIDC_ONLY, {
    path: ["OIDC_ONLY"],
    error: "needs OIDC_ISSUER, or nobody could sign in",
  });

/** The name of every setting. */
export const SETTING_NAMES = [...Object.keys(Settings.shape), ...SECRET_NAMES.map((name) => `${name}_FILE`)];

/** The settings of this process; `publicUrl` is the address that readers see, without a slash at the end. */
export type Env = z.infer<typeof Settings> & { publicUrl: string };

/** Parses settings. Throws an `EnvError` that names each bad one (never its value, which may be a secret). */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = Settings.safeParse(source);
  if (!parsed.success)
    throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const { HOST, PORT, PUBLIC_URL } = parsed.data;
  // Every network of the machine is no address that a browser opens; this machine's own is the one surely right.
  const reachable = ["0.0.0.0", "::"].includes(HOST) ? "127.0.0.1" : HOST;
  const host = reachable.includes(":") ? `[${reachable}]` : reachable;
  return { ...parsed.data, publicUrl: (PUBLIC_URL ?? `http://${host}:${PORT}`).replace(/\/+$/, "") };
}

/** A setting that stops the start; the message names it. */
export class EnvError extends Error {
  override readonly name = "EnvError";
  constructor(readonly problems: readonly string[]) {
    super(`Bad settings (see .env.example):\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
}

let parsed: Env | undefined;

/** The settings of this process, parsed once at first use. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
