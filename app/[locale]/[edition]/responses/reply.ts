import { barePage } from "@/app/_handover/bare-page";
import { renderPage } from "@/app/_handover/handover";
import { thisRequest } from "@/app/_observe/this-request";
import type { Edition } from "@/db/editions";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { ChannelCode } from "@/lib/survey/channel";
import { itemsOf } from "@/lib/survey/instrument";
import { optionalFieldsOf } from "@/lib/survey/optional-question";
import { IdempotencyKey, type ResponseErrors, readInstrumentVersion } from "@/lib/survey/response";
import { addressOf } from "../../_frame/address";
import type { Notice } from "../../refused/page";
import { type Refusal, countProblems } from "../_form/refusal";
import { queryOf } from "../query";
import type { RefusedPost } from "../refused-post";
import { unavailableWords } from "../unavailable-words";
import { messageOf } from "./message";

/** Who is answered, and how: a browser's form with a page, a script with JSON, both in the page's language. */
export interface Sender {
  readonly locale: Locale;
  readonly slug: string;
  /** The form's page said that several people use its device. */
  readonly isShared: boolean;
  readonly json: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The page that a refused form stands on; the edition's own where none is named. */
  readonly formPage?: string;
}

/** Why a request is refused before its answers are looked at; each has its text in the catalogue under `refused`. */
export type RefusedReason =
  | "unreadable"
  | "repeatedField"
  | "tooLarge"
  | "unsupportedType"
  | "wrongMethod"
  | "unknownEdition"
  | "unknownReceipt"
  | "storage"
  | "withdrawalStorage"
  | "contactWithdrawalStorage";

/** The heading of a refusal; 没有提交成功 where none is named. */
const TITLES: Partial<Record<RefusedReason, "noReceipt.title" | "refused.notWithdrawn">> = {
  unknownReceipt: "noReceipt.title",
  withdrawalStorage: "refused.notWithdrawn",
  contactWithdrawalStorage: "refused.notWithdrawn",
};

/** Something is to change: every message at its item, and the form again with everything typed. */
export function replyInvalid(sender: Sender, edition: Edition | null, errors: ResponseErrors): Promise<Response> {
  const t = translator(sender.locale, "reader");
  if (errors.kind === "empty") return replyForm(sender, 422, { form: t("errors.empty"), items: {} });
  if (errors.kind === "only-optional") return replyForm(sender, 422, { form: t("errors.onlyOptional"), items: {} });
  const keys = edition ? itemsOf(edition.instrument).map((item) => item.key) : [];
  const asked = new Set([...keys, ...optionalFieldsOf(edition?.asks ?? [])]);
  const messages = Object.entries(errors.items).map(
    ([field, error]) => [field, messageOf(t, error, field, sender.locale)] as const,
  );
  // What is wrong with a field that the reader cannot see is said about the form.
  const unseen = messages.filter(([field]) => !asked.has(field)).map(([, message]) => message);
  const items = Object.fromEntries(messages.filter(([field]) => asked.has(field)));
  return replyForm(sender, 422, { form: [...new Set(unseen)].join(" ") || null, items });
}

/** The edition takes no answers: said with its date, and what was typed is shown to be copied. */
export function replyUnavailable(sender: Sender, edition: Edition, kind: "closed" | "not-yet-open"): Promise<Response> {
  return replyForm(sender, 409, { form: unavailableWords(edition, sender.locale, kind).text, items: {} });
}

/** A correction of what was withdrawn meanwhile: what was typed comes back as a form of its own. */
export function replyWithdrawn(sender: Sender): Promise<Response> {
  const t = translator(sender.locale, "reader");
  return replyForm(sender, 409, { form: t(sender.json ? "refused.withdrawn" : "refused.withdrawnAnew"), items: {} });
}

/** 清除本题 without script: the form again, with one item emptied. */
export function replyCleared(sender: Sender, key: string): Promise<Response> {
  const { [key]: _cleared, ...fields } = sender.fields;
  return replyForm({ ...sender, fields }, 200, { form: null, items: {} });
}

/** The language switch: the form again in the sender's new language, with everything typed. */
export function replySwitched(sender: Sender): Promise<Response> {
  return replyForm(sender, 200, { form: null, items: {} });
}

/** Nothing could be done with the request; the way back is shown, to a receipt where its code is given. */
export async function replyRefused(
  sender: Sender,
  status: number,
  reason: RefusedReason,
  receiptCode?: string,
): Promise<Response> {
  const t = translator(sender.locale, "reader");
  const notice: Notice = {
    title: t(TITLES[reason] ?? "refused.title"),
    text: t(`refused.${reason}`),
    ...(receiptCode
      ? { way: { href: addressOf(sender.locale, sender.slug, "receipt", receiptCode), text: t("receipt.back") } }
      : {}),
    ...(status >= 500 ? { reference: await thisRequest() } : {}),
  };
  const reply = sender.json
    ? Response.json({ message: notice.text, errors: {} }, { status })
    : await renderPage(addressOf(sender.locale, "refused"), notice, status).catch(() =>
        barePage({ locale: sender.locale, ...notice }, status),
      );
  if (status === 405) reply.headers.set("allow", "POST");
  return reply;
}

async function replyForm(sender: Sender, status: number, refusal: Refusal): Promise<Response> {
  if (sender.json) return Response.json({ message: refusal.form, errors: refusal.items }, { status });
  const n = countProblems(refusal);
  const typed = Object.entries(sender.fields).flatMap(([name, value]) => {
    if (typeof value === "string") return [[name, value] as const];
    return Array.isArray(value) ? [[name, value.join(",")] as const] : [];
  });
  const { idempotency_key: idempotencyKey, made, channel, ...values } = Object.fromEntries(typed);
  const heading = status === 422 && n > 0 ? translator(sender.locale, "reader")("errors.heading", { n }) : undefined;
  const post: RefusedPost = {
    refusal,
    heading,
    typed: values,
    // What made the post refused must not come back with the form.
    idempotencyKey: IdempotencyKey.safeParse(idempotencyKey).data,
    made,
    channel: ChannelCode.safeParse(channel).data,
    instrumentVersion: readInstrumentVersion(sender.fields) ?? undefined,
  };
  const formPage = sender.formPage ?? addressOf(sender.locale, sender.slug);
  const page = renderPage(formPage + queryOf({ isShared: sender.isShared }), post, status);
  return page.catch(() => replyRefused(sender, 503, "storage"));
}
