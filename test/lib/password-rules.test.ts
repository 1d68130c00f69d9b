import { describe, expect, test } from "vitest";
import { passwordProblem, wordsAbout } from "@/lib/password/password-rules";

const ABOUT = wordsAbout([
  "王芳",
  "wang.fang@jinchen.example.com",
  "Yingkou Jinchen Machinery",
  "金辰股份",
  "603396.SH",
]);
const problemOf = (password: string) => passwordProblem(password, ABOUT);

describe("a new password", () => {
  test("has at least 12 characters, as a person counts them", () => {
    expect(problemOf("short words")).toBe("too-short");
    expect(problemOf("𠮷野家的牛肉饭配味噌汤")).toBe("too-short");
    expect(problemOf("𠮷野家的牛肉饭配味噌汤吧")).toBeNull();
  });

  test("has at most 128", () => {
    const sentence = "Nine plums fell quietly behind the kiln; ".repeat(4);
    expect(problemOf(sentence.slice(0, 128))).toBeNull();
    expect(problemOf(sentence.slice(0, 129))).toBe("too-long");
  });

  test.each([
    "a sentence nobody guesses",
    "我家楼下的桂花今年开得特别晚",
    "plums fall behind the kiln",
    "vK3-xrp-8Lm-wqz",
    "🌾🚲🪟 three things I saw",
    "jinchen makes nine odd plums",
    "８４９２０３８４７５６１ full width",
  ])("may be anything of its own, without a riddle of symbols: %s", (password) => {
    expect(problemOf(password)).toBeNull();
  });

  test.each([
    "987654321098",
    "aaaaaaaaaaaaaaa",
    "abcdefghijklmn",
    "abababababab",
    "password1234",
    "passwordpassword",
    "P@ssw0rd2024!",
    "ｐａｓｓｗｏｒｄ１２３４",
    "Qwertyuiop123",
    "!QAZ2wsx3edc",
    "q1w2e3r4t5y6",
    "iloveyou5201314",
    "woaini1314520",
    "Administrator1",
    "welcome2024!!",
    "密码密码密码密码密码密码",
    "管理员123456789",
  ])("is none of those that everybody guesses first: %s", (password) => {
    expect(problemOf(password)).toMatch(/^(leaked|predictable)$/);
  });

  test.each(["1qaz2wsx3edc", "QWERTY123456", "Leavemealone", "ｍaurolarastefy", "counterstrike"])(
    "does not stand in the list of leaked ones, in any case: %s",
    (password) => {
      expect(problemOf(password)).toBe("leaked");
    },
  );

  test.each([
    "staple!horse2",
    "dragonslayer1",
    "charlie.tigger",
    "zhangwei19880101",
    "wangxiaoming123",
    "liyang.5201314",
    "qq1234567890",
    "woaini1314520!",
    "woaini521521",
    "chenxiaohong88",
    "13904171234a",
    "a13904171234",
    "yingkou900214",
    "jinchen20241231",
    "603396.sh@2024",
    "jinchenjixie88",
  ])("is not put together of leaked ones, names and numbers: %s", (password) => {
    expect(problemOf(password)).toBe("predictable");
  });

  test.each([
    "wojialouxiadeguihuakaile",
    "woxihuanchishanzhaguozi",
    "correct horse battery staple pan",
    "nine plums behind kiln",
  ])("may be a sentence all the same: %s", (password) => {
    expect(problemOf(password)).toBeNull();
  });

  test.each([
    "jinchen603396",
    "Jinchen@2024!",
    "wangfang1988!",
    "wang.fang2024",
    "金辰股份2024年报告!",
    "Yingkou-Jinchen1",
    "王芳王芳19880601",
  ])("is not made of its owner's or the company's name: %s", (password) => {
    expect(problemOf(password)).toBe("predictable");
  });
});
