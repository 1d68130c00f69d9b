/**
 * What the audit log knows of, as noun.verb. A new act is added here and gets its words in `audit.acts` of the
 * catalogues; one that was ever logged is never renamed.
 */
export const AUDIT_ACTS = [
  "session.started",
  "session.refused",
  "session.ended",
  "staff.first",
  "staff.invited",
  "staff.invitation-withdrawn",
  "staff.joined",
  "staff.linked",
  "staff.role-changed",
  "staff.renamed",
  "staff.removed",
  "staff-policy.changed",
  "password.changed",
  "password.reset-link-made",
  "password.reset",
  "two-factor.enabled",
  "two-factor.disabled",
  "two-factor.codes-renewed",
  "response.viewed",
  "crosstab.viewed",
  "entry.added",
  "entry.batch-opened",
  "entry.batch-changed",
  "entry.batch-closed",
  "entry.batch-reopened",
  "import.uploaded",
  "import.accepted",
  "import.discarded",
  "import.expired",
  "import.problems-exported",
  "entry.keyed-again",
  "entry.resolved",
  "contact.viewed",
  "response.held",
  "response.restored",
  "exclusion.proposed",
  "exclusion.confirmed",
  "exclusion.dropped",
  "responses.listed",
  "responses.held",
  "responses.restored",
  "responses.exported",
  "results.exported",
  "audit.exported",
  "retention.contacts-deleted",
  "retention.texts-deleted",
  "channel.added",
  "channel.changed",
  "channel.deleted",
  "instrument.saved",
  "instrument.discarded",
  "instrument.published",
  "response.withdrawn-sealed",
  "edition.scheduled",
  "edition.opened",
  "edition.recalled",
  "edition.closed",
  "edition.reopened",
  "edition.sealed",
  "edition.disclosed",
  "edition.unsealed",
  "edition.changed",
  "edition.copied",
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

/** What stands in the log of a state before or after: settings and statuses, never an answer's text or a contact. */
export type AuditedState = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One thing that somebody did: `subject` is a slug or key of what it was done to, such as `2024` or a response's id. */
export interface AuditedAct {
  readonly act: AuditAct;
  readonly subject?: string;
  readonly before?: AuditedState;
  readonly after?: AuditedState;
}

/** An event of the audit log. Of an act on many responses it tells how many, not which. */
export interface AuditEvent {
  readonly id: number;
  readonly at: Date;
  readonly staffName: string | null;
  readonly staffEmail: string | null;
  readonly act: AuditAct;
  readonly subject: string | null;
  readonly before: AuditedState | null;
  readonly after: AuditedState | null;
}
