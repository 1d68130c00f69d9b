import { DeadEnd } from "./dead-end";
import { doorTitle } from "./page-title";

/** 404 below /admin. */
export default async function NotFound() {
  return (
    <>
      {/* The page that was not found brings none. */}
      <title>{await doorTitle("notFound.title")}</title>
      <DeadEnd why="notFound" />
    </>
  );
}
