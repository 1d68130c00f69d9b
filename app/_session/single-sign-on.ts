import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { recordSignIn } from "@/db/sign-ins";
import { personOf, recordSignOnRefusal } from "@/db/sign-on";
import { keepSignOnTry, takeSignOnTry } from "@/db/sign-on-tries";
import { type Result, fail, ok } from "@/lib/result";
import type { SignOnRefusal } from "@/lib/single-sign-on";
import { authentication } from "./auth";
import { cookieAttributes, cookieName } from "./cookie-names";
import { identityFrom, signOnAddress } from "./identity-provider";

/** The cookie of the browser in which a try began: an answer brought into another one is worth nothing. */
const TRY_COOKIE = "sign-on";
const TEN_MINUTES_SECONDS = 600;

/** The issuer's address where a person signs in who then goes on to `next`; null while the issuer does not answer. */
export async function startSignOn(next: string): Promise<string | null> {
  const [state, nonce, verifier] = [random(), random(), random()];
  const address = await signOnAddress({ state, nonce, verifier });
  if (address === null) return null;
  await keepSignOnTry(state, { nonce, verifier, next });
  await setTry(state, TEN_MINUTES_SECONDS);
  return address;
}

/** Signs in whoever comes back from the issuer with the query of the callback, and returns where they go on to. */
export async function finishSignOn(query: string): Promise<Result<{ next: string }, SignOnRefusal>> {
  const state = new URLSearchParams(query).get("state") ?? "";
  const begunHere = (await cookies()).get(cookieName(TRY_COOKIE))?.value === state;
  const begun = begunHere ? await takeSignOnTry(state) : null;
  if (!begun) return fail("over");
  await setTry("", 0);
  const identity = await identityFrom(query, { state, ...begun });
  if (!identity.ok) {
    await recordSignOnRefusal(identity.error);
    return identity;
  }
  const person = await personOf(identity.value);
  if (!person.ok) return person;
  const { api } = await authentication();
  const { secondFactor } = identity.value;
  await api.enter({ body: { staffId: person.value.id, secondFactor }, headers: await headers() });
  await recordSignIn(person.value, "sso");
  return ok({ next: begun.next });
}

const random = () => randomBytes(32).toString("base64url");

async function setTry(state: string, maxAge: number): Promise<void> {
  (await cookies()).set(cookieName(TRY_COOKIE), state, cookieAttributes(maxAge));
}
