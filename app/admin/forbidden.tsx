import { DeadEnd } from "./dead-end";

/** 403: signed in, but this is not for one's role. */
export default function Forbidden() {
  return <DeadEnd why="forbidden" />;
}
