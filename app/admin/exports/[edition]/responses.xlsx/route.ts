import { responsesXlsx } from "@/lib/export/xlsx";
import { env } from "@/lib/env";
import { exportRoute } from "../../export-route";

/** Every response of an edition, its distribution and its codebook as a workbook. */
export function GET(request: Request, { params }: { params: Promise<{ edition: string }> }): Promise<Response> {
  return exportRoute(
    request,
    params,
    "xlsx",
    ({ edition, locale }, { counts, instrument, asks, unsealings, responses }) =>
      responsesXlsx({ ...edition, instrument, asks, unsealings, isDemo: env().DEMO }, counts, responses(), locale),
  );
}
