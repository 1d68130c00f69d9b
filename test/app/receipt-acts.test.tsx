import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ReceiptActs } from "@/app/[locale]/[edition]/receipt/[code]/receipt-acts";
import { LOCALES, type Locale } from "@/lib/locale";

const acts = (locale: Locale, now: { correctable: boolean; isClosed: boolean }) =>
  renderToStaticMarkup(<ReceiptActs {...{ locale, ...now }} slug="2024" code="ABCD" hasContact={false} />);

test.each(LOCALES)(
  "a receipt of a closed round says why nothing can be corrected, and still withdraws (%s)",
  (locale) => {
    const open = acts(locale, { correctable: true, isClosed: false });
    expect(open).toContain("/receipt/ABCD/correct");
    expect(open).not.toContain("<p");
    const closed = acts(locale, { correctable: false, isClosed: true });
    expect(closed).not.toContain("/correct");
    expect(closed).toContain("/withdraw");
    expect(closed).toMatch(/<p [^>]*>(本轮征集已截止|This round has closed)/);
  },
);
