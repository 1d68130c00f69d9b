import type { Metadata } from "next";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { Desk } from "@/app/_ui/desk/desk";
import { EditForm } from "@/app/_ui/desk/edit-form";
import { translator } from "@/lib/messages/translator";
import { nextSlug } from "@/lib/survey/next-edition";
import { withoutLineage } from "@/lib/survey/lineage";
import { deskTitle } from "../../../page-title";
import { requestedEdition } from "../../../requested-edition";
import { CopiedParts } from "../../copied-parts";
import styles from "../../editions.module.css";
import { makeNext } from "./actions";

type Props = { params: Promise<{ edition: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  if (!(await findStaff())) return {};
  const { edition } = await requestedEdition((await params).edition);
  const t = translator(await departmentLocale(), "nextEdition");
  return { title: await deskTitle(t("title", { slug: nextSlug(edition.slug) })) };
}

/** Says what next year's edition will have from this one, before it is made. */
export default async function NextEditionPage({ params }: Props) {
  const round = `/admin/editions/${encodeURIComponent((await params).edition)}`;
  const here = `${round}/next`;
  const staff = await requireStaff(here, "administrator");
  const { edition } = await requestedEdition((await params).edition);
  const locale = await departmentLocale();
  const t = translator(locale, "nextEdition");
  const slug = nextSlug(edition.slug);
  const compared = { form: { slug, instrument: withoutLineage(edition.instrument) }, last: edition };
  return (
    <Desk staff={staff} locale={locale} company={edition.company} round={edition.slug} place="editions" here={here}>
      <h1>{t("title", { slug })}</h1>
      <p className={styles.question}>{t("say", { slug, from: edition.slug })}</p>
      <CopiedParts edition={edition} locale={locale} title={t("willCopy")} compared={compared} />
      <EditForm
        action={makeNext}
        parts={[]}
        hidden={{ edition: edition.slug }}
        submit={t("make", { slug })}
        errorPrefix={translator(locale, "department")("form.prefix")}
        back={{ href: round, text: translator(locale, "editions")("act.back") }}
      />
    </Desk>
  );
}
