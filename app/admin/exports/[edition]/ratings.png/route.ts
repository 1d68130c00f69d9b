import { chartPng } from "@/app/_picture/chart-png";
import { ratingChart } from "@/lib/charts/rating-chart";
import { resultsRoute } from "../../results-route";

/** The ratings as one picture of 300 dpi, 170 mm wide. */
export function GET(request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  return resultsRoute(request, params, "png", async (shown) => chartPng(ratingChart(shown)));
}
