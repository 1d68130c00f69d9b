import type { FilledDesk } from "./filled-desk";

/** An address of every page of the desk (test/support/role-table.ts), at which it has something to show. */
export function deskAddresses({ people, batch, proposed, invitation, newPassword }: FilledDesk, file: string) {
  const [round, next, stack] = ["/admin/editions/2025", "/admin/editions/2026", `/admin/entry/batches/${batch}`];
  const addresses: Readonly<Record<string, string>> = {
    "/admin": "/admin",
    "/admin/[...unknown]": "/admin/nothing",
    "/admin/audit": "/admin/audit",
    "/admin/responses": "/admin/responses?edition=2025",
    "/admin/responses/[id]": `/admin/responses/${proposed}`,
    "/admin/channels": "/admin/channels?edition=2025",
    "/admin/channels/[edition]/[code]": "/admin/channels/2025/agm",
    "/admin/coverage": "/admin/coverage?edition=2025",
    "/admin/coverage/[edition]/[group]": "/admin/coverage/2025/investor",
    "/admin/editions": "/admin/editions",
    "/admin/editions/[edition]": round,
    "/admin/editions/[edition]/checklist": `${next}/checklist`,
    "/admin/editions/[edition]/next": `${next}/next`,
    "/admin/editions/[edition]/notice": `${round}/notice`,
    "/admin/editions/[edition]/settings": `${round}/settings`,
    "/admin/editions/[edition]/state": `${round}/state?act=close`,
    "/admin/editions/[edition]/instrument": `${next}/instrument`,
    "/admin/editions/[edition]/instrument/preview": `${next}/instrument/preview`,
    "/admin/editions/[edition]/instrument/publish": `${next}/instrument/publish`,
    "/admin/account": "/admin/account",
    "/admin/account/two-factor": "/admin/account/two-factor",
    "/admin/invitation": `/admin/invitation?token=${invitation}`,
    "/admin/new-password": `/admin/new-password?token=${newPassword}`,
    "/admin/people": "/admin/people",
    "/admin/people/[person]": `/admin/people/${people.analyst.id}`,
    "/admin/entry": "/admin/entry?edition=2025",
    "/admin/entry/batches": "/admin/entry/batches?edition=2025",
    "/admin/entry/batches/[batch]": stack,
    "/admin/entry/batches/[batch]/again": `${stack}/again?sheet=2`,
    "/admin/entry/batches/[batch]/differences/[sheet]": `${stack}/differences/1`,
    "/admin/import": "/admin/import?edition=2025",
    "/admin/import/[edition]/[batch]": file,
    "/admin/import/[edition]/[batch]/check": `${file}/check`,
    "/admin/import/[edition]/[batch]/scores": `${file}/scores`,
    "/admin/responses/quarantine": "/admin/responses/quarantine?edition=2025",
    "/admin/results": "/admin/results?edition=2025",
    "/admin/retention": "/admin/retention",
    "/admin/set-up": "/admin/set-up?token=used",
    "/admin/sign-in": "/admin/sign-in",
    "/admin/sign-in/second-factor": "/admin/sign-in/second-factor",
    "/admin/verbatims": "/admin/verbatims?edition=2025&item=advice",
  };
  return addresses;
}

/** What no page of the table is: that a page is not for one's role, and the figures that viewers see. */
export const FOR_VIEWERS: Readonly<Record<string, string>> = {
  "not for one's role": "/admin/people",
  "a viewer's results": "/admin/results?edition=2024",
};
