import { demoHtml } from "@/app/_demo/demo-html";
import { escapeHtml } from "@/lib/escape-html";
import { LOCALES, type Locale } from "@/lib/locale";
import { translator } from "@/lib/messages/translator";
import type { Company } from "@/lib/survey/company";
import { type Availability, type EditionDefinition, availabilityOf } from "@/lib/survey/edition";
import { LOCALE_NAMES } from "../../_frame/locale-names";
import { unavailableWords } from "../unavailable-words";

/** Where the page of an old browser leads. */
export interface LegacyLinks {
  /** The form's address as one types it. */
  readonly address: string;
  readonly formIn: (locale: Locale) => string;
  readonly print: string;
  readonly privacy: string;
}

/**
 * The page for browsers that cannot show the form, written by hand: no script, and in public/legacy.css nothing that
 * Internet Explorer 9 does not know. Outside the field period it says so instead.
 */
export function legacyPage(edition: EditionDefinition, locale: Locale, links: LegacyLinks, now: Date): string {
  const t = translator(locale, "paper");
  const page = translator(locale, "reader");
  const { company } = edition;
  const report = edition.reportTitle[locale];
  const availability = availabilityOf(edition, now);
  const body = availability === "open" ? waysOf(edition, locale, links) : unavailable(edition, locale, availability);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="renderer" content="webkit">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<title>${escapeHtml(t("legacy.documentTitle", { report }))}</title>
<link rel="stylesheet" href="/legacy.css">
</head>
<body>${demoHtml(locale)}
<div class="head" role="banner"><p><strong>${escapeHtml(company.shortName[locale])}</strong> ${escapeHtml(company.ticker)} ${languagesOf(locale, links)}</p></div>
<div class="main" role="main">
<p class="kicker">${escapeHtml(page("page.reportTitle", { report }))}</p>
${body}
</div>
<div class="foot" role="contentinfo">
<p>${escapeHtml(company.name[locale])} ${escapeHtml(company.department[locale])}</p>
${complaintsOf(company, locale)}
<p><a href="${escapeHtml(links.privacy)}">${escapeHtml(page("footer.privacy"))}</a></p>
</div>
</body>
</html>
`;
}

function languagesOf(locale: Locale, { formIn }: LegacyLinks): string {
  return LOCALES.filter((other) => other !== locale)
    .map((other) => `<a class="lang" href="${escapeHtml(formIn(other))}" lang="${other}">${LOCALE_NAMES[other]}</a>`)
    .join(" ");
}

function waysOf({ company, instrument }: EditionDefinition, locale: Locale, links: LegacyLinks): string {
  const t = translator(locale, "paper");
  const department = company.department[locale];
  const print = t.markup("legacy.print", {
    department: escapeHtml(department),
    print: (words) => `<a href="${escapeHtml(links.print)}">${words}</a>`,
  });
  return `<h1>${escapeHtml(instrument.title[locale])}</h1>
<p>${escapeHtml(t("legacy.text"))}</p>
<ul>
<li>${escapeHtml(t("legacy.phone", { phone: company.phone, department }))}</li>
<li>${escapeHtml(t("legacy.email", { email: company.email }))}</li>
<li>${print}</li>
</ul>
<p>${escapeHtml(t("legacy.browser"))}<br><strong>${escapeHtml(links.address)}</strong></p>
<p>${escapeHtml(t("legacy.mode"))}</p>`;
}

function unavailable(edition: EditionDefinition, locale: Locale, availability: Exclude<Availability, "open">): string {
  const { title, text } = unavailableWords(edition, locale, availability);
  return `<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>`;
}

function complaintsOf({ complaints }: Company, locale: Locale): string {
  if (!complaints) return "";
  const names = { department: complaints.department[locale], channel: complaints.channel[locale] };
  return `<p>${escapeHtml(translator(locale, "reader")("footer.complaints", names))}</p>`;
}
