/** The header in which bin/start.ts tells routes and pages who asks; what a client sends by this name is deleted there. */
export const NETWORK_HEADER = "x-client-network";
