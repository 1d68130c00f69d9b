import type { Company } from "@/lib/survey/company";
import { shownSize } from "@/lib/survey/logo";
import styles from "./company-logo.module.css";

/** A company's logo, beside its name, which says the same; nothing where it has none. */
export function CompanyLogo({ company }: { company: Pick<Company, "logo"> }) {
  if (!company.logo) return null;
  return <img className={styles.logo} src={`/logo/${company.logo.hash}`} {...shownSize(company.logo)} alt="" />;
}
