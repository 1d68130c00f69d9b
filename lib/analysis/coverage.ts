import { STAKEHOLDER_GROUPS, type StakeholderGroup } from "../survey/stakeholder-group";

/** The valid answers of those who stated a group, or of those who stated none. */
export interface GroupAnswers {
  readonly group: StakeholderGroup | null;
  readonly valid: number;
  /** The day of the last, `YYYY-MM-DD`. */
  readonly lastOn: string;
}

/** How far a group has been heard: 其他 is no group of the report's, so that nobody expects it. */
export type Standing = "silent" | "few" | "heard" | "unexpected";

/** One group on the coverage board. */
export interface CoverageRow {
  readonly group: StakeholderGroup;
  readonly valid: number;
  /** The Monday of the week in which the last came: no nearer, since a day may tell who it was. */
  readonly lastWeek: string | null;
  readonly standing: Standing;
}

/** Who has been heard in an edition: the report's groups in its order and 其他, and those who stated none. */
export interface Coverage {
  readonly rows: readonly CoverageRow[];
  readonly unstated: Pick<CoverageRow, "valid" | "lastWeek">;
  readonly total: number;
}

/** Below so many answers viewers are not shown a group apart, so that it is worth inviting again. */
export const FEW_BELOW = 5;

/** The coverage board of an edition's valid answers. */
export function coverageOf(answers: readonly GroupAnswers[]): Coverage {
  const of = (group: StakeholderGroup | null) => {
    const found = answers.find((one) => one.group === group);
    return { valid: found?.valid ?? 0, lastWeek: found ? mondayOf(found.lastOn) : null };
  };
  return {
    rows: STAKEHOLDER_GROUPS.map((group) => ({ group, ...of(group), standing: standingOf(group, of(group).valid) })),
    unstated: of(null),
    total: answers.reduce((sum, { valid }) => sum + valid, 0),
  };
}

/** The report's groups that stand so. */
export function groupsThatAre(standing: Standing, { rows }: Coverage): StakeholderGroup[] {
  return rows.filter((row) => row.standing === standing).map(({ group }) => group);
}

function standingOf(group: StakeholderGroup, valid: number): Standing {
  if (group === "other") return "unexpected";
  if (valid === 0) return "silent";
  return valid < FEW_BELOW ? "few" : "heard";
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
