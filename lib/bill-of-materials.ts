import { z } from "zod";

const Locked = z.object({
  version: z.string(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  optional: z.boolean().optional(),
  dev: z.boolean().optional(),
});
const Lock = z.object({ name: z.string(), version: z.string(), packages: z.record(z.string(), Locked) });

/**
 * What a lock file of npm brings to production, as a bill of materials (CycloneDX 1.5). Of our own, since `npm sbom --omit dev`
 * leaves out what something for development asks for as well (npm 11: `tsx`, which runs everything). Throws a ZodError.
 */
export function billOfMaterials(lockFile: string): object {
  const { name, version, packages } = Lock.parse(JSON.parse(lockFile));
  const used = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);
  const components = new Map(
    used.map(([path, locked]) => [path.replace(/^.*node_modules\//, "") + locked.version, componentOf(path, locked)]),
  );
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: { component: { type: "application", name, version } },
    components: [...components.values()],
  };
}

function componentOf(path: string, { version, integrity, license, optional }: z.infer<typeof Locked>): object {
  const name = path.replace(/^.*node_modules\//, "");
  const [, sum] = /^sha512-(\S+)/.exec(integrity ?? "") ?? [];
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  return {
    type: "library",
    "bom-ref": purl,
    name,
    version,
    purl,
    scope: optional ? "optional" : "required",
    ...(license ? { licenses: [/[ ()]/.test(license) ? { expression: license } : { license: { id: license } }] } : {}),
    ...(sum ? { hashes: [{ alg: "SHA-512", content: hexOf(sum) }] } : {}),
  };
}

const hexOf = (base64: string) =>
  Array.from(atob(base64), (sign) => sign.charCodeAt(0).toString(16).padStart(2, "0")).join("");
