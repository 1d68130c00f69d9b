import { arrivalsRoute } from "../../arrivals-route";

/** When answers came and by which channel as one picture, to be edited or scaled. */
export function GET(request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  return arrivalsRoute(request, params, "svg", async (svg) => svg);
}
