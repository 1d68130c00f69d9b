import type { Role } from "@/lib/staff";

/** Who may: `anybody` also without a session; everybody above a role may what it may. */
export type Gate = "anybody" | Role;

/**
 * The role that each page, route and action of the department asks for. Every one that the file system holds stands
 * here (test/lib/role-table.test.ts), and test/e2e/role-matrix.test.ts tries each of them as everybody.
 */
export const PAGES: Readonly<Record<string, Gate>> = {
  "/admin": "viewer",
  "/admin/[...unknown]": "viewer",
  "/admin/audit": "administrator",
  "/admin/responses": "analyst",
  "/admin/responses/[id]": "analyst",
  "/admin/channels": "analyst",
  "/admin/channels/[edition]/[code]": "analyst",
  "/admin/coverage": "analyst",
  "/admin/coverage/[edition]/[group]": "analyst",
  "/admin/editions": "administrator",
  "/admin/editions/[edition]": "administrator",
  "/admin/editions/[edition]/checklist": "administrator",
  "/admin/editions/[edition]/next": "administrator",
  "/admin/editions/[edition]/notice": "administrator",
  "/admin/editions/[edition]/settings": "administrator",
  "/admin/editions/[edition]/state": "administrator",
  "/admin/editions/[edition]/instrument": "administrator",
  "/admin/editions/[edition]/instrument/preview": "administrator",
  "/admin/editions/[edition]/instrument/publish": "administrator",
  "/admin/account": "viewer",
  "/admin/account/two-factor": "viewer",
  "/admin/invitation": "anybody",
  "/admin/new-password": "anybody",
  "/admin/people": "administrator",
  "/admin/people/[person]": "administrator",
  "/admin/entry": "analyst",
  "/admin/responses/quarantine": "analyst",
  "/admin/results": "viewer",
  "/admin/retention": "administrator",
  "/admin/set-up": "anybody",
  "/admin/sign-in": "anybody",
  "/admin/sign-in/second-factor": "anybody",
  "/admin/verbatims": "analyst",
};

/** By method and path. */
export const ROUTES: Readonly<Record<string, Gate>> = {
  "GET /admin/channels/[edition]/[code]/qr.png": "analyst",
  "GET /admin/channels/[edition]/[code]/qr.svg": "analyst",
  "GET /admin/sign-in/sso": "anybody",
  "GET /admin/sign-in/sso/callback": "anybody",
  "GET /admin/audit/events.csv": "administrator",
  "GET /admin/exports/[edition]/responses.csv": "analyst",
  "GET /admin/exports/[edition]/responses.xlsx": "analyst",
};

/** By file and function. */
export const ACTIONS: Readonly<Record<string, Gate>> = {
  "app/admin/account/actions.ts changeOwnName": "viewer",
  "app/admin/account/actions.ts changeOwnPassword": "viewer",
  "app/admin/account/actions.ts endOwnSessions": "viewer",
  "app/admin/account/two-factor/actions.ts endOwnTwoFactor": "viewer",
  "app/admin/account/two-factor/actions.ts renewCodes": "viewer",
  "app/admin/account/two-factor/actions.ts setUpTwoFactor": "viewer",
  "app/admin/actions.ts chooseLanguage": "anybody",
  "app/admin/actions.ts signOut": "anybody",
  "app/admin/responses/[id]/actions.ts decide": "analyst",
  "app/admin/responses/[id]/actions.ts showContact": "analyst",
  "app/admin/channels/actions.ts addChannel": "administrator",
  "app/admin/channels/actions.ts changeChannel": "administrator",
  "app/admin/channels/actions.ts deleteChannel": "administrator",
  "app/admin/editions/[edition]/next/actions.ts makeNext": "administrator",
  "app/admin/editions/[edition]/notice/actions.ts saveNotice": "administrator",
  "app/admin/editions/[edition]/settings/actions.ts saveSettings": "administrator",
  "app/admin/editions/[edition]/state/actions.ts takeStep": "administrator",
  "app/admin/editions/[edition]/instrument/actions.ts discardDraft": "administrator",
  "app/admin/editions/[edition]/instrument/actions.ts publishDraft": "administrator",
  "app/admin/editions/[edition]/instrument/actions.ts saveDraft": "administrator",
  "app/admin/invitation/actions.ts accept": "anybody",
  "app/admin/new-password/actions.ts setNewPassword": "anybody",
  "app/admin/people/[person]/actions.ts changePersonRole": "administrator",
  "app/admin/people/[person]/actions.ts endPersonSessions": "administrator",
  "app/admin/people/[person]/actions.ts endPersonTwoFactor": "administrator",
  "app/admin/people/[person]/actions.ts makePersonResetLink": "administrator",
  "app/admin/people/[person]/actions.ts removeFromPeople": "administrator",
  "app/admin/people/actions.ts changePolicy": "administrator",
  "app/admin/people/actions.ts invitePerson": "administrator",
  "app/admin/people/actions.ts withdraw": "administrator",
  "app/admin/coverage/actions.ts saveOwner": "administrator",
  "app/admin/entry/actions.ts saveEntry": "analyst",
  "app/admin/responses/quarantine/actions.ts dealWithQuarantine": "analyst",
  "app/admin/retention/actions.ts deletePastTime": "administrator",
  "app/admin/set-up/actions.ts setUp": "anybody",
  "app/admin/sign-in/actions.ts signIn": "anybody",
  "app/admin/sign-in/second-factor/actions.ts signInByCode": "anybody",
};
