// SPDX-License-Identifier: Apache-2.0
// Runs the package. Messages in: {id, step}; out: {ready} once, {failed} if it cannot run, or {id, answer}.
import { loadPyodide } from "./pyodide.mjs";

const here = new URL("./", import.meta.url).href;
let drawing;

const ready = (async () => {
  const archive = fetch(`${here}application.zip`).then((found) => {
    if (!found.ok) throw new Error(`application.zip: ${found.status}`);
    return found.arrayBuffer();
  });
  const python = await loadPyodide({ indexURL: here, env: { PYDANTIC_DISABLE_PLUGINS: "__all__", TZ: "UTC" } });
  python.unpackArchive(await archive, "zip", { extractDir: "/application" });
  const worker = python.runPython(`
import gc, sys
gc.set_threshold(100_000)
sys.path.insert(0, "/application")
from govrules.workbench.worker import Worker
Worker()
`);
  postMessage({ ready: true });
  return worker;
})();
ready.catch((error) => postMessage({ failed: String(error) }));

// What draws charts is loaded when the first report is asked for.
async function draws() {
  await import("./vega.min.js");
  await import("./vega-lite.min.js");
  await import("./vega-interpreter.min.js");
  self.drawChart = (spec) => {
    const { vega, vegaLite } = self;
    const parsed = vega.parse(vegaLite.compile(JSON.parse(spec)).spec, null, { ast: true });
    const view = new vega.View(parsed, { renderer: "none", expr: vega.expressionInterpreter }).run();
    const padding = view.padding();
    const [width, height] = [view._viewWidth, view._viewHeight];
    const renderer = new vega.SVGStringRenderer();
    renderer.initialize(null, width, height, view._origin, 1).background(view._backgroundColor);
    renderer.render(view.scenegraph().root);
    view.finalize();
    return renderer.svg();
  };
}

onmessage = async ({ data: { id, step } }) => {
  try {
    const worker = await ready;
    if (step.do === "report" && step.format === "html") await (drawing ??= draws());
    postMessage({ id, answer: JSON.parse(worker.take(JSON.stringify(step))) });
  } catch (error) {
    postMessage({ id, answer: { problems: [`The engine stopped: ${String(error).split("\n").slice(-2).join(" ")}`] } });
  }
};
