import { describe, expect, test } from "vitest";
import { invitationOf } from "@/lib/invitation";
import { LOCALES } from "@/lib/locale";
import { BUILT_IN_CHANNELS, type Channel, channelForGroup } from "@/lib/survey/channel";
import { daysLeft } from "@/lib/survey/days-left";
import { ownerOf } from "@/lib/survey/group-owner";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { STAKEHOLDER_GROUPS } from "@/lib/survey/stakeholder-group";

const LINKS = { email: "https://esg.example.cn/2024?c=email", wechat: "https://esg.example.cn/2024?c=wechat" };
const closing = { ...JINCHEN_2024, closesAt: new Date("2025-12-31T16:00:00Z") };

describe("an invitation", () => {
  test("in Chinese is a letter that can be sent as it stands", () => {
    const { subject, body, short } = invitationOf(closing, "supplier", LINKS, "zh-CN");
    expect(subject).toBe("诚邀您对《金辰股份2024年可持续发展报告》提出意见");
    expect(body).toBe(`尊敬的合作伙伴：

您好！感谢贵公司长期以来与金辰股份的合作。《金辰股份2024年可持续发展报告》已经发布。为了持续改进可持续发展管理和信息披露，我们诚恳邀请您填写意见反馈表。供应链管理、反贪腐、互利共赢、循环经济等方面，我们尤其希望听到您的看法。

答完 8 题约需 2 分钟，各题均可不答。匿名填写，无需登录，不要求提供姓名、单位等身份信息。

请点击链接填写：
https://esg.example.cn/2024?c=email

征集截至2025年12月31日（北京时间）。如有疑问，或希望以其他方式提出意见，请联系证券事务部：0417-6682389，jc_irm@jinchenmachine.com。

顺颂商祺

营口金辰机械股份有限公司
集团供应链中心`);
    expect(short).toBe(
      "尊敬的合作伙伴，您好！《金辰股份2024年可持续发展报告》已经发布，诚邀您用约 2 分钟填写意见反馈表。匿名填写，无需登录，各题均可不答，2025年12月31日截止。\nhttps://esg.example.cn/2024?c=wechat",
    );
  });

  test("in English tells the same", () => {
    const { subject, body, short } = invitationOf(closing, "customer", LINKS, "en");
    expect(subject).toBe("Your views on the Jinchen 2024 Sustainability Report");
    for (const said of [
      "Dear customer,",
      "2 minutes",
      "anonymous",
      "until 31 December 2025 (Beijing time)",
      LINKS.email,
    ])
      expect(body).toContain(said);
    expect(body.endsWith("Yingkou Jinchen Machinery Co., Ltd.\nMarketing Operations Centre")).toBe(true);
    expect(short).toMatch(/open until 31 December 2025\.\nhttps:/);
  });

  test("of a round without an end names none", () => {
    const { body, short } = invitationOf(JINCHEN_2024, "investor", LINKS, "zh-CN");
    expect(body + short).not.toMatch(/截至|截止/);
  });

  test("is signed by the department that the company has named", () => {
    const owners = { supplier: { "zh-CN": "采购部𠮷", en: "Purchasing" } };
    const named = { ...closing, company: { ...closing.company, owners } };
    expect(invitationOf(named, "supplier", LINKS, "zh-CN").body.endsWith("\n采购部𠮷")).toBe(true);
    expect(invitationOf(named, "customer", LINKS, "zh-CN").body.endsWith("\n营销运营中心")).toBe(true);
  });

  test("gives the day of the edition's own time zone", () => {
    const abroad = { ...closing, timeZone: "Europe/Berlin", closesAt: new Date("2025-12-31T23:00:00Z") };
    expect(invitationOf(abroad, "other", LINKS, "zh-CN").body).toContain("2025年12月31日（Europe/Berlin）");
  });

  test.each(STAKEHOLDER_GROUPS)("to %s is whole in both languages, without a blank or a brace", (group) => {
    for (const language of LOCALES) {
      const { subject, body, short } = invitationOf(closing, group, LINKS, language);
      expect(subject + body + short).not.toMatch(/[{}]|undefined| {2}/);
      expect(body.split("\n\n").every((part) => part.trim() === part && part !== "")).toBe(true);
      expect(body).toContain(ownerOf(closing.company, group)[language]);
    }
  });
});

describe("the channel of an invitation", () => {
  const own = (code: string, kind: Channel["kind"], retired = false): Channel => ({
    code,
    name: { "zh-CN": code, en: code },
    kind,
    group: "customer",
    retired,
  });
  const codeOf = (channels: readonly Channel[]) => channelForGroup(channels, "customer", "email")?.code ?? null;

  test("is the group's own of the kind, else any of its own, else the general one of the kind, else none", () => {
    const general = BUILT_IN_CHANNELS;
    expect(codeOf([...general, own("wx", "wechat"), own("mail", "email")])).toBe("mail");
    expect(codeOf([...general, own("fair", "meeting")])).toBe("fair");
    expect(codeOf(general)).toBe("email");
    expect(codeOf([])).toBeNull();
  });

  test("is never a retired one or another group's", () => {
    const others = { ...own("suppliers", "email"), group: "supplier" as const };
    expect(codeOf([own("old", "email", true), others])).toBeNull();
  });
});

test.each([
  ["2025-11-23T15:59:00Z", 38],
  ["2025-12-30T16:00:00Z", 0],
  ["2025-12-31T16:00:00Z", null],
])("at %s, %s days of the round are left", (now, left) => {
  expect(daysLeft(closing, new Date(now))).toBe(left);
  expect(daysLeft({ ...closing, state: "draft" }, new Date(now))).toBeNull();
  expect(daysLeft(JINCHEN_2024, new Date(now))).toBeNull();
});
