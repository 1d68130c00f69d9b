import { LOCALES, type Locale } from "@/lib/locale";
import { longDate } from "@/lib/messages/calendar";
import { translator } from "@/lib/messages/translator";
import type { Company } from "@/lib/survey/company";
import { type Availability, type EditionDefinition, availabilityOf, lastMomentOf } from "@/lib/survey/edition";
import { LOCALE_NAMES } from "../../_frame/locale-names";

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
<title>${escape(t("legacy.documentTitle", { report }))}</title>
<link rel="stylesheet" href="/legacy.css">
</head>
<body>
<div class="head" role="banner"><p><strong>${escape(company.shortName[locale])}</strong> ${escape(company.ticker)} ${languagesOf(locale, links)}</p></div>
<div class="main" role="main">
<p class="kicker">${escape(page("page.reportTitle", { report }))}</p>
${body}
</div>
<div class="foot" role="contentinfo">
<p>${escape(company.name[locale])} ${escape(company.department[locale])}</p>
${complaintsOf(company, locale)}
<p><a href="${escape(links.privacy)}">${escape(page("footer.privacy"))}</a></p>
</div>
</body>
</html>
`;
}

function languagesOf(locale: Locale, { formIn }: LegacyLinks): string {
  return LOCALES.filter((other) => other !== locale)
    .map((other) => `<a class="lang" href="${escape(formIn(other))}" lang="${other}">${LOCALE_NAMES[other]}</a>`)
    .join(" ");
}

function waysOf({ company, instrument }: EditionDefinition, locale: Locale, links: LegacyLinks): string {
  const t = translator(locale, "paper");
  const department = company.department[locale];
  const print = t.markup("legacy.print", {
    department: escape(department),
    print: (words) => `<a href="${escape(links.print)}">${words}</a>`,
  });
  return `<h1>${escape(instrument.title[locale])}</h1>
<p>${escape(t("legacy.text"))}</p>
<ul>
<li>${escape(t("legacy.phone", { phone: company.phone, department }))}</li>
<li>${escape(t("legacy.email", { email: company.email }))}</li>
<li>${print}</li>
</ul>
<p>${escape(t("legacy.browser"))}<br><strong>${escape(links.address)}</strong></p>
<p>${escape(t("legacy.mode"))}</p>`;
}

function unavailable(edition: EditionDefinition, locale: Locale, availability: Exclude<Availability, "open">): string {
  const t = translator(locale, "reader");
  const [name, when] =
    availability === "closed"
      ? (["closed", lastMomentOf(edition)] as const)
      : (["notYetOpen", edition.opensAt] as const);
  const date = when ? longDate(when, edition.timeZone, locale) : "";
  const { email, phone } = edition.company;
  return `<h1>${escape(t(`${name}.title`))}</h1>
<p>${escape(t(when ? `${name}.textOn` : `${name}.text`, { date, email, phone }))}</p>`;
}

function complaintsOf({ complaints }: Company, locale: Locale): string {
  if (!complaints) return "";
  const names = { department: complaints.department[locale], channel: complaints.channel[locale] };
  return `<p>${escape(translator(locale, "reader")("footer.complaints", names))}</p>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
