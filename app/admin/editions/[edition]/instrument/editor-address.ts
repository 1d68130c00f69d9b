/** The address of an edition's instrument editor, or of a page below it. */
export function editorAddress(slug: string, ...rest: readonly ("preview" | "publish")[]): string {
  return ["/admin/editions", encodeURIComponent(slug), "instrument", ...rest].join("/");
}
