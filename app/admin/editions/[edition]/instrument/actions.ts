"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import { discardInstrumentDraft, publishInstrument, saveInstrumentDraft } from "@/db/instruments";
import { translator } from "@/lib/messages/translator";
import { actOn } from "@/lib/survey/instrument-act";
import { readEditorFields } from "@/lib/survey/instrument-fields";
import { textOf } from "../../../account-form-state";
import { editorAddress } from "./editor-address";
import { type EditorState, conflictsWith, refusedDraft, refusedEditor, refusedTexts } from "./editor-state";
import { requestedDesk } from "./requested-desk";
import { draftMark, shapeOf, typedFields } from "./sent-fields";

/** Saves what was typed and does what the pressed button says; then the editor, the preview or the changes. */
export async function saveDraft(_state: EditorState | null, form: FormData): Promise<EditorState> {
  const staff = await requireStaff("/admin/editions", "administrator");
  const slug = textOf(form, "edition");
  const locale = await departmentLocale();
  const { desk } = await requestedDesk(staff, slug);
  const [typed, act] = [typedFields(form), textOf(form, "act")];
  const read = readEditorFields(desk.draft, typed);
  if (!read.ok) return refusedEditor(slug, typed, refusedTexts(desk, read.error, locale), locale);
  const acted = actOn(read.value.document, act, typed, { slug, earlier: desk.standing.earlier });
  if (!acted.ok) return refusedEditor(slug, typed, refusedTexts(desk, acted.error, locale), locale);
  const { document, item } = acted.value;
  const saved = await saveInstrumentDraft(staff, slug, draftMark(form), { document, asks: read.value.asks });
  if (saved.ok) {
    if (act === "preview" || act === "publish") redirect(editorAddress(slug, act));
    redirect(`${editorAddress(slug)}?saved=${saved.value.revision}${item ? `#item-${item}` : "#done"}`);
  }
  if (saved.error.kind !== "changed")
    return refusedEditor(slug, typed, refusedDraft(desk, saved.error, locale), locale);
  const t = translator(locale, "instrument");
  const { current } = saved.error;
  const isSameShape = textOf(form, "shape") === shapeOf(current.document);
  const errors = isSameShape
    ? conflictsWith(current, read.value, locale)
    : [{ field: "save", message: t("changed.other") }];
  const state = { ...refusedEditor(slug, typed, errors, locale), heading: t("changed.heading"), isStale: true };
  return isSameShape ? { ...state, mark: { version: current.version, revision: current.revision } } : state;
}

/** Publishes the draft that was reviewed as a new version. */
export async function publishDraft(form: FormData): Promise<void> {
  const staff = await requireStaff("/admin/editions", "administrator");
  const slug = textOf(form, "edition");
  const published = await publishInstrument(staff, slug, draftMark(form), new Date());
  if (!published.ok) redirect(`${editorAddress(slug, "publish")}?refused=${published.error.kind}`);
  redirect(`${editorAddress(slug)}?published=${published.value.version}#done`);
}

/** Gives the draft up. */
export async function discardDraft(form: FormData): Promise<void> {
  const staff = await requireStaff("/admin/editions", "administrator");
  const slug = textOf(form, "edition");
  const discarded = await discardInstrumentDraft(staff, slug, draftMark(form));
  if (!discarded.ok) redirect(`${editorAddress(slug, "publish")}?refused=${discarded.error.kind}`);
  redirect(`${editorAddress(slug)}?discarded=1#done`);
}
