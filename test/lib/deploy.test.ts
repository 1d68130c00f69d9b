import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { MAX_FORM_BYTES } from "@/app/[locale]/[edition]/responses/read-fields";
import { ENVELOPE } from "@/app/admin/sent-form";
import { SOURCES } from "@/bin/build";
import { LONGEST_ADDRESS, SERVER_LIMITS } from "@/bin/limits";
import { SETTING_NAMES } from "@/lib/env";
import { LARGEST_FILE } from "@/lib/import/read-file";
import { MEMORY_SETTINGS } from "@/test/support/start-command";

const MEGABYTE = 1024 * 1024;
const MEMORY = Object.entries(MEMORY_SETTINGS).map((setting) => setting.join("="));
const read = (name: string) => readFileSync(name, "utf8");
/** The lines of a file that are not comments, those that a backslash joins as one. */
const linesOf = (name: string) =>
  read(name)
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^\s*#/.test(line));

describe("the image", () => {
  const steps = linesOf("deploy/Dockerfile");
  const stages = steps
    .join("\n")
    .split(/^FROM /m)
    .slice(1);
  const last = stages.at(-1) ?? "";
  const packed = linesOf(".dockerignore").flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));

  test("gets every source that the build is made of, and the start program, and nothing that is not there", () => {
    expect(packed).toEqual(expect.arrayContaining([...SOURCES.filter(existsSync), "bin"]));
    expect(packed.filter((path) => !existsSync(path))).toEqual([]);
    expect(linesOf(".dockerignore")[0]).toBe("*");
  });

  test("copies only what is packed or another stage made", () => {
    const copied = steps
      .filter((step) => /^COPY (?!--from)/.test(step))
      .flatMap((step) => step.split(/\s+/).slice(1, -1));
    expect(copied.filter((path) => path !== "." && !packed.includes(path))).toEqual([]);
    const named = new Set(stages.map((stage) => /^\S+ AS (\S+)/.exec(stage)?.[1]));
    const from = [...last.matchAll(/--from=(\S+)/g)].map(([, name]) => name);
    expect(from.filter((name) => !named.has(name))).toEqual([]);
  });

  test("runs as nobody special, says whether it is well, and starts the program that the package starts", () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK .*\/health/m);
    const [, command = "[]"] = /^CMD (.*)$/m.exec(last) ?? [];
    expect(JSON.parse(command).join(" ")).toBe(JSON.parse(read("package.json")).scripts.start);
    expect(/^ENV (.*)$/m.exec(last)?.[1]?.split(" ")).toEqual(expect.arrayContaining(MEMORY));
  });

  test("is built on a release of Node that the package allows", () => {
    const [, release] = /NODE_IMAGE=node:(\d+)-/.exec(read("deploy/Dockerfile")) ?? [];
    expect(Number(release)).toBeGreaterThanOrEqual(24);
    expect(JSON.parse(read("package.json")).engines.node).toBe(">=20.19");
  });
});

describe("the proxy's example", () => {
  const site = linesOf("deploy/nginx.conf").join("\n");
  const blockOf = (place: string) => site.slice(site.indexOf(place)).split("\n    }", 1)[0] ?? "";

  test("leaves it to the app to refuse in words what is somewhat too long", () => {
    const [, usual = 0] = /client_max_body_size (\d+)m;/.exec(blockOf("client_max_body_size")) ?? [];
    const [, file = 0] = /client_max_body_size (\d+)m;/.exec(blockOf("/files$")) ?? [];
    expect(Number(usual) * MEGABYTE).toBeGreaterThan(MAX_FORM_BYTES + MEGABYTE);
    expect(Number(file) * MEGABYTE).toBeGreaterThan(2 * (LARGEST_FILE + ENVELOPE));
  });

  test("takes no head that the app would not take with what is added to it", () => {
    const [, buffers = 0, kilobytes = 0] = /large_client_header_buffers (\d+) (\d+)k;/.exec(site) ?? [];
    const [first, added] = [1024, 512];
    expect(Number(buffers) * Number(kilobytes) * 1024 + first + added).toBeLessThan(SERVER_LIMITS.maxHeaderSize);
    expect(Number(kilobytes) * 1024).toBeLessThan(LONGEST_ADDRESS);
  });

  test.each(["/2024/responses", "/en/2024/responses", "/2025-h1/responses"])("tries %s again elsewhere", (path) => {
    const [, pattern = ""] = /location ~ "(\S+responses\$)"/.exec(site) ?? [];
    expect(path).toMatch(new RegExp(pattern));
    expect(blockOf("/responses$")).toContain("non_idempotent");
    expect(site.match(/non_idempotent/g)).toHaveLength(1);
  });

  test("passes by a process that is not ready yet, wherever it says what to try again", () => {
    const rules = [...site.matchAll(/proxy_next_upstream (error[^;]*);/g)].map(([, when]) => when);
    expect(rules.length).toBeGreaterThan(2);
    for (const when of rules) expect(when).toContain("http_503");
  });

  test("writes down no receipt code and no token, and believes no client about where it comes from", () => {
    expect(site).toMatch(/log_format [^;]*\$report_feedback_logged/);
    expect(site).not.toMatch(/log_format [^;]*\$(request|request_uri|args|http_referer|http_user_agent)\b/);
    expect(site).toContain("proxy_set_header X-Forwarded-For $remote_addr;");
  });

  test("shows no metrics, and whether the app is well only to the machine itself", () => {
    expect(blockOf("location = /metrics")).toContain("return 404;");
    for (const place of ["location = /health", "location = /ready"]) expect(blockOf(place)).toContain("deny all;");
  });
});

describe("the systemd unit", () => {
  const unit = linesOf("deploy/report-feedback.service");
  const valueOf = (key: string) => unit.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1) ?? "";

  test("starts the program that is there, with settings that exist", () => {
    expect(valueOf("ExecStart")).toBe(`/usr/bin/${JSON.parse(read("package.json")).scripts.start}`);
    expect(existsSync(valueOf("ExecStart").split(" ").at(-1) ?? "")).toBe(true);
    const given = unit.flatMap((line) => (line.startsWith("Environment=") ? line.slice(12).split(" ") : []));
    const names = given.map((setting) => setting.split("=", 1)[0]);
    const known = ["NODE_ENV", ...Object.keys(MEMORY_SETTINGS), ...SETTING_NAMES];
    expect(names.filter((name) => !known.includes(name ?? ""))).toEqual([]);
    expect(given).toEqual(expect.arrayContaining(MEMORY));
  });

  test.each(["NoNewPrivileges", "ProtectHome", "PrivateTmp", "PrivateDevices", "RestrictNamespaces"])(
    "has %s",
    (key) => {
      expect(valueOf(key)).toBe("yes");
    },
  );

  test("writes nowhere but to its own data", () => {
    expect(valueOf("ProtectSystem")).toBe("strict");
    expect(unit).toContain("StateDirectory=report-feedback");
    expect(unit.filter((line) => line.startsWith("ReadWritePaths="))).toEqual([]);
  });
});

describe("the containers", () => {
  const { services, networks, secrets } = parse(read("deploy/compose.yaml"), { merge: true });

  test.each(["app", "backup", "database"])(
    "%s writes nowhere but where it is told, may nothing that it need not, and is limited",
    (name) => {
      const service = services[name];
      expect(service).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
      expect(service).toMatchObject({ restart: "unless-stopped", logging: { driver: "journald" } });
      expect(service.privileged ?? false).toBe(false);
    },
  );

  test("start in order: the app once the database answers", () => {
    expect(services.app.depends_on).toEqual({ database: { condition: "service_healthy" } });
    expect(services.database.healthcheck.test[1]).toContain("pg_isready");
    expect(services.database.image).toMatch(/^postgres:17/);
  });

  test("have their secrets from files, which stay out of the repository, and none in the environment", () => {
    expect(Object.values(secrets)).toEqual([{ file: "secrets/database_url" }, { file: "secrets/postgres_password" }]);
    expect(read(".gitignore")).toContain("deploy/secrets\n");
    for (const { environment } of [services.app, services.backup, services.database])
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|URL|SECRET/.test(name) && name !== "PUBLIC_URL") {
          expect(name).toMatch(/_FILE$/);
          expect(value).toMatch(/^\/run\/secrets\//);
        }
  });

  test("start the app as the image does, with an address that only its file says", () => {
    expect(services.app).not.toHaveProperty("command");
    expect(services.app).not.toHaveProperty("entrypoint");
    expect(services.app.environment.DATABASE_URL_FILE).toBe("/run/secrets/database_url");
    expect(services.app.secrets).toEqual(["database_url"]);
  });

  test("set only what the app knows", () => {
    const names = [services.app, services.backup].flatMap(({ environment }) => Object.keys(environment));
    expect(names.filter((name) => !SETTING_NAMES.includes(name))).toEqual([]);
  });

  test("show the app to this machine alone, and the database to the app alone", () => {
    const { METRICS_PORT, METRICS_HOST } = services.app.environment;
    expect(services.app.ports).toEqual(["127.0.0.1:3000:3000", `127.0.0.1:${METRICS_PORT}:${METRICS_PORT}`]);
    expect(METRICS_HOST).toBe("0.0.0.0");
    expect(services.backup.ports).toBeUndefined();
    expect(services.database.ports).toBeUndefined();
    expect(services.database.networks).toEqual(["back"]);
    expect(networks.back.internal).toBe(true);
    expect(networks.front.ipam.config[0].gateway).toBe(services.app.environment.TRUSTED_PROXIES);
  });
});

test("whoever stops the app gives it longer than it waits for accepted requests", () => {
  const [, wait = ""] = /LAST_REQUESTS_MS = ([\d_]+)/.exec(read("bin/serve.ts")) ?? [];
  const seconds = Number(wait.replaceAll("_", "")) / 1000;
  const { services } = parse(read("deploy/compose.yaml"), { merge: true });
  const [, unit = ""] = /^TimeoutStopSec=(\d+)$/m.exec(read("deploy/report-feedback.service")) ?? [];
  expect(seconds).toBeGreaterThan(0);
  for (const given of [services.app.stop_grace_period, unit])
    expect(Number.parseInt(given, 10)).toBeGreaterThanOrEqual(seconds + 10);
});
