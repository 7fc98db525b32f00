// SPDX-License-Identifier: MIT
// A receiver that verifies with the reference library of Standard Webhooks.
const http = require("http");
const { Webhook } = require("standardwebhooks");

const [port, key] = process.argv.slice(2);
http.createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    try {
      new Webhook(key).verify(Buffer.concat(parts).toString(), request.headers);
      response.writeHead(200).end("ok");
    } catch (error) {
      response.writeHead(401).end(String(error));
    }
  });
}).listen(Number(port), "127.0.0.1");
