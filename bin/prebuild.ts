import { buildIfNeeded } from "./build";

// Ahead of the start, for a place that may not be written to when the program runs: an image, a read-only directory.
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
await buildIfNeeded();
