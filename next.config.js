// Behind a proxy that passes its own Host, Next would take the department's forms for a stranger's.
const { PUBLIC_URL } = process.env;
const allowedOrigins = URL.canParse(PUBLIC_URL ?? "") ? [new URL(PUBLIC_URL).host] : [];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["postgres"],
  // `npm test` checks the types; a start on somebody's server should not do it again.
  typescript: { ignoreBuildErrors: true },
  // `forbidden()`, with which the department's pages answer 403.
  experimental: { authInterrupts: true, serverActions: { allowedOrigins } },
};
