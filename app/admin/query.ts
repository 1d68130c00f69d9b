/** What Next hands a page of its address's query. */
export type Query = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** One value of a query; of several with the same name, the first. */
export async function queryValue(query: Query, name: string): Promise<string | undefined> {
  const value = (await query)[name];
  return Array.isArray(value) ? value[0] : value;
}
