import { Section } from "@/app/_ui/desk/section";
import type { ResponseView } from "@/db/response-view";
import type { Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import { ContactForm } from "./contact-form";

/** That a reader left contact details, and the press that shows them; nothing where there are none. */
export function ContactSection({ response, locale }: { response: ResponseView; locale: Locale }) {
  const t = translator(locale, "responses");
  if (!response.hasContact) return null;
  return (
    <Section id="contact" title={t("contact.value")} say={t("contact.kept")}>
      <ContactForm id={response.id} show={t("contact.show")} gone={t("contact.gone")} />
    </Section>
  );
}
