import { randomUUID } from "node:crypto";

/** Stands in every malformed submission, so that a log can be searched for what readers wrote. */
export const MARK = "绝密标记7Q";

/** A request that must be refused: `title` says what is wrong with it. */
export interface MalformedSubmission {
  readonly title: string;
  readonly init: RequestInit & { duplex?: "half" };
}

const FORM = "application/x-www-form-urlencoded";
const key = () => `idempotency_key=${randomUUID()}`;
const advice = `advice=${encodeURIComponent(MARK)}`;

const post = (title: string, body: BodyInit | Uint8Array, headers: Record<string, string>): MalformedSubmission => ({
  title,
  init: { method: "POST", body: body as BodyInit, headers },
});
const form = (title: string, fields: string) => post(title, `${key()}&${advice}&${fields}`, { "content-type": FORM });
const bare = (title: string, body: string | Uint8Array) => post(title, body, { "content-type": FORM });
const json = (title: string, fields: object) =>
  post(title, JSON.stringify({ idempotency_key: randomUUID(), advice: MARK, ...fields }), {
    "content-type": "application/json",
  });
const rawJson = (title: string, body: string | Uint8Array) => post(title, body, { "content-type": "application/json" });
const typed = (title: string, type: string) => post(title, `${key()}&${advice}&impact=5`, { "content-type": type });

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const long = (text: string, times: number) => encodeURIComponent(text.repeat(times));

const ratings = [
  "0",
  "6",
  "-1",
  "3.5",
  "5 ",
  " 5",
  "05",
  "٥",
  "５",
  "很好",
  "5,4",
  "1e0",
  "NaN",
  "true",
  "[5]",
  "5\u0000",
];

const contact = `contact=${encodeURIComponent(MARK)}`;
const optional: readonly MalformedSubmission[] = [
  form("six topics", "topics=climate&topics=energy&topics=water&topics=sme&topics=social&topics=rural"),
  form("an unknown topic", "topics=weather"),
  form("an unknown topic among known ones", "topics=climate&topics=weather"),
  form("a topic by its name", `topics=${encodeURIComponent("能源利用")}`),
  form("the same topic twice", "topics=climate&topics=climate"),
  form("a blank topic", "topics="),
  form("a thousand topics", Array.from({ length: 1000 }, (_, place) => `topics=t${place}`).join("&")),
  ...["climate", '["climate"]', { climate: true }, ["climate", 5], [["climate"]], true].map((value) =>
    json(`the JSON topics ${JSON.stringify(value)}`, { topics: value }),
  ),
  form("an unknown group", "stakeholder_group=shareholder"),
  form("two groups", "stakeholder_group=investor&stakeholder_group=customer"),
  json("the JSON groups as a list", { stakeholder_group: ["investor"] }),
  form("a quote that is neither yes nor no", "quote=maybe"),
  json("a JSON quote that is a boolean", { quote: true }),
  form("a contact without its consent", contact),
  form("a contact with a consent in other words", `${contact}&contact_consent=on`),
  form("a contact with a NUL", `${contact}%00&contact_consent=yes`),
  form("a contact of two lines", `${contact}%0D%0Ab&contact_consent=yes`),
  form("a contact of 201 characters", `contact=${long("字", 201)}&contact_consent=yes`),
  rawJson(
    "a contact with half a character",
    `{"idempotency_key":"${randomUUID()}","advice":"${MARK}","contact":"\\ud842","contact_consent":"yes"}`,
  ),
  json("a JSON contact that is a list", { contact: ["a@b.cn"], contact_consent: "yes" }),
  bare("the optional questions alone", `${key()}&stakeholder_group=other&topics=water&quote=yes`),
  bare("a contact alone", `${key()}&${contact}&contact_consent=yes`),
];

/** What nobody's browser sends by itself, and what a hand or a broken program may. */
export const MALFORMED: readonly MalformedSubmission[] = [
  ...ratings.map((value) => form(`the rating ${JSON.stringify(value)}`, `impact=${encodeURIComponent(value)}`)),
  ...[0, 6, -1, 3.5, true, false, [5], { score: 5 }].map((value) =>
    json(`the JSON rating ${JSON.stringify(value)}`, { overall: value }),
  ),
  ...[1, true, ["文"], { text: "文" }].map((value) =>
    json(`the JSON text ${JSON.stringify(value)}`, { advice: value }),
  ),
  form("a NUL in a text", "missing_information=%00"),
  form("a NUL inside a text", `missing_information=${MARK}%00${MARK}`),
  json("a NUL in a JSON text", { missing_information: "前\u0000后" }),
  rawJson("a lone high surrogate", `{"idempotency_key":"${randomUUID()}","advice":"${MARK}\\ud842"}`),
  rawJson("a lone low surrogate", `{"idempotency_key":"${randomUUID()}","advice":"\\udfb7${MARK}"}`),
  bare("a surrogate in percent signs", `${key()}&advice=%ED%A1%82`),
  bare("percent signs that are not UTF-8", `${key()}&advice=%FF%FE`),
  bare("GBK in percent signs", `${key()}&advice=%C4%FA%BA%C3`),
  bare("an unfinished percent sign", `${key()}&advice=100%`),
  bare("raw bytes that are not UTF-8", bytes(`${key()}&advice=`, [0xff, 0xfe])),
  rawJson("JSON bytes that are not UTF-8", bytes('{"advice":"', [0xc4, 0xfa], '"}')),
  form("an unknown field", "nickname=x"),
  form("an unknown field of a later issue's name", "status=valid"),
  form("a field without a name", "=x"),
  form("__proto__", "__proto__=x"),
  form("constructor", "constructor=x"),
  rawJson("a JSON __proto__", `{"idempotency_key":"${randomUUID()}","advice":"${MARK}","__proto__":{"impact":5}}`),
  json("an unknown JSON field", { ratings: [5, 5, 5, 5, 5] }),
  ...optional,
  form("a field sent twice", "impact=5&impact=4"),
  form("the key sent twice", key()),
  bare("no key", `${advice}&impact=5`),
  bare("an empty key", `${advice}&idempotency_key=`),
  bare("a key that is no UUID", `${advice}&idempotency_key=1`),
  bare("a key of another version", `${advice}&idempotency_key=0194f5a0-0000-7000-8000-000000000000`),
  bare("a key with SQL", `${advice}&idempotency_key=${encodeURIComponent("'; drop table response; --")}`),
  json("a JSON key that is a number", { idempotency_key: 1 }),
  form("a language that does not exist", "locale=fr"),
  form("a channel in capitals", "channel=WeChat"),
  form("a channel with markup", `channel=${encodeURIComponent("<script>")}`),
  form("a version that is no number", "instrument=eins"),
  form("a version that does not exist", "instrument=99"),
  form("version 0", "instrument=0"),
  ...[[1], [[1]], { toString: 1, valueOf: 1 }, true].map((instrument) =>
    json(`the JSON version ${JSON.stringify(instrument)}`, { instrument }),
  ),
  rawJson("a deep JSON version", `{"advice":"${MARK}","instrument":${"[".repeat(20_000)}${"]".repeat(20_000)}}`),
  form("2,001 characters", `missing_information=${long("字", 2001)}`),
  form("2,001 characters beyond the BMP", `missing_information=${long("𠮷", 2001)}`),
  form("2,001 line breaks and letters", `missing_information=${long("a\r\n", 1001)}`),
  bare("nothing", ""),
  bare("a key alone", key()),
  bare("spaces of all widths", `${key()}&advice=%20%E3%80%80%0D%0A%E2%80%8B`),
  bare("blank fields", `${key()}&impact=&advice=&overall=`),
  bare("64 kB and more", `${key()}&advice=${"a".repeat(65_600)}`),
  rawJson("64 kB and more of JSON", JSON.stringify({ idempotency_key: randomUUID(), advice: "a".repeat(65_600) })),
  bare("a megabyte", `${key()}&advice=${"a".repeat(1_000_000)}`),
  bare("many fields", `${key()}&${Array.from({ length: 3000 }, (_, place) => `f${place}=x`).join("&")}`),
  rawJson("JSON that is cut off", `{"advice":"${MARK}`),
  rawJson("a JSON array", "[5,5,5,5,5]"),
  rawJson("a JSON string", `"${MARK}"`),
  rawJson("JSON null", "null"),
  rawJson("an empty JSON body", ""),
  rawJson("deep JSON", `{"idempotency_key":"${randomUUID()}","advice":${"[".repeat(9000)}${"]".repeat(9000)}}`),
  typed("text/plain", "text/plain"),
  typed("multipart", "multipart/form-data; boundary=x"),
  typed("XML", "application/xml"),
  typed("no such type", "nonsense"),
  typed("a form in GBK", `${FORM}; charset=gbk`),
  post("a compressed body", `${key()}&impact=5`, { "content-type": FORM, "content-encoding": "gzip" }),
  ...["GET", "PUT", "PATCH", "DELETE"].map((method) => ({
    title: `the method ${method}`,
    init: { method, ...(method === "GET" ? {} : { body: `${key()}&${advice}`, headers: { "content-type": FORM } }) },
  })),
];
