import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { SideNavigation } from "@/app/_ui/desk/side-navigation";
import { JINCHEN_2024 } from "@/lib/survey/jinchen-2024";
import { aStaff } from "@/test/support/a-staff";

const addressesWith = (about: { round?: string }) => {
  const here = { staff: aStaff({ role: "administrator" }), locale: "en", company: JINCHEN_2024.company } as const;
  const shown = renderToStaticMarkup(<SideNavigation {...here} place="results" here="/admin/results" {...about} />);
  return [...shown.matchAll(/href="(\/admin\/[^"]+)"/g)].map(([, address]) => address);
};

describe("the navigation", () => {
  test("keeps the round that a page is about, on every page that is about one", () => {
    expect(addressesWith({ round: "2023" })).toEqual([
      "/admin/editions",
      "/admin/channels?edition=2023",
      "/admin/coverage?edition=2023",
      "/admin/responses?edition=2023",
      "/admin/entry?edition=2023",
      "/admin/import?edition=2023",
      "/admin/results?edition=2023",
      "/admin/verbatims?edition=2023",
      "/admin/people",
      "/admin/retention?edition=2023",
      "/admin/audit",
      "/admin/account",
    ]);
  });

  test("names no round where the page is about none", () => {
    expect(addressesWith({}).join()).not.toContain("edition=");
  });
});
