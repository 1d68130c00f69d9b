import { customType } from "drizzle-orm/pg-core";
import type { Rating } from "@/lib/survey/scale";

/** The ratings of a response as `smallint[]`. The driver reads a NULL in an array as NaN, hence a type of our own. */
export const ratingArray = customType<{ data: readonly Rating[]; driverData: number[] | string }>({
  dataType: () => "smallint[]",
  toDriver: (ratings) => `{${ratings.map((rating) => rating ?? "NULL").join(",")}}`,
  fromDriver: (stored) => {
    if (typeof stored === "string") throw new TypeError("the driver returned an array unparsed");
    return stored.map((rating) => (Number.isNaN(rating) ? null : (rating as Rating)));
  },
});
