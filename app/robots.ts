import type { MetadataRoute } from "next";

/** Forms and notices may be found; receipts, submissions and the department's pages are nobody's search result. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/admin", "/*/receipt/", "/*/responses"] } };
}
