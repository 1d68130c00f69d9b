import { readFileSync } from "node:fs";
import { billOfMaterials } from "@/lib/bill-of-materials";

// `npm run sbom`: what runs in production, by the lock file; it needs neither the network nor node_modules.
process.stdout.write(`${JSON.stringify(billOfMaterials(readFileSync("package-lock.json", "utf8")), null, 2)}\n`);
