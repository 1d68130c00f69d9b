import type { TestProject } from "vitest/node";
import { getChrome } from "./chrome";
import { startHost } from "./host";
import { CLIENT, startIdentityProvider } from "./identity-provider";
import { FIRST_STAFF, type Problem, type RunningApp } from "./server";
import { createDatabase } from "./test-server";

declare module "vitest" {
  interface ProvidedContext {
    app: RunningApp | Problem;
    appDatabase: string;
    identityProvider: string;
    chrome: string | Problem;
  }
}

/**
 * Starts the real thing, `npm start`, for the tests of e2e, with a database of its own, and finds a browser. APP_HOST
 * names another script that starts it otherwise: test/bench/cluster has one with several processes.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide("chrome", await getChrome());
  const database = await createDatabase(project.getProvidedContext().testServer, "template");
  project.provide("appDatabase", database.url);
  const provider = await startIdentityProvider();
  project.provide("identityProvider", provider.issuer);
  const starting = startHost<RunningApp>(process.env.APP_HOST || "test/support/app-host.ts", {
    DATABASE_URL: database.url,
    // Blank, so that neither this shell's nor .env's address takes the visitors elsewhere.
    PUBLIC_URL: "",
    // So that a test can speak for a sender of its own, by X-Forwarded-For.
    TRUSTED_PROXIES: "127.0.0.1",
    STAFF_EMAIL: FIRST_STAFF.email,
    STAFF_PASSWORD: FIRST_STAFF.password,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_NAME: "金辰统一认证",
    // Vitest's own value would make Next serve its development build.
    NODE_ENV: "production",
  });
  // An app that does not start fails the tests that need it, not every test of the run.
  const app = await starting.catch((error: Error) => ({ value: { problem: error.message }, stop: async () => {} }));
  project.provide("app", app.value);
  return async () => {
    await app.stop();
    await provider.stop();
    await database.drop();
  };
}
