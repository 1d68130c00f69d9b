import { expect, test } from "vitest";
import { scoreLabel } from "@/lib/survey/instrument";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import printed from "@/test/fixtures/report-2024/feedback-form.json";

const { instrument, company } = JINCHEN_2024;

test("the built-in edition words everything as the printed form does, to the letter", () => {
  const ours = {
    reportTitle: JINCHEN_2024.reportTitle["zh-CN"],
    company: {
      name: company.name["zh-CN"],
      shortName: company.shortName["zh-CN"],
      phone: company.phone,
      email: company.email,
      website: company.website,
      ticker: company.ticker,
    },
    salutation: instrument.salutation["zh-CN"],
    introduction: instrument.introduction["zh-CN"],
    title: instrument.title["zh-CN"],
    sections: instrument.sections.map((section, place) => ({
      title: section.title["zh-CN"],
      // The paper form has a hint for the ratings only; the one for the open questions is ours.
      ...(place === 0 && {
        hint: section.hint["zh-CN"],
        scale: instrument.scale.map(({ score, label }) => ({ score, label: label["zh-CN"] })),
      }),
      items: section.items.map((item) => ({ code: item.key, text: item.text["zh-CN"] })),
    })),
  };
  const { source: _, ...paper } = printed;
  expect(ours).toEqual(paper);
});

test("every score has its word in both languages", () => {
  expect(scoreLabel(instrument, 5, "zh-CN")).toBe("很好");
  expect(scoreLabel(instrument, 1, "en")).toBe("Very poor");
});
