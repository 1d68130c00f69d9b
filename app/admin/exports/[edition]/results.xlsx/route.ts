import { resultsWorkbook } from "@/lib/export/results-workbook";
import { resultsRoute } from "../../results-route";

/** The results page's tables as a workbook. */
export function GET(request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  return resultsRoute(request, params, "xlsx", async (shown) => new Uint8Array(await resultsWorkbook(shown)));
}
