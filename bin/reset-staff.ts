import { z } from "zod";
import type { Env } from "@/lib/env";
import { readSettings, withDatabase } from "./settings";
import { tellError } from "./tell-error";

const USAGE = `用法 usage: npm run reset-staff -- wang.fang@example.com

  已有账户：给出一个设置新密码的链接，并关闭其双重验证。An account: prints a link to a new password; using it
  switches two-factor off.
  没有账户：给出一个管理员的邀请链接。No account: prints an invitation as an administrator.
`;

/** Prints a one-time link with which somebody signs in again, when nobody can make it in the browser. */
async function resetStaff(email: string, settings: Env): Promise<string> {
  const { makeResetLink } = await import("@/db/passwords");
  const reset = await makeResetLink(null, email);
  if (reset) return linkText(settings, "new-password", reset.token, "设置新密码 new password", "24 小时 hours");
  const { invite, withdrawInvitation } = await import("@/db/invitations");
  await withdrawInvitation(null, email);
  const invited = await invite(null, { email, role: "administrator" });
  if (!invited.ok) throw new Error("the account or an invitation was made while this ran: run it again");
  return linkText(settings, "invitation", invited.value.token, "邀请管理员 a new administrator", "7 天 days");
}

function linkText({ publicUrl }: Env, page: string, token: string, what: string, life: string): string {
  return `\n  ${what} (${life}, 一次 once)\n  ${publicUrl}/admin/${page}?token=${token}\n\n`;
}

async function run(email: string): Promise<void> {
  const settings = readSettings();
  // Joins the server of a running installation, which goes on when this leaves.
  await withDatabase(settings, async (url) => {
    process.env.DATABASE_URL = url;
    try {
      const { prepareDatabase } = await import("@/db/migrate");
      await prepareDatabase(url);
      process.stdout.write(await resetStaff(email, settings));
    } finally {
      const { closeDatabase } = await import("@/db/client");
      await closeDatabase();
    }
  });
}

const email = z.email().max(100).safeParse(process.argv[2]);
try {
  if (email.success) await run(email.data);
  else process.stderr.write(USAGE);
  process.exit(email.success ? 0 : 2);
} catch (error) {
  await tellError(error);
  process.exit(1);
}
