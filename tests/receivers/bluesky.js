// SPDX-License-Identifier: MIT
// Validates putRecord requests by the network's own lexicons, and compares
// facets with its own detection (bare domains aside, which we leave alone).
const fs = require("fs");
const { AppBskyFeedPost, RichText, UnicodeString } = require("@atproto/api");
const { lexicons } = require("@atproto/api/dist/client/lexicons");

const shape = (facets) => JSON.stringify((facets || []).map((f) => [f.index.byteStart, f.index.byteEnd,
  f.features[0].$type, f.features[0].tag || f.features[0].uri]));
let bad = 0, count = 0, facets = 0;
for (const line of fs.readFileSync(process.argv[2], "utf8").trim().split("\n")) {
  const body = JSON.parse(line).body;
  count++;
  lexicons.assertValidXrpcInput("com.atproto.repo.putRecord", body);
  const valid = AppBskyFeedPost.validateRecord(body.record);
  const rich = new RichText({ text: body.record.text });
  rich.detectFacetsWithoutResolution();
  const theirs = (rich.facets || []).filter((f) => f.features[0].$type.endsWith("#tag") ||
    body.record.text.includes(f.features[0].uri));
  facets += theirs.length;
  if (!valid.success || shape(theirs) !== shape(body.record.facets)) {
    bad++;
    console.log(JSON.stringify(body.record.text), valid.success || valid.error);
    console.log("theirs", shape(theirs), "\nours  ", shape(body.record.facets));
  }
}
console.log(count + " requests, " + facets + " facets, " + bad + " differ");
process.exit(bad > 0 || count < 500 ? 1 : 0);
