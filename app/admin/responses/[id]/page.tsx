import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { viewResponse } from "@/db/response-view";
import { listStatusHistory } from "@/db/status-history";
import { translator } from "@/lib/messages/translator";
import { type Query, queryValue } from "../../query";
import { requestedEdition } from "../../requested-edition";
import { numberOf } from "../response-number";
import { ContactSection } from "./contact-section";
import { DecisionSection } from "./decision-section";
import { FlagSection } from "./flag-section";
import { oneAddress } from "./one-address";
import { ResponseAnswers } from "./response-answers";
import { ResponseHead } from "./response-head";
import { StatusHistory } from "./status-history";

interface Props {
  readonly params: Promise<{ id: string }>;
  readonly searchParams: Query;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const locale = await departmentLocale();
  const number = numberOf((await params).id);
  const t = translator(locale, "responses");
  return { title: [t("number", { number }), translator(locale, "department")("site")].join(" · ") };
}

export default async function ResponsePage({ params, searchParams }: Props) {
  const { id } = await params;
  const list = await queryValue(searchParams, "list");
  const here = oneAddress(id, list);
  const staff = await requireStaff(here, "analyst");
  const response = z.uuid().safeParse(id).success ? await viewResponse(staff, id) : null;
  if (!response) notFound();
  const { edition } = await requestedEdition(response.editionSlug);
  const locale = await departmentLocale();
  const view = { response, locale };
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="responses" here={here}>
      <ResponseHead {...view} edition={edition} list={list} />
      <FlagSection {...view} />
      <ResponseAnswers {...view} />
      <ContactSection {...view} />
      <DecisionSection {...view} staff={staff} edition={edition} list={list} />
      <StatusHistory events={await listStatusHistory(staff, id, edition.slug)} edition={edition} locale={locale} />
    </Desk>
  );
}
