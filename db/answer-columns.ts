import { sql } from "drizzle-orm";
import type { Topic } from "@/lib/survey/topic";
import { response, topicChoice, verbatim } from "./schema/survey";

/** What staff read of a response besides its answers, for a `select` from `response`. */
export const factColumns = {
  id: response.id,
  receivedOn: response.receivedOn,
  locale: response.locale,
  channel: response.channel,
  status: response.status,
  statusReason: response.statusReason,
  flags: response.flags,
  readingSeconds: response.readingSeconds,
};

/** What a response answered, for a `select` from `response`: texts by item key, {} for none; topics in no order. */
export const answerColumns = {
  ratings: response.ratings,
  verbatims: sql<Record<string, string>>`coalesce((
    select json_object_agg(${verbatim.item}, ${verbatim.content})
    from ${verbatim} where ${verbatim.responseId} = ${response.id}), '{}')`,
  stakeholderGroup: response.stakeholderGroup,
  topics: sql<Topic[]>`array(
    select ${topicChoice.topic} from ${topicChoice} where ${topicChoice.responseId} = ${response.id})`,
  quoteConsent: response.quoteConsent,
};
