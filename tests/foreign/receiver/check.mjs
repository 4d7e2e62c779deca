// Reads cases ([secret, headers, body]) and the guide's function from stdin; writes what that says of each.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { guide, cases } = JSON.parse(readFileSync(0, "utf8"));
const place = fileURLToPath(new URL(`./node_modules/.guide-${process.pid}.mjs`, import.meta.url));
writeFileSync(place, guide);
const { received } = await import(place).finally(() => rmSync(place));
console.log(JSON.stringify(cases.map(([secret, headers, body]) => received(secret, headers, body))));
