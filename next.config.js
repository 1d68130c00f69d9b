// Behind a proxy that passes its own Host, Next would take the department's forms for a stranger's.
const { PUBLIC_URL } = process.env;
const allowedOrigins = URL.canParse(PUBLIC_URL ?? "") ? [new URL(PUBLIC_URL).host] : [];
const NOT_FOUND_BY_SEARCH = [{ key: "X-Robots-Tag", value: "noindex, nofollow" }];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["postgres"],
  // `npm test` checks the types; a start on somebody's server should not do it again.
  typescript: { ignoreBuildErrors: true },
  // Title, description and canonical address stand in the head for everyone: Next streams them into the body of a
  // browser that it takes to run scripts, where WeChat and a reader without script would miss them.
  htmlLimitedBots: /.*/,
  // The page names its files itself; the same names again in a Link header would cost a phone 400 bytes.
  reactMaxHeadersLength: 0,
  experimental: {
    // `forbidden()`, with which the department's pages answer 403.
    authInterrupts: true,
    serverActions: { allowedOrigins },
    // Next keeps bodies for proxy.ts and cuts them off here: above the largest file with what its form says around it.
    proxyClientMaxBodySize: 12_700_000,
    // A reader opens one page, once: fewer requests are worth more to them than chunks that pages share.
    cssChunking: "graph",
    turbopackChunking: { minChunkSize: 2_000_000, maxMergeChunkSize: 4_000_000 },
  },
  headers: async () => [
    { source: "/:path*/receipt/:code*", headers: NOT_FOUND_BY_SEARCH },
    { source: "/admin/:path*", headers: NOT_FOUND_BY_SEARCH },
    // proxy.ts gives old browsers another page at the form's addresses.
    { source: "/:locale(en)?/:edition([0-9]{4}[a-z0-9-]*)", headers: [{ key: "Vary", value: "User-Agent" }] },
  ],
};
