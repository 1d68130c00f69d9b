import { type KeyObject, createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { text } from "node:stream/consumers";

/** What the provider does about the next people who come: claims beside or instead of its own, and its bad days. */
export interface Mood {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly denies?: boolean;
  readonly isDown?: boolean;
  readonly forges?: boolean;
}

export interface IdentityProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

/** The client that it knows. */
export const CLIENT = { id: "report-feedback", secret: "the client's own secret" } as const;

/**
 * A company's single sign-on, small: discovery, authorization code with PKCE, RS256 tokens. Everybody is let through at
 * once, as whom `setMood` says.
 */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { nonce: string; challenge: string }>();
  let mood: Mood = {};
  const server = createServer((request, response) => void answer(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const issuer = `http://127.0.0.1:${address.port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", issuer);
    const json = (content: object, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
    if (url.pathname === "/mood") {
      mood = JSON.parse(await text(request)) as Mood;
      return void json({});
    }
    if (mood.isDown) return void response.writeHead(503).end("down");
    if (url.pathname === "/.well-known/openid-configuration")
      return void json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (url.pathname === "/keys")
      return void json({ keys: [{ ...keys.publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    if (url.pathname === "/authorize") {
      const asked = (name: string) => url.searchParams.get(name) ?? "";
      const back = new URL(asked("redirect_uri"));
      back.searchParams.set("state", asked("state"));
      const code = randomUUID();
      codes.set(code, { nonce: asked("nonce"), challenge: asked("code_challenge") });
      back.searchParams.set(mood.denies ? "error" : "code", mood.denies ? "access_denied" : code);
      return void response.writeHead(302, { location: back.href }).end();
    }
    const form = new URLSearchParams(await text(request));
    const issued = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (basicOf(request) !== `${CLIENT.id}:${CLIENT.secret}`) return void json({ error: "invalid_client" }, 401);
    if (issued?.challenge !== challenge) return void json({ error: "invalid_grant" }, 400);
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: CLIENT.id, iat: now, exp: now + 60, nonce: issued.nonce, ...mood.claims };
    const idToken = signed(claims, mood.forges ? stranger.privateKey : keys.privateKey);
    json({ access_token: randomUUID(), token_type: "Bearer", expires_in: 60, id_token: idToken });
  }

  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { issuer, stop };
}

/** Says what the provider at an address does from now on. */
export async function setMood(issuer: string, mood: Mood): Promise<void> {
  await fetch(`${issuer}/mood`, { method: "POST", body: JSON.stringify(mood) });
}

/** RFC 6749, 2.3.1: both are form-encoded before they are joined. */
function basicOf(request: IncomingMessage): string {
  const sent = Buffer.from((request.headers.authorization ?? "").replace("Basic ", ""), "base64").toString();
  return decodeURIComponent(sent.replaceAll("+", " "));
}

function signed(claims: object, key: KeyObject): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString("base64url");
  const body = `${part({ alg: "RS256", typ: "JWT", kid: "1" })}.${part(claims)}`;
  return `${body}.${sign("RSA-SHA256", Buffer.from(body), key).toString("base64url")}`;
}
