/** The address of the page that deals with all answers in quarantine for a reason. */
export function quarantineAddress(edition: string | undefined, reason: string): string {
  return `/admin/responses/quarantine?${new URLSearchParams({ ...(edition && { edition }), reason })}`;
}
