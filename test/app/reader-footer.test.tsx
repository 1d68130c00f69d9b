import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { ReaderFooter } from "@/app/[locale]/_frame/reader-footer";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";

const { company } = JINCHEN_2024;
const footerOf = (changes: Partial<typeof company> = {}) =>
  renderToStaticMarkup(<ReaderFooter locale="zh-CN" slug="2024" company={{ ...company, ...changes }} />);

describe("the footer of a reader's page", () => {
  test("names company, department, telephone and e-mail, and leads to the notice and to one's receipt", () => {
    const parts = ["营口金辰机械股份有限公司", "证券事务部", "0417-6682389", "jc_irm@jinchenmachine.com"];
    for (const part of [...parts, 'href="/2024/privacy"', 'href="/2024/receipt"']) expect(footerOf()).toContain(part);
  });

  test("sends complaints where they belong", () => {
    expect(footerOf()).toContain("投诉、举报请联系审计与风控管理中心（可致电 0417-6682389 询问），请勿在本表填写。");
    expect(footerOf({ complaints: undefined })).not.toContain("举报");
  });

  test("shows the filings that are set, each linked to its register", () => {
    const footer = footerOf({ icpFiling: "辽ICP备12345678号-2", publicSecurityFiling: "辽公网安备21080202000001号" });
    expect(footer).toContain('<a href="https://beian.miit.gov.cn/">辽ICP备12345678号-2</a>');
    expect(footer).toContain(
      '<a href="https://beian.mps.gov.cn/#/query/webSearch?code=21080202000001">辽公网安备21080202000001号</a>',
    );
  });

  test("says nothing of filings that are not set", () => {
    expect(footerOf()).not.toMatch(/备案|beian|ICP|待填/);
  });
});
