import type { PrivacyNotice } from "./privacy-notice";

/**
 * The built-in edition's notice. Who and where is the report's; the periods are proposals of good practice that the
 * company confirms, and the sentences hold wherever this program runs (docs/decisions/0008).
 */
export const JINCHEN_2024_NOTICE: PrivacyNotice = {
  version: "1.2",
  effectiveOn: "2026-11-24",
  dataContact: {
    "zh-CN": "证券事务部，电话 0417-6682389，邮箱 jc_irm@jinchenmachine.com",
    en: "Securities Affairs Department, telephone 0417-6682389, e-mail jc_irm@jinchenmachine.com",
  },
  storage: {
    "zh-CN": "公司为本征集部署的服务器和数据库",
    en: "the server and database on which the company runs this form",
  },
  processors: {
    "zh-CN": "本系统不调用任何第三方服务来处理您填写的内容。",
    en: "This form calls on no third-party service to process what you enter.",
  },
  crossBorder: {
    "zh-CN":
      "本系统不把您填写的内容发送给公司以外的任何一方。您在境外填写时，内容由您直接提交至公司为本征集部署的服务器。",
    en: "This form sends what you enter to nobody but the company. If you fill it in from another country, you submit it directly to the server on which the company runs the form.",
  },
  contactMonths: 6,
  responseYears: 5,
  networkLogMonths: 6,
  backupDays: 35,
  replyWorkingDays: 15,
};
