"use strict";
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const one = (selector, within = document) => within.querySelector(selector);

  // Path to yes: what would remain in each market if the ticked steps were done.
  const live = one("[data-live]");
  const ticks = all("[data-tick]");
  const cured = all("[data-cured-by]").map((entry) => ({
    entry,
    step: entry.dataset.curedBy,
    link: one(".cure-link", entry),
  }));
  const steps = all("[data-step]").map((item) => ({
    step: item.dataset.step,
    blocks: item.dataset.blocks.split(" "),
  }));
  const recount = () => {
    const done = new Set(ticks.filter((tick) => tick.checked).map((tick) => tick.dataset.tick));
    for (const { entry, step, link } of cured) {
      const gone = done.has(step);
      entry.classList.toggle("cured", gone);
      link.textContent = gone ? `✓ cured if step ${step} is done` : `cured by step ${step}`;
    }
    for (const line of all("[data-market]", live)) {
      const market = line.dataset.market;
      const left = steps.filter(({ step, blocks }) => blocks.includes(market) && !done.has(step)).length;
      one("[data-left]", line).textContent = left;
      line.classList.toggle("clear", left === 0);
    }
    one("[data-done]", live).textContent = done.size;
    for (const tick of ticks) tick.closest(".step").classList.toggle("ticked", tick.checked);
  };
  if (live) {
    live.hidden = false;
    for (const tick of ticks) {
      tick.hidden = false;
      tick.addEventListener("change", recount);
    }
    recount(); // A browser may have kept the ticks of an earlier visit.
  }

  // Findings: a card is shown while one of its entries fits all filters.
  const filters = one("[data-filters]");
  const cards = all(".card").map((card) => ({
    card,
    entries: all("[data-entry]", card),
    many: one("[data-many]", card),
    place: card.dataset.place.split(" "),
  }));
  const titles = all("[data-state-title]");
  const selects = all("[data-filter]");
  const filter = () => {
    const chosen = Object.fromEntries(selects.map((select) => [select.dataset.filter, select.value]));
    const fits = (name, value) => !chosen[name] || chosen[name] === value;
    const states = new Set();
    let shown = 0;
    for (const { card, entries, many, place } of cards) {
      const { state, severity, owner } = card.dataset;
      const fit =
        fits("state", state) && fits("severity", severity) && fits("owner", owner) &&
        (!chosen.place || place.includes(chosen.place));
      let here = 0;
      for (const entry of entries) {
        const visible = fit && fits("subject", entry.dataset.subject);
        entry.hidden = !visible;
        here += visible;
      }
      card.hidden = here === 0;
      many.textContent = here > 1 ? ` · ${here} places` : "";
      if (here === 0) continue;
      shown += 1;
      states.add(state);
    }
    for (const title of titles) title.hidden = !states.has(title.dataset.stateTitle);
    one("[data-shown]").textContent = `${shown} of ${cards.length} findings shown`;
    one("[data-nothing]").hidden = shown > 0;
  };
  if (filters) {
    filters.hidden = false;
    for (const select of selects) select.addEventListener("change", filter);
    const clear = () => {
      for (const select of selects) select.value = "";
      filter();
    };
    one("[data-reset]").addEventListener("click", clear);
    const opener = one("[data-open-all]");
    opener.addEventListener("click", () => {
      const open = opener.getAttribute("aria-pressed") !== "true";
      for (const { card } of cards) card.open = open;
      opener.setAttribute("aria-pressed", String(open));
    });
    clear();

    // A link to a finding opens it, and shows it if a filter hides it.
    const reveal = () => {
      const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const card = target && target.closest(".card");
      if (!card) return;
      if (target.hidden || card.hidden) clear();
      for (let details = card; details; details = details.parentElement.closest("details")) details.open = true;
      target.scrollIntoView();
    };
    addEventListener("hashchange", reveal);
    reveal();
  }

  // Print shows everything; afterwards all is as it was.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
    closed = [];
  });
})();
