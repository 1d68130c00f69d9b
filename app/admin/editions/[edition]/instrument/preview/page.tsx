import type { Metadata } from "next";
import "@/app/[locale]/reader.css";
import { departmentLocale } from "@/app/_session/department-locale";
import { findStaff, requireStaff } from "@/app/_session/staff";
import { findLocale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { type Query, queryValue } from "../../../../query";
import { editorAddress } from "../editor-address";
import { editorTitle } from "../editor-state";
import { requestedDesk } from "../requested-desk";
import { PreviewBar, previewAddress } from "./preview-bar";
import { PreviewedPage } from "./previewed-page";
import styles from "./preview.module.css";

interface Props {
  params: Promise<{ edition: string }>;
  searchParams: Query;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { edition } = await params;
  return (await findStaff()) ? { title: editorTitle("previewTitle", edition, await departmentLocale()) } : {};
}

/** The draft as a reader would see it, in either language, as wide as the window or as a phone. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const { edition: slug } = await params;
  const staff = await requireStaff(editorAddress(slug, "preview"), "administrator");
  const { edition, desk } = await requestedDesk(staff, slug);
  const own = await departmentLocale();
  const shown = findLocale(await queryValue(searchParams, "locale")) ?? own;
  const width = (await queryValue(searchParams, "width")) === "phone" ? "phone" : "wide";
  // Within the phone's frame the page stands alone.
  if ((await queryValue(searchParams, "bare")) !== undefined) {
    return <PreviewedPage {...{ edition, desk, locale: shown, isBare: true }} />;
  }
  return (
    <>
      {width === "wide" ? (
        <PreviewedPage {...{ edition, desk, locale: shown }} />
      ) : (
        <main>
          <h1 className="vh">{translator(own, "instrument")("previewTitle")}</h1>
          <iframe
            className={styles.phone}
            src={previewAddress(slug, { locale: shown, bare: "1" })}
            title={translator(own, "instrument")("previewing.frame")}
            sandbox="allow-same-origin allow-popups"
          />
        </main>
      )}
      <PreviewBar {...{ slug, desk, locale: own, shown, width }} />
    </>
  );
}
