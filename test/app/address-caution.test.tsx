import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AddressCaution } from "@/app/_ui/desk/address-caution";
import { parseEnv } from "@/lib/env";

const shown = (settings: Record<string, string>) =>
  renderToStaticMarkup(<AddressCaution settings={parseEnv(settings)} locale="zh-CN" />);

describe("links that are printed or sent", () => {
  test.each([
    [{}, "http://127.0.0.1:3000"],
    [{ HOST: "192.168.1.20", PORT: "80" }, "http://192.168.1.20:80"],
    [{ PUBLIC_URL: "http://localhost:3000" }, "http://localhost:3000"],
    [{ PUBLIC_URL: "http://[::1]:3000" }, "http://[::1]:3000"],
  ])("are cautioned about while the settings are %o", (settings, address) => {
    expect(shown(settings as Record<string, string>)).toContain(`都用 ${address}`);
  });

  test("are not, once readers' address is set", () => {
    expect(shown({ PUBLIC_URL: "https://esg.example.cn" })).toBe("");
  });
});
