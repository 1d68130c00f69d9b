/** What bin/front tells the route: it failed, and the log says so. */
export const FAILED_HEADER = "x-failed-in-front";

/** By the database, after which nobody is to wait for it once more, or by a bug, which may be the front's alone. */
export type FailedInFront = "storage" | "bug";
