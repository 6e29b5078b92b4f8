// SPDX-License-Identifier: Apache-2.0
// Carries what is typed to the worker and puts what comes back into the page. It decides and words nothing itself.

const KEY = "govrules-workbench";
const LARGEST = 4_000_000; // bytes of a file; the engine has its own, tighter bound
const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const notice = find("#notice");
const status = find("#status");

let kept = null; // {name, text}: the document as it is now
let storing = true;

const waiting = new Map();
let worker;
let steps = 0;

function say(text) {
  notice.textContent = text;
  notice.hidden = !text;
}

function start() {
  if (typeof WebAssembly !== "object" || typeof Worker !== "function") {
    status.textContent = "";
    say("This browser cannot run the engine: it has no WebAssembly. Use a current browser, or the command line: govrules ask");
    return;
  }
  worker = new Worker("worker.mjs", { type: "module" });
  worker.onmessage = ({ data }) => {
    if (data.ready) {
      performance.mark("engine-ready");
      document.documentElement.dataset.engine = "ready";
      status.textContent = "";
      navigator.serviceWorker?.register("offline.js").catch(() => {}); // without it, only a network is needed
    } else if (data.failed) {
      lost(data.failed);
    } else {
      waiting.get(data.id)?.(data.answer);
      waiting.delete(data.id);
    }
  };
  worker.onerror = (event) => lost(event.message || "worker.mjs could not be read");
}

function lost(why) {
  status.textContent = "";
  say(`The engine could not be loaded (${why}). What you answered is kept; reload the page to try again.`);
  for (const answer of waiting.values()) answer({ problems: ["The engine is not there."] });
  waiting.clear();
}

function ask(step) {
  if (!worker) return Promise.resolve({ problems: ["The engine is not there."] });
  return new Promise((resolve) => {
    steps += 1;
    waiting.set(steps, resolve);
    worker.postMessage({ id: steps, step });
  });
}

// A step: its answer fills the page, or its problems stand where the person is.
async function take(step, place, { focus = true } = {}) {
  document.body.setAttribute("aria-busy", "true");
  if (document.documentElement.dataset.engine !== "ready") status.textContent = "The engine is loading; your answer is taken as soon as it is there.";
  const answer = await ask(step);
  document.body.removeAttribute("aria-busy");
  if (answer.problems) {
    problems(answer.problems, place);
    return false;
  }
  say("");
  for (const [id, content] of Object.entries(answer.fragments)) fill(id, content);
  for (const button of all("[data-needs-document]")) button.disabled = false;
  keep(answer.kept);
  if (focus) find("#question-title")?.focus();
  return true;
}

const AS_TEXT = new Set(["file-name", "message", "verdict-line"]);
function fill(id, content) {
  if (id === "verdict-line") document.title = `${content} · govrules`;
  const element = find(`#${id}`);
  if (!element) return;
  if (AS_TEXT.has(id)) {
    element.textContent = content;
    return;
  }
  const unfolded = new Set(all("details[open] > summary", element).map((summary) => summary.textContent));
  element.innerHTML = content; // from the package's own templates, which escape what documents say
  for (const details of all("details", element)) details.open = unfolded.has(find("summary", details)?.textContent);
}

function problems(list, place) {
  const text = list.slice(0, 5).join("\n") + (list.length > 5 ? `\nand ${list.length - 5} more` : "");
  const error = place && find(".error", place);
  if (!error) {
    say(text);
    return;
  }
  error.textContent = text;
  error.hidden = false;
}

function keep(document_) {
  kept = document_;
  const now = stored();
  // What is there already is not written again: other tabs would take it for a change.
  if (!storing || (now?.name === document_.name && now.text === document_.text)) return;
  try {
    localStorage.setItem(KEY, JSON.stringify(document_));
  } catch {
    storing = false;
    say("This browser keeps nothing for this page: save the file before you close it.");
  }
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    storing = false;
    return null;
  }
}

addEventListener("storage", (event) => {
  if (event.key !== KEY && event.key !== null) return;
  if (!event.newValue) {
    say("The document was wiped in another tab. It is still here: save it, or go on to keep it.");
    return;
  }
  say("The document was changed in another tab. ");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Show it as it is there";
  button.onclick = () => {
    const other = stored();
    if (other) take({ do: "open", name: other.name, text: other.text });
  };
  notice.append(button);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  const action = form.dataset.action;
  if (!action) return;
  event.preventDefault();
  const pairs = [...new FormData(form, event.submitter).entries()];
  const step = action === "answer" ? { do: action, form: pairs } : { do: action, ...Object.fromEntries(pairs) };
  take(step, form);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const link = event.target.closest('#overview a[href^="#"]');
  if (link && !document.getElementById(link.hash.slice(1))) {
    event.preventDefault();
    report("html", link.hash);
  }
  if (!button) return;
  const { do: step, pick, report: format } = button.dataset;
  if (step) {
    const { do: _, ...said } = button.dataset;
    take({ do: step, ...said }, button.closest("form"));
  } else if (pick) {
    find("#file").dataset.step = pick;
    find("#file").click();
  } else if (format) report(format);
  else if ("save" in button.dataset) download(kept.text, kept.name, "application/yaml");
  else if ("wipe" in button.dataset) find("#wipe").showModal();
});

find("#wipe").addEventListener("close", (event) => {
  if (event.target.returnValue !== "yes") return;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
  kept = null;
  location.reload();
});

find("#file").addEventListener("change", async (event) => {
  const input = event.target;
  const [file] = input.files;
  input.value = "";
  if (!file) return;
  if (file.size > LARGEST) {
    say(`${file.name} is too large to be a strategy (${Math.round(file.size / 1e6)} MB).`);
    return;
  }
  if (/\.xlsx$/i.test(file.name)) {
    await take({ do: input.dataset.step, name: file.name, form_file: await base64(file) });
    return;
  }
  try {
    // A mark of byte order stays, so that the file's digest is that of the command line.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
    await take({ do: input.dataset.step, name: file.name, text });
  } catch {
    say(`${file.name} is not text in UTF-8, so it is not a strategy. Open a YAML, JSON or Markdown file, or a questionnaire in Excel.`);
  }
});

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

async function report(format, hash = "") {
  // Before anything is awaited: a window that opens later is taken for one that nobody asked for.
  const shown = format === "json" ? null : open("", "_blank");
  const answer = await ask({ do: "report", format });
  if (answer.problems) {
    shown?.close();
    say(answer.problems.join("\n"));
    return;
  }
  const stem = kept.name.replace(/\.[^.]*$/, "");
  if (shown) shown.location = URL.createObjectURL(new Blob([answer.written], { type: "text/html;charset=utf-8" })) + hash;
  else download(answer.written, `${stem}.${format === "json" ? "report.json" : `${format}.html`}`, "application/json");
}

function download(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

addEventListener("beforeunload", (event) => {
  if (kept && !storing) event.preventDefault();
});

start();
const before = stored();
if (before) {
  kept = before;
  find("#question").innerHTML = "";
  status.textContent = "The engine is loading; then your document is there as you left it.";
  take({ do: "open", name: before.name, text: before.text }, null, { focus: false });
} else if (!storing) {
  say("This browser keeps nothing for this page: save the file before you close it.");
}
document.documentElement.dataset.page = "ready";
