import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff } from "@/app/_session/staff";
import { editionTitle } from "@/app/admin/page-title";
import { summariseImport } from "@/db/import-check";
import { ok } from "@/lib/result";
import { stepAddress } from "../../../import-addresses";
import { CheckFindings } from "../check-findings";
import { CheckRun } from "../check-run";
import { checkRunContent } from "../check-run-content";
import { checkState } from "../check-state";
import { ImportPage } from "../import-page";
import { NothingLeft } from "../nothing-left";
import { type Params, requestedImport } from "../requested-import";

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return (await findStaff()) ? { title: await editionTitle("nav.import", (await params).edition) } : {};
}

export default async function CheckPage({ params }: { params: Params }) {
  const asked = await requestedImport(params, "check");
  const { staff, edition, batch } = asked;
  const locale = await departmentLocale();
  if (!batch.mapping) redirect(stepAddress(edition.slug, batch.id, "columns"));
  const found = batch.acceptedAt ? null : await summariseImport(staff, edition, batch);
  return (
    <ImportPage {...asked} locale={locale} step="check">
      {!found && <NothingLeft {...asked} locale={locale} />}
      {found && found.checked < found.rows && (
        <CheckRun
          key={batch.revision}
          content={checkRunContent(edition, batch, locale)}
          start={checkState(ok(found), locale)}
        />
      )}
      {found && found.checked === found.rows && <CheckFindings {...asked} {...{ found, locale }} />}
    </ImportPage>
  );
}
