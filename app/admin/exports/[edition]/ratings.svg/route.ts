import { ratingChart } from "@/lib/charts/rating-chart";
import { resultsRoute } from "../../results-route";

/** The ratings as one picture, to be edited or scaled. */
export function GET(request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  return resultsRoute(request, params, "svg", async (shown) => ratingChart(shown));
}
