import { expect, test } from "vitest";
import { sourceHash } from "@/bin/build";

test("a build serves every release of Node with the same ABI, so that an update of packages does not ask for another", () => {
  const { node, modules } = process.versions;
  expect(sourceHash({ node: `${node}-security`, modules })).toBe(sourceHash());
  expect(sourceHash({ node, modules: `${modules}0` })).not.toBe(sourceHash());
});
