"use server";

import { notFound, redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { FieldError } from "@/app/_ui/desk/error-summary";
import * as channels from "@/db/channels";
import { type Edition, findEdition } from "@/db/editions";
import { translator } from "@/lib/messages/translator";
import { refusedForm, textOf } from "../account-form-state";
import { editionTitle } from "../page-title";
import type { ChannelFormState } from "./channel-form";
import { channelInWords } from "./channel-form-content";
import { readChannel, typedChannel } from "./read-channel";

type State = ChannelFormState | null;

/** Adds a channel to an edition, and goes on to the list, which says so. */
export async function addChannel(_state: State, form: FormData): Promise<ChannelFormState> {
  const staff = await requireStaff("/admin/channels", "administrator");
  const edition = await editionOf(form);
  const locale = await departmentLocale();
  const read = readChannel(form, locale);
  if (!read.ok) return refused(edition, form, read.error);
  const added = await channels.addChannel(staff, edition, read.value);
  if (added.ok) redirect(`/admin/channels?edition=${edition.slug}&added=${read.value.code}`);
  return refused(edition, form, [refusalOf(added.error, locale)]);
}

/** Changes a channel as its form saw it; where somebody changed it meanwhile, their state is told and kept. */
export async function changeChannel(_state: State, form: FormData): Promise<ChannelFormState> {
  const staff = await requireStaff("/admin/channels", "administrator");
  const edition = await editionOf(form);
  const locale = await departmentLocale();
  const read = readChannel(form, locale);
  if (!read.ok) return refused(edition, form, read.error, textOf(form, "revision"));
  const changed = await channels.changeChannel(staff, edition, seenIn(form), read.value);
  if (changed.ok) redirect(`/admin/channels?edition=${edition.slug}&changed=${read.value.code}`);
  const now = await channels.findRevisedChannel(staff, edition, textOf(form, "channel"));
  if (changed.error !== "changed-meanwhile" || !now) {
    return refused(edition, form, [refusalOf(changed.error, locale)], textOf(form, "revision"));
  }
  const state = channelInWords(now, locale);
  const message = translator(locale, "channels")("form.errors.changedMeanwhile", { state });
  return refused(edition, form, [{ field: "nameZh", message }], String(now.revision));
}

/** Deletes a channel that no answer came by. */
export async function deleteChannel(form: FormData): Promise<void> {
  const staff = await requireStaff("/admin/channels", "administrator");
  const edition = await editionOf(form);
  const seen = seenIn(form);
  const deleted = await channels.deleteChannel(staff, edition, seen);
  if (deleted.ok || deleted.error === "gone") {
    redirect(`/admin/channels?edition=${edition.slug}&deleted=${encodeURIComponent(seen.code)}`);
  }
  redirect(`/admin/channels/${edition.slug}/${encodeURIComponent(seen.code)}?refused=deletion#remove`);
}

async function editionOf(form: FormData): Promise<Edition> {
  return (await findEdition(textOf(form, "edition"))) ?? notFound();
}

const seenIn = (form: FormData) => ({
  code: textOf(form, "channel"),
  // Nothing has revision 0: a form that was tampered with saw no state.
  revision: Number(textOf(form, "revision")) || 0,
});

function refusalOf(refusal: channels.ChannelRefusal, locale: Parameters<typeof readChannel>[1]): FieldError {
  const t = translator(locale, "channels");
  if (refusal === "code-taken") return { field: "code", message: t("form.errors.codeTaken") };
  if (refusal === "has-answers") return { field: "code", message: t("form.errors.hasAnswers") };
  return { field: "nameZh", message: t(refusal === "sealed" ? "form.sealed" : "form.errors.gone") };
}

async function refused(
  { slug }: Edition,
  form: FormData,
  errors: readonly FieldError[],
  revision?: string,
): Promise<ChannelFormState> {
  const title = await editionTitle("nav.channels", slug);
  const state = refusedForm(await departmentLocale(), title, typedChannel(form), errors);
  return revision === undefined ? state : { ...state, revision };
}
