import type postgres from "postgres";
import type { Migration } from "@/db/migration-files";

/**
 * What a program of each migration could have written, by the number of the migration that made it possible; written again
 * at every later one. `:edition`, `:response` and `:staff` are those of the step, `:step` is its number. A new table or
 * column gets its row here.
 */
const ROWS: Readonly<Record<number, readonly string[]>> = {
  0: [
    `insert into instrument (id, edition_id, version, document, published_at)
      values (gen_random_uuid(), :edition, 1, '{"items": ["总体评价𠮷"]}', now())`,
    `insert into response (id, edition_id, instrument_id, idempotency_hash, receipt_hash, received_on, locale, ratings)
      select gen_random_uuid(), edition_id, id, 'key :step', 'receipt :step', '2025-06-01', 'zh-CN', '{5,NULL,3,2,1}'
      from instrument where edition_id = :edition`,
    `insert into verbatim values (:response, 'advice', E'多说说供应链𠮷\\n＝1+1\\t🌱')`,
  ],
  2: [
    `insert into staff (id, name, email, role) values (gen_random_uuid(), '王芳', 's:step@example.cn', 'administrator')`,
    `insert into staff_account (id, staff_id, account_id, provider_id, password)
      values (gen_random_uuid(), :staff, 's:step', 'credential', 'hash')`,
    `insert into staff_session (id, staff_id, token, expires_at) values (gen_random_uuid(), :staff, 't:step', now())`,
    `insert into staff_verification (id, identifier, value, expires_at) values (gen_random_uuid(), 'i', 'v', now())`,
    `insert into set_up_token values ('token :step', now())`,
    `insert into server_secret (signing) values ('secret') on conflict do nothing`,
  ],
  3: [`update response set changed_on = '2025-07-01' where id = :response`],
  6: [
    `insert into contact values (gen_random_uuid(), :response, 'li@example.cn', '2025-06-01')`,
    `insert into topic_choice values (:response, 'climate'), (:response, 'water')`,
    `update response set stakeholder_group = 'employee', quote_consent = true where id = :response`,
  ],
  7: [`update response set likeness = 'like :step' where id = :response`],
  8: [`insert into audit_event (act, subject, before, after) values ('edition.opened', '2024', null, '{"n": 1}')`],
  9: [
    `insert into channel (edition_id, code, name, kind) values (:edition, 'wechat', '{"en": "x"}', 'wechat')`,
    `update response set channel = 'wechat' where id = :response`,
  ],
  10: [`insert into instrument (id, edition_id, version, document) values (gen_random_uuid(), :edition, 2, '{}')`],
  13: [
    `insert into password_reset values ('reset :step', :staff, false, now())`,
    `insert into staff_invitation (token_hash, email, role, expires_at)
      values ('invitation :step', 'i:step@example.cn', 'viewer', now())`,
    `insert into staff_policy (two_factor_required) values (true) on conflict do nothing`,
    `insert into staff_two_factor (id, staff_id, secret, backup_codes) values (gen_random_uuid(), :staff, 's', 'c')`,
  ],
  14: [`update response set entered_by = :staff where id = :response`],
  15: [
    `insert into exclusion (response_id, reason, proposed_by, proposed_by_name) values (:response, 'TEST', :staff, '王芳')`,
  ],
  17: [
    `insert into entry_batch (id, edition_id, name, channel, received_on, expected, begun_by_name)
      values (gen_random_uuid(), :edition, '一叠', 'wechat', '2025-06-18', 2, '王芳')`,
    `update response set sheet = 1, batch_id = (select id from entry_batch where edition_id = :edition)
      where id = :response`,
  ],
  18: [
    `insert into import_batch (id, edition_id, instrument_version, file_hash, columns, rows, uploaded_at, uploaded_by)
      values (gen_random_uuid(), :edition, 1, 'hash', '[]', 1, now(), '王芳')`,
    `insert into import_row (batch_id, number, cells) select id, 2, '["５", "=1"]' from import_batch
      where edition_id = :edition`,
  ],
  19: [
    `insert into second_keying (response_id, first_keyed_by, keyed_by, keyed_by_name, compared, differing)
      values (:response, :staff, gen_random_uuid(), '李明', '{overall}', '{}')`,
  ],
  20: [
    `insert into viewer_batch values (:response, 1)`,
    `insert into viewer_figures values (:edition, '{"n": 5}', '2025-06-18')`,
  ],
  22: [
    `insert into logo select encode(sha256(picture), 'hex'), 'image/png', picture
      from (select '\\x00ff0a:step'::bytea as picture) as made`,
  ],
  24: [
    `update response set reading_seconds = 42, flags = '{too-fast,repeated-text}' where id = :response`,
    `update verbatim set sentence = 'sentence :step' where response_id = :response`,
  ],
};

/** Writes the rows of a schema as of a migration; those of every second step belong to an edition that is sealed then. */
export async function writeRows(sql: postgres.Sql, step: number, { tag }: Migration): Promise<void> {
  const number = Number(tag.slice(0, 4));
  const slug = String(2100 + step);
  const notice = number < 5 ? "" : ", privacy_notice";
  await sql.unsafe(`insert into edition (id, slug, state, report_title, company, period_start, period_end${notice})
    values (gen_random_uuid(), '${slug}', 'closed', '{}', '{"name": {"en": "J"}}', '2024-01-01', '2024-12-31'
    ${notice && `, '{"responseYears": 5}'`})`);
  const marks: Record<string, string> = {
    edition: `(select id from edition where slug = '${slug}')`,
    response: `(select id from response where receipt_hash = 'receipt ${10 + step}')`,
    staff: `(select id from staff where email = 's${10 + step}@example.cn')`,
    step: String(10 + step),
  };
  const possible = Object.entries(ROWS).filter(([since]) => Number(since) <= number);
  const last = [
    // Before there were channels an answer could name any.
    ...(number < 9 ? [`update response set channel = 'old-flyer' where id = :response`] : []),
    ...(step % 2 ? [`update edition set state = 'sealed' where id = :edition`] : []),
    ...(step % 2 && number >= 11
      ? [
          `insert into edition_unsealing (id, edition_id, staff_name, reason)
          values (gen_random_uuid(), :edition, '王芳', '更正')`,
        ]
      : []),
  ];
  for (const statement of [...possible.flatMap(([, rows]) => rows), ...last]) {
    await sql.unsafe(statement.replace(/:(edition|response|staff|step)\b/g, (_, mark: string) => marks[mark] ?? ""));
  }
}
