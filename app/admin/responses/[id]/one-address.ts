/** The address of one response's page; `list` is the query of the list that it was opened from. */
export function oneAddress(id: string, list: string | undefined): string {
  const path = `/admin/responses/${encodeURIComponent(id)}`;
  return list ? `${path}?${new URLSearchParams({ list })}` : path;
}
