import { endAfterBug } from "@/bin/end-after-bug";
import { openLog } from "@/bin/observe/log";

const log = openLog("info", () => {});
endAfterBug(log, async () => log.info("requests under way are answered"));
// As Next does: it would go on.
process.on("uncaughtException", () => {});
setInterval(() => {}, 1000);
setTimeout(() => {
  throw new Error("a bug, at watermark@example.com");
});
