// SPDX-License-Identifier: MIT
// Texts made from a seed: the same list every time.

export function random(seed) {
    let state = seed >>> 0;
    return below => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = state;
        t = Math.imul(t ^ (t >>> 15), t | 1);
        t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
        return ((t ^ (t >>> 14)) >>> 0) % below;
    };
}

const scripts = [
    [0x61, 0x7a], [0x41, 0x5a], [0x30, 0x39], [0xa1, 0x17f], [0x300, 0x30f], [0x391, 0x3c9],
    [0x410, 0x44f], [0x5d0, 0x5ea], [0x627, 0x64a], [0x905, 0x939], [0x93e, 0x94d],
    [0x995, 0x9b9], [0xe01, 0xe3a], [0x1100, 0x1112], [0x1161, 0x1175], [0x3041, 0x3096],
    [0x30a1, 0x30fa], [0x4e00, 0x4eff], [0xac00, 0xacff], [0x2000, 0x203f], [0x2100, 0x214f],
    [0xff01, 0xff5e], [0x10400, 0x1044f], [0x1d400, 0x1d420], [0x20000, 0x20020],
];
const pieces = [
    ' ', ' ', ' ', '\n', '\n\n', '. ', ', ', '! ', '? ', ' (', ') ', '"', '’', '…', ' – ', '/',
    '@', '#', '＃', '＠', ':', '//', '.', '-', '_', '&', '$', '\u00a0', '\u3000', '\u200b',
    '\u200d', '\u200c', '\ufe0f', '\ufe0e', '\u20e3', '\u00ad', '\u2060', '·', '・', '～', '“', '”',
    'RT', 'rt:', '\r\n', '\u2028', '\u200e', '\u202a', '\u061c', '\ufeff', '\ufffe', '。', '、', '「', '」',
];
const words = ['kindness', 'Day', 'the', 'naïve', 'Über', 'école', 'мир', 'привет', 'שלום',
    'سلام', 'नमस्ते', 'क्षत्रिय', 'বাংলা', 'ไทย', '한국', '日本', '東京', 'ありがとう', 'café',
    'cafe\u0301', '2026', '50%', 'C++', 'a', 'I', 'http', 'https', 'www'];
const hosts = ['example', 'www.example', 'sub.example', 'a', 'ex-ample', '-ex', 'ex-', 'ex_ample',
    'my_sub.example', 'exämple', 'пример', '例え', 'xn--fsq', 'foo.bar', 'EXAMPLE', '☃', '😀',
    'a.b.c.d', 'x'.repeat(63), 'ü'.repeat(60), 't', 'ι', 'ﬁ'];
const ends = ['', '', '', '/', '/path', '/a/b.html', '/(x)', '/a_(b)', '/a_(b_(c))', '/()', '/(a',
    '/a.', '/a?b=c', '?q=1', '?q=1.', '?', '/?q', '#x', '/#top', ':80', ':80/', ':80/x', ':x',
    '/ü', '/мир', '/日本', '/a,b;c', '/@me/', '/@me', '/a–b', '/x!', '/~u/', '?a=b&c=(d)', '/%20',
    '/a%', '/κ', '/ι', '!', ').', '/a&b', "/it's", '/a|b', '/ABC.DEF', '/abcdefghijklmnop',
    '/' + 'y'.repeat(45)];
const schemes = ['http://', 'https://', 'HTTP://', 'HtTpS://', '', '', '', 'ftp://', '//', 'http:/'];
const tags = ['#', '＃', '#', '#', '##', '$', '@', '＠'];
const tagBodies = ['kindness', 'WorldKindnessDay', '2026', '50%', 'C++', 'foo-bar', 'foo_bar', '_',
    'a·b', 'a・b', 'naïve', '日本', 'привет', '1st', 'a\u200db', 'tag!', 'tag.', 'tag).', '\ufe0fx',
    'x'.repeat(70), '한국어', 'नमस्ते', '…', 'name.bsky.social', 'me@host.org', 'user/list', 'é'];

export function makeText(next, tlds, emoji) {
    const pick = list => list[next(list.length)];
    const letters = () => {
        const [from, to] = pick(scripts);
        let text = '';
        for (let i = next(6); i >= 0; i--)
            text += String.fromCodePoint(from + next(to - from + 1));
        return text;
    };
    const url = () => pick(schemes) + pick(hosts) + '.' + pick(tlds) + pick(ends);
    const makers = [letters, letters, () => pick(pieces), () => pick(pieces), () => pick(words),
        () => pick(emoji), () => ' ' + url(), url, () => pick(tags) + pick(tagBodies),
        () => ' ' + pick(tags) + pick(tagBodies)];
    let text = '';
    for (let i = next(14); i >= 0; i--)
        text += pick(makers)();
    return text.toWellFormed();
}

// Texts at the edges: of the limit, of a label, of a link.
export function edges() {
    const list = [];
    const fill = (unit, count) => unit.repeat(count);
    for (const [unit, weight] of [['x', 1], ['優', 2], ['😷', 2], ['👨‍👩‍👧‍👦', 2], ['e\u0301', 1], ['é', 1], ['\u05e9\u05bc\u05c1', 3]])
        for (const over of [-1, 0, 1])
            list.push(fill(unit, Math.floor(280 / weight) + over));
    for (let length = 61; length <= 65; length++)
        list.push(fill('a', length) + '.com', `https://${fill('a', length)}.com/x`, `https://b.${fill('a', length)}.com`);
    for (let length = 15; length <= 62; length++)
        list.push(`http://${fill('あいうえおかきくけこ', 7).slice(0, length)}.com`, `http://${fill('ü', length)}.de/`,
            `http://${fill('日é', 31).slice(0, length)}.jp`, `http://${fill('😀a', 31).slice(0, length)}.net`);
    const labels = fill('somelonglabel.', 400);
    for (let length = 4040; length <= 4100; length++)
        list.push(`see https://${labels.slice(0, length)}z.com ok`, `see ${labels.slice(0, length)}z.com/a ok`);
    list.push(`${fill('優', 120)} http://${fill('あ', 52)}.com`, `${fill('優', 120)} http://${fill('あ', 53)}.com`);
    for (const mark of ['.', ',', '!', '(', ')', '((', '?', '#', '/', '-', '+', ':'])
        list.push(`ends https://example.com/path${fill(mark, 40)}`, `https://example.com${fill(mark, 40)}x`);
    list.push(fill('https://example.com/aloha ', 10), fill('example.com ', 13), fill('a.b.', 300) + 'com');
    return list.map(text => text.toWellFormed());
}
