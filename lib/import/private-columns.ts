import type { ReadTable } from "./read-file";

/** A column of a file that may be kept; `place` is where it stands in the file, from 0. */
export interface KeptColumn {
  readonly place: number;
  readonly name: string;
}

/** What of a file may be kept: cells stand in the order of `columns`. */
export interface KeptTable {
  readonly columns: readonly KeptColumn[];
  readonly rows: ReadTable["rows"];
}

/** Columns of survey programs that tell where, when and how long somebody answered: they are not kept, not even staged. */
const NOT_KEPT =
  /^(来自)?ip(地址)?$|^来源详情$|^所用时间$|^(开始|结束)(答题|答卷)?时间$|^用户(id|名|昵称)?$|^(微信)?(昵称|openid)$|user.?agent/i;
const ADDRESS = /^\s*(?:(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4})(?:\s*[(（].*[)）])?\s*$/i;
/** A day with a time of day and nothing after it: a sentence that begins with one stays whole. */
const MOMENT =
  /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T\s]+(?:[上下]午)?\d{1,2}[:：时]\d{1,2}分?(?:[:：]?\d{1,2}(?:\.\d+)?秒?)?\s*(?:[ap]m|z|[+-]\d{2}:?\d{2})?\s*$/i;

/** A table without what must not be kept: such columns go, addresses are blanked, a moment becomes its day. */
export function withoutPrivate({ header, rows }: ReadTable): KeptTable {
  const columns = header
    .map((name, place): KeptColumn => ({ place, name }))
    .filter(({ name }) => !NOT_KEPT.test(name.normalize("NFKC")));
  return {
    columns,
    rows: rows.map(({ number, cells }) => ({
      number,
      cells: columns.map(({ place }) => cleaned(cells[place] ?? "")),
    })),
  };
}

function cleaned(cell: string): string {
  if (ADDRESS.test(cell)) return "";
  const [, year = "", month = "", day = ""] = MOMENT.exec(cell) ?? [];
  return year === "" ? cell : dayOf(year, month, day);
}

/** A day written in one of the usual ways (2025/6/18, 2025年6月18日, 2025-06-18), as `2025-06-18`; other texts as they are. */
export function normalisedDay(text: string): string {
  const [, year = "", month = "", day = ""] =
    /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*$/.exec(text.normalize("NFKC")) ?? [];
  return year === "" ? text.trim() : dayOf(year, month, day);
}

const dayOf = (year: string, month: string, day: string) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
