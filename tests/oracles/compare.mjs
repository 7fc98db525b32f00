// SPDX-License-Identifier: MIT
// Compares ncpost's probe with twitter-text and @atproto/api on generated texts.
// usage: node compare.mjs PROBE SOURCE [COUNT [SEED]]
import { RichText } from '@atproto/api';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { edges, makeText, random } from './texts.mjs';

const require = createRequire(import.meta.url);
const twitter = require('twitter-text');
const { parse: parseEmoji } = require('twemoji-parser');
const [probe, source, count = '20000', seed = '5'] = process.argv.slice(2);

const tlds = readFileSync(`${source}/src/network/tlds.txt`, 'utf8')
    .split('\n').filter(line => line && !line.startsWith('#')).map(line => line.split(' ')[0]);
const everyEmoji = readFileSync('/usr/share/unicode/emoji/emoji-test.txt', 'utf8')
    .split('\n').filter(line => /; fully-qualified/.test(line))
    .map(line => String.fromCodePoint(...line.split(';')[0].trim().split(' ').map(x => parseInt(x, 16))));
const known = everyEmoji.filter(emoji => {
    const found = parseEmoji(emoji);
    return found.length === 1 && found[0].text === emoji;
});

function ask(texts) {
    const input = texts.map(text => JSON.stringify(text) + '\n').join('');
    const run = spawnSync(probe, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
    if (run.status !== 0)
        throw new Error(`${probe} ended with ${run.status ?? run.signal}: ${run.stderr}`);
    return run.stdout.trimEnd().split('\n').map(line => JSON.parse(line));
}

// UTF-16 index → byte offset
function byteAt(text, index) {
    return Buffer.byteLength(text.slice(0, index));
}

function referenceTokens(text) {
    return twitter.extractEntitiesWithIndices(text)
        .map(e => [e.url !== undefined ? 'link' : e.hashtag !== undefined ? 'hashtag'
            : e.screenName !== undefined ? 'mention' : 'cashtag',
            byteAt(text, e.indices[0]), byteAt(text, e.indices[1])]);
}

function facets(text) {
    const rich = new RichText({ text });
    rich.detectFacetsWithoutResolution();
    const kind = { link: 'link', tag: 'hashtag', mention: 'mention' };
    return (rich.facets ?? [])
        .filter(f => rich.unicodeText.utf8[f.index.byteStart] !== 0x24) // $: a ticker
        .map(f => [kind[f.features[0].$type.split('#')[1]], f.index.byteStart, f.index.byteEnd]);
}

const order = (a, b) => a[1] - b[1] || a[2] - b[2] || (a[0] < b[0] ? -1 : 1);
const same = (a, b) => JSON.stringify(a.sort(order)) === JSON.stringify(b.sort(order));

let failures = 0;
const shown = new Map();
function differ(what, text, ours, theirs) {
    failures++;
    const n = (shown.get(what) ?? 0) + 1;
    shown.set(what, n);
    if (n <= 5)
        console.error(`${what}: ${JSON.stringify(text)}\n  ncpost ${JSON.stringify(ours)}\n  theirs ${JSON.stringify(theirs)}`);
}

function compare(texts) {
    ask(texts).forEach((ours, i) => {
        const text = texts[i];
        const x = twitter.parseTweet(text);
        if (ours.x !== x.weightedLength)
            differ('weighted length', text, ours.x, x.weightedLength);
        if (ours.valid !== x.valid)
            differ('valid or not', text, ours.valid, x.valid);
        const rich = new RichText({ text });
        if (ours.bluesky !== rich.graphemeLength)
            differ('graphemes', text, ours.bluesky, rich.graphemeLength);
        if (ours.bytes !== rich.length)
            differ('bytes', text, ours.bytes, rich.length);
        const theirs = facets(text);
        if (!same(ours.bluesky_tokens, theirs))
            differ('facets', text, ours.bluesky_tokens, theirs);
    });
}

const next = random(Number(seed));
const texts = Array.from({ length: Number(count) }, () => makeText(next, tlds, known));
const edge = edges();
compare([...edge, ...texts]);

// The cases of make check: what they expect is what the references say.
function cases(name) {
    return readFileSync(`${source}/tests/data/network/${name}`, 'utf8').split('\n')
        .filter(line => /^(x|bluesky) /.test(line));
}
const counts = cases('count.t').map(line => line.match(/^(\w+) (\d+) (.*)$/));
for (const [line, network, number, json] of counts) {
    const text = JSON.parse(json);
    const theirs = network === 'x' ? twitter.parseTweet(text).weightedLength : new RichText({ text }).graphemeLength;
    if (theirs !== Number(number))
        differ('case of count.t', line, Number(number), theirs);
}
const tokens = cases('tokens.t').map(line => [line, ...JSON.parse(`[${line.replace(/^(\w+) ("(?:[^"\\]|\\.)*") /, '"$1", $2, ')}]`)]);
for (const [line, network, text, expected] of tokens) {
    const bytes = Buffer.from(text);
    const found = (network === 'x' ? referenceTokens(text) : facets(text)).filter(t => t[0] !== 'cashtag').sort(order);
    const theirs = found.map(([kind, from, to]) => {
        const token = bytes.subarray(from, to).toString();
        return network === 'x' && kind === 'mention' ? token.replace(/\/.*/, '') : token; // lists
    });
    if (JSON.stringify(theirs) !== JSON.stringify(expected))
        differ('case of tokens.t', line, expected, theirs);
}

// Emoji newer than the reference: it takes them apart, X does not.
const newer = everyEmoji.filter(emoji => !known.includes(emoji));
const wrong = ask(everyEmoji).filter(ours => ours.x !== 2).length;
if (wrong > 0)
    differ('emoji that weigh 2', `${wrong} of ${everyEmoji.length}`, wrong, 0);
const apart = newer.filter(emoji => twitter.parseTweet(emoji).weightedLength !== 2).length;

const versions = name => JSON.parse(readFileSync(new URL(`./node_modules/${name}/package.json`, import.meta.url))).version;
console.log(`${count} texts (seed ${seed}), ${edge.length} edges, ${counts.length + tokens.length} cases: ${[...shown].map(([w, n]) => `${w} ${n}`).join(', ') || 'no difference'}`);
console.log(`emoji: ${everyEmoji.length} weigh 2 here; twitter-text knows ${known.length} of them and weighs ${apart} others apart`);
console.log(`twitter-text ${versions('twitter-text')}, @atproto/api ${versions('@atproto/api')}, unicode-segmenter ${versions('unicode-segmenter')} (Unicode 16.0), node ${process.version} (Unicode ${process.versions.unicode})`);
process.exitCode = failures ? 1 : 0;
