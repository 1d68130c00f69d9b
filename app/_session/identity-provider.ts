import {
  AuthorizationResponseError,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from "openid-client";
import { logFailure } from "@/app/_observe/log-failure";
import { env } from "@/lib/env";
import { type Result, fail, ok } from "@/lib/result";
import { type Identity, type SignOnRefusal, identityOf } from "@/lib/single-sign-on";

/** What one try to sign in proves itself by: none of it is ever used twice. */
export interface SignOnProof {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Somebody waits for the issuer's answers in front of a white page. */
const PATIENCE_SECONDS = 8;

/** What openid-client calls an issuer that does not answer in time, or with an error of its own. */
const UNAVAILABLE = ["OAUTH_TIMEOUT", "OAUTH_RESPONSE_IS_NOT_CONFORM"];

/** Where our issuer sends people back to. */
const callback = () => `${env().publicUrl}/admin/sign-in/sso/callback`;

/** What the button calls the single sign-on of the settings; null where there is none. */
export function signOnName(): string | null {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return OIDC_ISSUER ? (OIDC_NAME ?? new URL(OIDC_ISSUER).host) : null;
}

/** Whether nobody signs in by password any more, but for the command line's links. */
export function isSignOnOnly(): boolean {
  return env().OIDC_ONLY;
}

/** The issuer's page where a try starts, by authorization code and PKCE; null while the issuer does not answer. */
export async function signOnAddress({ state, nonce, verifier }: SignOnProof): Promise<string | null> {
  try {
    const url = buildAuthorizationUrl(await issuer(), {
      redirect_uri: callback(),
      scope: "openid email profile",
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    });
    return url.href;
  } catch (error) {
    complain(error);
    return null;
  }
}

/** Who came back with the query of a callback, when everything about it is right: signature, audience, nonce, time. */
export async function identityFrom(query: string, proof: SignOnProof): Promise<Result<Identity, SignOnRefusal>> {
  const checks = { expectedState: proof.state, expectedNonce: proof.nonce, pkceCodeVerifier: proof.verifier };
  try {
    const config = await issuer();
    const tokens = await authorizationCodeGrant(config, new URL(`${callback()}${query}`), {
      ...checks,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return fail("invalid");
    // Some issuers tell the e-mail there only.
    const more = claims.email === undefined && config.serverMetadata().userinfo_endpoint;
    const told = more ? await fetchUserInfo(config, tokens.access_token, claims.sub) : {};
    const identity = identityOf({ ...told, ...claims });
    return identity ? ok(identity) : fail("invalid");
  } catch (error) {
    if (error instanceof AuthorizationResponseError && error.error === "access_denied") return fail("cancelled");
    complain(error);
    const untrue = error instanceof ClientError && !UNAVAILABLE.includes(error.code ?? "");
    return fail(untrue ? "invalid" : "provider");
  }
}

async function issuer(): Promise<Configuration> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) throw new Error("single sign-on is not set");
  const execute = [enableNonRepudiationChecks];
  // The settings let only this machine's own addresses be without TLS.
  if (OIDC_ISSUER.startsWith("http:")) execute.push(allowInsecureRequests);
  const options = { execute, timeout: PATIENCE_SECONDS };
  return discovery(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, undefined, authentication(OIDC_CLIENT_SECRET), options);
}

/** The secret as the issuer takes it: in the body where it says so, else as OpenID Connect Discovery 1.0, 3 presumes. */
function authentication(secret: string | undefined): ClientAuth {
  return (server, ...rest) => {
    const inBody = server.token_endpoint_auth_methods_supported?.includes("client_secret_post");
    return (inBody ? ClientSecretPost(secret) : ClientSecretBasic(secret))(server, ...rest);
  };
}

/** For the operator, who alone can mend it: what was wrong, and nothing of whom it was about. */
function complain(error: unknown): void {
  const code = error instanceof ClientError ? ` (${error.code ?? "no code"})` : "";
  logFailure(error, `single sign-on failed${code}`);
}
