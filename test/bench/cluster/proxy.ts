import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Program, startProgram } from "./program";

/** What a test's nginx has otherwise than deploy/nginx.conf: no TLS, its own ports and folders. */
function siteFor(directory: string, port: number, apps: readonly number[]): string {
  const shipped = readFileSync("deploy/nginx.conf", "utf8");
  const changes: readonly (readonly [RegExp, string])[] = [
    [/server \{\s+listen 80;[^}]*\}/, ""],
    [/^ +listen \[::\].*\n/gm, ""],
    [/listen 443 ssl http2;/, `listen 127.0.0.1:${port};`],
    [/^ +ssl_.*\n/gm, ""],
    [/ +server 127\.0\.0\.1:3000 (.*)\n/, apps.map((app) => `    server 127.0.0.1:${app} $1\n`).join("")],
    [/\/var\/(log|cache)\/nginx\//g, `${directory}/`],
    // On a port of its own the address that a browser names has it too.
    [/Host \$host;/g, "Host $http_host;"],
    // The end-to-end tests speak for senders of their own.
    [/X-Forwarded-For \$remote_addr;/, "X-Forwarded-For $proxy_add_x_forwarded_for;"],
  ];
  return changes.reduce((text, [from, to]) => {
    if (text.search(from) < 0) throw new Error(`deploy/nginx.conf has no ${from.source}`);
    return text.replace(from, to);
  }, shipped);
}

/** Starts nginx with the site that is shipped, before some ports of the app. */
export async function startProxy(directory: string, port: number, apps: readonly number[]): Promise<Program> {
  const home = join(directory, "nginx");
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, "site.conf"), siteFor(home, port, apps));
  writeFileSync(
    join(home, "nginx.conf"),
    `daemon off; pid ${home}/pid; error_log ${home}/error.log warn; worker_processes 1;
user root;
events { worker_connections 2048; }
http {
  include /etc/nginx/mime.types;
  client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/f;
  uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
  include ${home}/site.conf;
}
`,
  );
  return startProgram({
    command: ["/usr/sbin/nginx", "-e", `${home}/error.log`, "-c", join(home, "nginx.conf")],
    port,
    log: join(home, "output.log"),
  });
}
