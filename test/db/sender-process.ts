import { countAnswer, noteReceiptMiss, senderOf } from "@/db/senders";
import { closeDatabase } from "@/db/client";

const [network = "", times = "", moment = ""] = process.argv.slice(2);
const now = new Date(moment);

for (let place = 0; place < Number(times); place++) {
  const sender = await senderOf(network, now);
  await noteReceiptMiss(sender, now);
  await countAnswer(sender, now);
}
await closeDatabase();
