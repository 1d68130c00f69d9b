import { randomBytes, randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { newNonce } from "@/app/_defence/nonce";
import { deflated, gzipped } from "@/bin/front/page-gzip";
import { filled, fits, templateOf } from "@/bin/front/page-template";

const anOwn = () => ({ nonce: newNonce(), key: randomUUID(), made: `tozpig.${newNonce()}` });
/** A page that says much twice, before and after what deflate looks back over, in characters of one to four bytes. */
const aPage = ({ nonce, key, made }: ReturnType<typeof anOwn>) => {
  const [words, noise] = ["意见反馈表𠮷，Ｆｕｌｌ 😀。".repeat(300), randomBytes(9000).toString("base64")];
  const script = `<script nonce="${nonce}">${noise}</script>`;
  return `<title>${words}</title>${script}${words}${made}<i>${key}</i>${script}${noise}${words}${key}${made}${script}${nonce}`;
};

describe("a form's page from memory", () => {
  test("is the page as it was rendered, but for nonce, key and stamp", () => {
    const [own, mine] = [anOwn(), anOwn()];
    const page = aPage(own);
    const template = templateOf(page, own);
    if (!template) throw new Error("no template");
    expect(filled(template, own).toString()).toBe(page);
    const renewed = page
      .replaceAll(own.nonce, mine.nonce)
      .replaceAll(own.key, mine.key)
      .replaceAll(own.made, mine.made);
    expect(filled(template, mine).toString()).toBe(renewed);
  });

  test("is the same when it comes compressed", () => {
    const own = anOwn();
    const page = aPage(own);
    const template = templateOf(page, own);
    if (!template) throw new Error("no template");
    const pieces = deflated(template);
    for (const mine of [own, anOwn(), anOwn()]) {
      const whole = filled(template, mine);
      expect(gunzipSync(gzipped(whole, template, pieces, mine)).equals(whole)).toBe(true);
    }
  });

  test("is not made of a page without a key, nor of values of another length", () => {
    const own = anOwn();
    expect(templateOf("<h1>本轮征集已截止</h1>", own)).toBeNull();
    expect(templateOf(aPage(own), { ...own, key: "" })).toBeNull();
    const template = templateOf(aPage(own), own);
    expect(template && fits(template, { ...own, made: `1${own.made}` })).toBe(false);
  });
});
