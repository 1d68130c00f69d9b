import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { type Query } from "../../../query";
import { editorAddress } from "./editor-address";
import { editorContent } from "./editor-content";
import { EditorForm } from "./editor-form";
import { EditorHead } from "./editor-head";
import { EditorRules } from "./editor-rules";
import { editorTitle } from "./editor-state";
import { requestedDesk } from "./requested-desk";
import { shapeOf } from "./sent-fields";

interface Props {
  params: Promise<{ edition: string }>;
  searchParams: Query;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { edition } = await params;
  return (await findStaff()) ? { title: editorTitle("title", edition, await departmentLocale()) } : {};
}

/** The editor of an edition's form: its draft, or the published version where there is none. */
export default async function InstrumentPage({ params, searchParams }: Props) {
  const { edition: slug } = await params;
  const here = editorAddress(slug);
  const staff = await requireStaff(here, "administrator");
  const { edition, desk } = await requestedDesk(staff, slug);
  const locale = await departmentLocale();
  const { version, revision, document } = desk.draft;
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="editions" here={here}>
      <EditorHead {...{ edition, desk, locale }} done={await searchParams} />
      <EditorRules desk={desk} locale={locale} />
      {!desk.isSealed && (
        <EditorForm
          key={`${version}.${revision}`}
          content={editorContent(desk, slug, locale)}
          here={here}
          shape={shapeOf(document)}
        />
      )}
    </Desk>
  );
}
