// SPDX-License-Identifier: MIT
// Prints src/network/tlds.txt: the names of top-level domains, each with the
// lists it stands on. Run by hand when a reference moves to a newer list.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

function names(file) {
    const source = require('twitter-text/dist/regexp/' + file).source;
    const list = source.match(/\(\?:\(\?:(.*)\)\(\?=/)[1];
    return list.split('|');
}

const flags = new Map();
const add = (name, flag) => flags.set(name, (flags.get(name) ?? '') + flag);
for (const name of new Set([...names('validGTLD.js'), ...names('validCCTLD.js')]))
    add(name, 'x');
for (const name of new Set(require('tlds')))
    add(name, 'i');

const bytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
console.log('# Top-level domains. x: known to twitter-text 3.1.0 (2020-06); i: on the');
console.log('# list of IANA as of npm tlds 1.261.0 (2025). Made by tests/oracles/make-tlds.mjs.');
for (const name of [...flags.keys()].sort(bytes))
    console.log(name + ' ' + flags.get(name));
