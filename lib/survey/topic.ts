import { z } from "zod";
import type { Localized } from "../locale";

/** The report's three pillars, in its order. */
export const PILLARS = ["environment", "social", "governance"] as const;
export type Pillar = (typeof PILLARS)[number];

/** What a pillar is called. */
export const PILLAR_NAMES: Readonly<Record<Pillar, Localized>> = {
  environment: { "zh-CN": "环境", en: "Environmental" },
  social: { "zh-CN": "社会", en: "Social" },
  governance: { "zh-CN": "可持续发展治理", en: "Sustainability governance" },
};

const topic = <Slug extends string>(slug: Slug, rank2024: number, pillar: Pillar, zh: string, en: string) => ({
  slug,
  rank2024,
  pillar,
  name: { "zh-CN": zh, en } satisfies Localized,
});

/**
 * The 25 topics of the report in the order of its 2024 materiality ranking. The slug is the id; the rank is a result
 * of that year and will be another one next year.
 */
export const TOPICS = [
  topic("climate", 1, "environment", "应对气候变化", "Response to climate change"),
  topic("energy", 2, "environment", "能源利用", "Energy use"),
  topic("innovation", 3, "social", "创新驱动", "Innovation-driven development"),
  topic("supply-chain", 4, "social", "供应链安全", "Supply chain security"),
  topic("clean-energy", 5, "environment", "清洁能源机遇", "Clean-energy opportunities"),
  topic("env-compliance", 6, "environment", "环境合规管理", "Environmental compliance management"),
  topic("product-quality", 7, "social", "产品和服务安全与质量", "Safety and quality of products and services"),
  topic("data-privacy", 8, "social", "数据安全与客户隐私保护", "Data security and customer privacy protection"),
  topic("pollutants", 9, "environment", "污染物排放", "Pollutant discharge"),
  topic("water", 10, "environment", "水资源利用", "Water use"),
  topic("eco-restoration", 11, "environment", "生态修复", "Ecological restoration"),
  topic("biodiversity", 12, "environment", "生态系统和生物多样性保护", "Ecosystem and biodiversity protection"),
  topic("circular", 13, "environment", "循环经济", "Circular economy"),
  topic("waste", 14, "environment", "废弃物处理", "Waste treatment"),
  topic("sme", 15, "social", "平等对待中小企业", "Equal treatment of small and medium-sized enterprises"),
  topic("stakeholder", 16, "governance", "利益相关方沟通", "Stakeholder engagement"),
  topic("social", 17, "social", "社会贡献", "Social contribution"),
  topic("employees", 18, "social", "员工", "Employees"),
  topic("rural", 19, "social", "乡村振兴", "Rural revitalization"),
  topic("tech-ethics", 20, "social", "科技伦理", "Ethics of science and technology"),
  topic("unfair-competition", 21, "governance", "反不正当竞争", "Anti-unfair competition"),
  topic("anti-bribery", 22, "governance", "反商业贿赂及反贪污", "Anti-commercial bribery and anti-corruption"),
  topic("pv-poverty", 23, "social", "光伏扶贫", "PV poverty alleviation"),
  topic("due-diligence", 24, "governance", "尽职调查", "Due diligence"),
  topic("community-rel", 25, "social", "社区关系", "Community relations"),
] as const;

/** A topic's slug. */
export const Topic = z.enum(TOPICS.map(({ slug }) => slug));
export type Topic = z.infer<typeof Topic>;

/** How many topics a reader may choose. */
export const MOST_TOPICS = 5;

/** What a topic is called, by slug; null for a slug of another year's list. */
export function findTopicName(slug: string): Localized | null {
  return TOPICS.find((known) => known.slug === slug)?.name ?? null;
}
