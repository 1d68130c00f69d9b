/**
 * Whether this page was loaded by coming back or anew: its fields may then hold what the browser remembered of them.
 * The newer way to ask is younger than the oldest browsers that come here.
 */
export function isLoadedAgain(): boolean {
  return window.performance.navigation.type !== 0;
}
