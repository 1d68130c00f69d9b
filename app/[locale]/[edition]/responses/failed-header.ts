/** What bin/front tells the route: the database failed, after which nobody is to wait for it once more. */
export const FAILED_HEADER = "x-storage-failed";
