/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["postgres"],
  // `npm test` checks the types; a start on somebody's server should not do it again.
  typescript: { ignoreBuildErrors: true },
  // `forbidden()`, with which the department's pages answer 403.
  experimental: { authInterrupts: true },
};
