import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

const Body = z.object({ staffId: z.uuid(), secondFactor: z.boolean() });

/** Lets better-auth start a session for somebody whom single sign-on told us of; called from here, never from outside. */
export function entry() {
  return {
    id: "entry",
    endpoints: {
      enter: createAuthEndpoint(
        "/entry",
        { method: "POST", body: Body, metadata: { SERVER_ONLY: true } },
        async (context) => {
          const { staffId, secondFactor } = context.body;
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(staffId);
          if (!user) throw new APIError("UNAUTHORIZED");
          const session = await internalAdapter.createSession(staffId, false, { secondFactor }, true);
          await setSessionCookie(context, { session, user });
          return context.json({ id: session.id });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
