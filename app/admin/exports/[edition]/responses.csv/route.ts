import { responsesCsv } from "@/lib/export/csv";
import { exportRoute } from "../../export-route";

/** Every response of an edition as CSV. */
export function GET(request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  return exportRoute(request, params, "csv", ({ edition, locale }, { instrument, asks, responses }) =>
    responsesCsv({ ...edition, instrument, asks }, responses(), locale),
  );
}
