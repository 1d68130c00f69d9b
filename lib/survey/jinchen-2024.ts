import { BUILT_IN_CHANNELS } from "./channel";
import type { EditionDefinition } from "./edition";
import type { Item } from "./instrument";
import { JINCHEN_2024_NOTICE } from "./jinchen-2024-notice";

const rating = (key: string, zh: string, en: string): Item => ({ kind: "rating", key, text: { "zh-CN": zh, en } });
const open = (key: string, zh: string, en: string): Item => ({
  kind: "open",
  key,
  text: { "zh-CN": zh, en },
  maxLength: 2000,
});

/**
 * The built-in edition: the feedback form of 金辰股份's 2024 report. The Chinese wording is the report's to the letter
 * (its half-width colon and question mark included), so that paper and online answers are one series.
 */
export const JINCHEN_2024: EditionDefinition = {
  slug: "2024",
  state: "open",
  reportTitle: { "zh-CN": "金辰股份2024年可持续发展报告", en: "Jinchen 2024 Sustainability Report" },
  company: {
    name: { "zh-CN": "营口金辰机械股份有限公司", en: "Yingkou Jinchen Machinery Co., Ltd." },
    shortName: { "zh-CN": "金辰股份", en: "Jinchen" },
    ticker: "603396.SH",
    department: { "zh-CN": "证券事务部", en: "Securities Affairs Department" },
    phone: "0417-6682389",
    email: "jc_irm@jinchenmachine.com",
    website: "http://www.jinchensolar.com/",
    // As far as the report tells it; it has no street, and no channel of its own for complaints.
    address: { "zh-CN": "中国营口", en: "Yingkou, China" },
    complaints: {
      department: { "zh-CN": "审计与风控管理中心", en: "Audit and Risk Control Centre" },
      channel: { "zh-CN": "可致电 0417-6682389 询问", en: "ask for it on 0417-6682389" },
    },
  },
  privacyNotice: JINCHEN_2024_NOTICE,
  reportingPeriod: { start: "2024-01-01", end: "2024-12-31" },
  timeZone: "Asia/Shanghai",
  opensAt: null,
  closesAt: null,
  instrument: {
    title: { "zh-CN": "意见反馈表", en: "Feedback form" },
    salutation: { "zh-CN": "亲爱的读者:", en: "Dear reader," },
    introduction: {
      "zh-CN":
        "您好！非常感谢您在百忙之中阅读《金辰股份2024年可持续发展报告》！为了持续改进可持续发展报告管理工作，我们特别希望倾听您的意见和建议，恳请您协助完成意见反馈表中的相关问题，并反馈给我们：",
      en: "Thank you for taking the time to read Jinchen’s 2024 Sustainability Report. To keep improving our sustainability reporting we would particularly like to hear your views and suggestions. Please complete the questions below and return them to us:",
    },
    scale: [
      { score: 5, label: { "zh-CN": "很好", en: "Very good" } },
      { score: 4, label: { "zh-CN": "较好", en: "Good" } },
      { score: 3, label: { "zh-CN": "一般", en: "Fair" } },
      { score: 2, label: { "zh-CN": "较差", en: "Poor" } },
      { score: 1, label: { "zh-CN": "很差", en: "Very poor" } },
    ],
    sections: [
      {
        title: { "zh-CN": "选择性问题", en: "Ratings" },
        hint: { "zh-CN": "请在相应的位置打“ √ ”", en: "Tick one box for each question" },
        items: [
          rating(
            "impact",
            "请您评价本报告反映金辰股份对经济、社会、环境的重大影响程度",
            "How well does this report reflect Jinchen’s significant impacts on the economy, society and the environment?",
          ),
          rating(
            "responsiveness",
            "请您评价本报告对利益相关方关心问题进行的回应和披露",
            "How well does this report respond to and disclose the matters that stakeholders care about?",
          ),
          rating(
            "disclosure_quality",
            "请您评价本报告披露信息、指标、数据的清晰度、准确性、完整性",
            "How would you rate the clarity, accuracy and completeness of the information, indicators and data disclosed?",
          ),
          rating("readability", "请您评价本报告的可读性", "How would you rate the readability of this report?"),
          rating(
            "overall",
            "请您对《金辰股份2024年可持续发展报告》报告进行综合性评价",
            "Overall, how would you rate the Jinchen 2024 Sustainability Report?",
          ),
        ],
      },
      {
        title: { "zh-CN": "开放性问题", en: "Open questions" },
        hint: { "zh-CN": "一句话也有用。", en: "One sentence is enough." },
        items: [
          open("advice", "您对金辰股份ESG工作有哪些建议?", "What suggestions do you have for Jinchen’s ESG work?"),
          open(
            "valuable_information",
            "您认为本报告为您提供了哪些有价值的ESG信息？",
            "What valuable ESG information did this report give you?",
          ),
          open(
            "missing_information",
            "您认为报告还需要增加披露哪些ESG信息？",
            "What further ESG information should the report disclose?",
          ),
        ],
      },
    ],
  },
  asks: ["stakeholder_group", "topics", "quote", "contact"],
  channels: [...BUILT_IN_CHANNELS],
};
