// SPDX-License-Identifier: Apache-2.0
//
// Rule engines in Node, driven by in_node.py: a request a line on standard input, an answer a line on standard output.
// Start-up and reading requests are not measured: an answer carries the CPU time of judging alone.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../package.json", import.meta.url));

function jsonRulesEngine(rules) {
  const { Engine } = require("json-rules-engine");
  const condition = ({ field, operator, value }) => ({
    fact: "channel",
    path: `$.${field}`,
    operator: { is: "equal", includes: "contains", one_of: "in", more_than: "greaterThan", less_than: "lessThan" }[operator],
    value,
  });
  const engine = new Engine(rules.map(({ id, tests }) => ({ conditions: { all: tests.map(condition) }, event: { type: id } })));
  return async ({ channels }) => {
    const broken = [];
    for (const [place, channel] of channels.entries()) {
      const { events } = await engine.run({ channel });
      for (const { type } of events) broken.push([type, place]);
    }
    return broken;
  };
}

function spectral({ rules }) {
  const { Spectral } = require("@stoplight/spectral-core");
  const { schema } = require("@stoplight/spectral-functions");
  for (const { then } of Object.values(rules)) then.function = schema;
  const linter = new Spectral();
  linter.setRuleset({ rules });
  return async (strategy) => (await linter.run(strategy)).map(({ code, path }) => [code, Number(path[1])]);
}

const engines = { "json-rules-engine": jsonRulesEngine, "@stoplight/spectral-core": spectral };
const prepared = new Map();

async function answer({ version, prepare, rules, strategy, about, judge }) {
  if (version) {
    const file = require.resolve(version).replace(/(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/.*/, "$1/package.json");
    return JSON.parse(readFileSync(file)).version;
  }
  if (prepare) return void prepared.set(judge, engines[prepare](rules));
  if (strategy) return void prepared.set(about, strategy);
  const start = process.cpuUsage();
  const broken = await prepared.get(judge)(prepared.get(about));
  const { user, system } = process.cpuUsage(start);
  return { broken, seconds: (user + system) / 1e6 };
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ result: (await answer(JSON.parse(line))) ?? null }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
