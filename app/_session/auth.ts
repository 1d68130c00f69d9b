import { randomUUID } from "node:crypto";
import { betterAuth } from "better-auth/minimal";
import { nextCookies } from "better-auth/next-js";
import { twoFactor } from "better-auth/plugins/two-factor";
import { AUTH_MODELS, authAdapter, signingSecret } from "@/db/auth";
import { env } from "@/lib/env";
import { ROLES } from "@/lib/staff";
import { cookieAttributes, cookiePrefix } from "./cookie-names";
import { entry } from "./entry-plugin";
import { makeRecoveryCodes } from "./recovery-codes";

/**
 * One office day with its lunch break: people sign in once in the morning, and a screen left on in the evening is
 * signed out by the next one. Not prolonged by use, since a page cannot set a cookie while it renders.
 */
const SESSION_SECONDS = 10 * 60 * 60;

function createAuthentication(secret: string) {
  return betterAuth({
    appName: "report-feedback",
    baseURL: env().publicUrl,
    secret,
    database: authAdapter(),
    telemetry: { enabled: false },
    // Its warnings tell the log which e-mail addresses have accounts.
    logger: { level: "error" },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: {
      modelName: AUTH_MODELS.user,
      additionalFields: { role: { type: [...ROLES], required: true, input: false } },
    },
    session: {
      modelName: AUTH_MODELS.session,
      fields: { userId: "staffId" },
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      additionalFields: { secondFactor: { type: "boolean", required: false, defaultValue: false, input: false } },
    },
    account: { modelName: AUTH_MODELS.account, fields: { userId: "staffId" } },
    verification: { modelName: AUTH_MODELS.verification },
    databaseHooks: {
      session: { create: { before: async () => ({ data: { ipAddress: null, userAgent: null } }) } },
    },
    advanced: {
      cookiePrefix: cookiePrefix(),
      // Its own prefix for TLS is the weaker one.
      useSecureCookies: false,
      defaultCookieAttributes: cookieAttributes(),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    plugins: [
      twoFactor({
        schema: { twoFactor: { modelName: AUTH_MODELS.twoFactor, fields: { userId: "staffId" } } },
        backupCodeOptions: { customBackupCodesGenerate: makeRecoveryCodes },
        // Whoever comes by single sign-on has no password to give.
        allowPasswordless: true,
      }),
      entry(),
      nextCookies(),
    ],
  });
}

type Authentication = ReturnType<typeof createAuthentication>;
let made: Promise<Authentication> | undefined;

/**
 * better-auth for our pages and actions, through its `api` alone: no route hands requests to it, so that nothing else
 * in it can be reached from outside.
 */
export async function authentication(): Promise<Authentication> {
  made ??= signingSecret().then(createAuthentication);
  try {
    return await made;
  } catch (error) {
    made = undefined;
    throw error;
  }
}
