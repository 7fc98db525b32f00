// SPDX-License-Identifier: MIT
// Results of ncpost with texts that are hard to find links and hashtags in.
const words = ["#Freude", "＃wide", "#1", "#a1", "#50%", "#C++", "#foo-bar", "#é", "#🎉", "##x", "#_",
  "#x.", "(#x)", "#x\u200by", "https://a.example/b", "http://b.example.", "(https://c.example/d)",
  "https://e.example/f_(g)", "https://h.example/#i", "xhttps://no.example", "https://", "Grüße", "日本語",
  "👩‍👩‍👧‍👦", "plain", "\n", "\u00a0", "#tag,#tag2", "#" + "l".repeat(70), "#٣", "#мир!", "#a…"];
let seed = 7;
const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
for (let i = 0; i < 500; i++) {
  const text = Array.from({ length: 1 + random(7) }, () => words[random(words.length)]).join(" ").trim() || "x";
  console.log(JSON.stringify({ schema: 1, id: i.toString(16).padStart(32, "0"), network: null, lang: "de",
    caption: text, hashtags: [] }));
}
