import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { translator } from "@/lib/messages/translator";
import { dayIn } from "@/lib/survey/edition";
import { entryRefusal } from "@/lib/survey/entry";
import { editionTitle } from "../page-title";
import { type Query, queryValue } from "../query";
import { requestedEdition } from "../requested-edition";
import { entryChannels, entryContent } from "./entry-content";
import { EntryForm } from "./entry-form";
import { EntryHead } from "./entry-head";
import { EntryKeys } from "./entry-keys";
import { freshState, sheetAfter } from "./next-state";
import { saveEntry } from "./actions";
import { BatchLine } from "./batch-line";
import { entryAddress, requestedBatch } from "./requested-batch";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition(await queryValue(searchParams, "edition"));
  return { title: await editionTitle("nav.entry", edition.slug) };
}

export default async function EntryPage({ searchParams }: Props) {
  const slug = await queryValue(searchParams, "edition");
  const batchId = await queryValue(searchParams, "batch");
  const here = entryAddress(slug, batchId);
  const staff = await requireStaff(here, "analyst");
  const { edition, editions } = await requestedEdition(slug);
  const batch = await requestedBatch(staff, edition, batchId);
  const locale = await departmentLocale();
  const t = translator(locale, "entry");
  const refusal = entryRefusal(edition);
  const takes = refusal === null && !batch?.finished;
  const [channel] = entryChannels(edition.channels);
  const head = { channel: channel?.code ?? "", received_on: dayIn(edition.timeZone, new Date()), locale: "zh-CN" };
  const sheet = await sheetAfter({ staff, batch });
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="entry" here={here}>
      <EntryHead {...{ edition, editions, locale }} title={t("title")} say={t("intro")} />
      {refusal && <p className="notice">{t(`refused.${refusal}`)}</p>}
      <BatchLine {...{ edition, batch, locale }} />
      {takes && <EntryKeys locale={locale} />}
      {takes && (
        <EntryForm
          action={saveEntry}
          key={`${edition.slug} ${batchId}`}
          content={entryContent(edition, locale, batch)}
          fresh={await freshState({ staff, edition, batch, locale }, { ...head, sheet })}
        />
      )}
    </Desk>
  );
}
