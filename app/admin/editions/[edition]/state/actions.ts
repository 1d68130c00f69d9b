"use server";

import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { requireStaff } from "@/app/_session/staff";
import type { AccountFormState } from "@/app/_ui/desk/account-form";
import { actOnEdition } from "@/db/edition-life";
import { translator } from "@/lib/messages/translator";
import { EDITION_ACTS } from "@/lib/survey/edition-life";
import { refusedForm, textOf } from "../../../account-form-state";
import { deskTitle } from "../../../page-title";
import { requestedEdition } from "../../../requested-edition";
import { refusalText } from "./refusal-text";
import { reasonErrors } from "./reason-errors";

/** Takes an edition a step through its life; says why where it can't be taken. */
export async function takeStep(_state: AccountFormState | null, form: FormData): Promise<AccountFormState> {
  const staff = await requireStaff("/admin/editions", "administrator");
  const round = `/admin/editions/${encodeURIComponent(textOf(form, "edition"))}`;
  const { edition } = await requestedEdition(textOf(form, "edition"));
  const act = EDITION_ACTS.find((known) => known === textOf(form, "act"));
  if (!act) redirect(round);
  const locale = await departmentLocale();
  const reason = textOf(form, "reason").trim();
  const title = await deskTitle(translator(locale, "editions")("round", { slug: edition.slug }));
  const wrong = act === "unseal" ? reasonErrors(reason, locale) : [];
  // Without script the page is made anew, of a round that nobody was shown yet.
  const hidden = { revision: textOf(form, "revision") };
  if (wrong.length > 0) return { ...refusedForm(locale, title, { reason }, wrong), hidden };

  const asked = { act, reason, revision: Number(hidden.revision) };
  const done = await actOnEdition(staff, edition.slug, asked, new Date());
  if (done.ok) redirect(`${round}?said=${act}`);
  const refused = [{ field: "edit-form", message: refusalText(done.error, locale) }];
  return { ...refusedForm(locale, title, { reason }, refused), hidden };
}
