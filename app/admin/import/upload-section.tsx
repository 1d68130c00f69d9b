import { FinePrint } from "@/app/_ui/desk/fine-print";
import { Section } from "@/app/_ui/desk/section";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { UploadRefusal } from "./import-addresses";
import { UploadForm } from "./upload-form";

interface UploadSectionProps {
  readonly slug: string;
  readonly locale: Locale;
  readonly refused: UploadRefusal | null;
}

/** Where a file is handed over, and what of it is kept for how long. */
export function UploadSection({ slug, locale, refused }: UploadSectionProps) {
  const t = translator(locale, "import");
  return (
    <Section id="upload" title={t("upload.title")}>
      <UploadForm
        action={`/admin/import/${slug}/files`}
        error={refused && t(`refusedFile.${refused}`)}
        words={{
          file: t("upload.file"),
          hint: t("upload.hint"),
          submit: t("upload.submit"),
          reading: t("upload.reading"),
          prefix: translator(locale, "department")("form.prefix"),
        }}
      />
      <FinePrint>
        <p>{t("upload.kept")}</p>
      </FinePrint>
    </Section>
  );
}
