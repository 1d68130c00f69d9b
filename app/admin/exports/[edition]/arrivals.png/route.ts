import { chartPng } from "@/app/_picture/chart-png";
import { arrivalsRoute } from "../../arrivals-route";

/** When answers came and by which channel as one picture of 300 dpi, 170 mm wide. */
export function GET(request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  return arrivalsRoute(request, params, "png", chartPng);
}
