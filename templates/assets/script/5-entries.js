// The entries that a view shows: those of this page, and those of others, which are fetched as the pages that they are.
(() => {
  "use strict";

  const STEP = 50; // entries that are shown at once
  const PAGES = 6; // pages that are fetched for them, at the most
  const PAUSE = 250; // milliseconds after the last key, before pages are fetched
  const KEPT = 2000; // copies of entries

  /** @param {number} [time] */
  const pause = (time) => new Promise((done) => setTimeout(done, time));

  /** @param {string} home @returns {Entries} */
  const entries = (home) => {
    const { make, looks } = window.dateline, { arranged, copy, noted } = looks;
    const main = /** @type {HTMLElement} */ (document.querySelector("main")), own = main.querySelector(".chronology") || make("div");
    if (!own.isConnected) main.querySelector(".found")?.after(own); // the page of a year that has one for each of its months
    const wrapper = own.closest(".of-one-year"), kind = wrapper ? wrapper.className : "";
    const shown = make("div", { class: "chronology chosen" }), more = make("button", { type: "button", class: "more" });
    const here = new Map([...own.querySelectorAll(".entry")].map((entry) => [entry.id, entry]));
    /** @type {Map<string, Promise<string>>} */
    const texts = new Map();
    /** @type {Map<string, Document>} */
    const pages = new Map();
    /** @type {Map<string, HTMLElement>} */
    const copies = new Map();
    let limit = STEP, asked = "", turn = 0;

    /** @param {string} page */
    const address = (page) => new URL(home + page, document.baseURI).href;

    /** @param {string} page */
    const fetched = async (page) => {
      const answer = await (window.dateline.fetch || fetch)(address(page));
      if (!answer.ok) throw new Error(`${page}: ${answer.status}`);
      return answer.text();
    };

    /** @param {string} page @param {string} text */
    const parse = (page, text) => {
      const found = new DOMParser().parseFromString(text, "text/html");
      for (const name of ["href", "src", "cite"]) {
        for (const one of found.querySelectorAll(`.chronology [${name}]`)) {
          const target = one.getAttribute(name) || "";
          if (!target.startsWith("#")) one.setAttribute(name, new URL(target, address(page)).href);
        }
      }
      pages.set(page, found);
    };

    /** The page of an event. @param {Index} index @param {number} row */
    const pageOf = (index, row) => index.about.pages[index.page[row]];

    /** The entry as the build made it, if it is here. @param {Index} index @param {number} row */
    const made = (index, row) => here.get(index.ids[row]) || pages.get(pageOf(index, row))?.getElementById(index.ids[row]);

    const restore = () => {
      turn++;
      asked = "";
      if (shown.isConnected) shown.replaceWith(own);
      if (wrapper) wrapper.className = kind;
      main.classList.remove("filtered", "then");
    };

    /** @type {Entries["show"]} */
    const show = async (index, columns, choice, words, isTyping) => {
      const mine = ++turn, { rows } = choice;
      const wanted = `${columns.day}:${rows.length}:${rows.slice(0, 999)}`;
      if (wanted !== asked) limit = STEP;
      asked = wanted;
      /** @type {Set<string>} */
      const missing = new Set();
      let count = 0;
      for (; count < rows.length && count < limit; count++) {
        const page = pageOf(index, rows[count]);
        if (made(index, rows[count]) || missing.has(page)) continue;
        if (missing.size === PAGES) break;
        missing.add(page);
      }
      if (missing.size) {
        shown.ariaBusy = "true";
        if (isTyping) await pause(PAUSE);
        if (mine !== turn) return -1;
        for (const page of missing) if (!texts.has(page)) texts.set(page, fetched(page));
        for (const page of missing) {
          try {
            parse(page, await /** @type {Promise<string>} */ (texts.get(page)));
          } finally {
            texts.delete(page);
          }
          await pause(); // one page at a time: a key that is struck meanwhile need not wait for all
          if (mine !== turn) return -1;
        }
        shown.ariaBusy = null;
      }
      if (copies.size > KEPT) copies.clear();
      const found = rows.slice(0, count).filter((row) => made(index, row)); // a page that is older than the index lacks some
      shown.replaceChildren(...arranged(found.map((row) => {
        const entry = /** @type {Element} */ (made(index, row)), name = `${index.ids[row]} ${columns.day}`;
        const item = copies.get(name) || copy(entry, columns.stood?.[row]);
        copies.set(name, item);
        return { entry, item };
      })));
      if (columns.stood) shown.prepend(noted(words.then));
      if (!found.length) shown.append(make("p", { class: "none" }, words.none));
      if (count < rows.length) {
        more.textContent = words.more;
        more.onclick = async () => {
          limit = count + STEP;
          await show(index, columns, choice, words, false);
          /** @type {HTMLElement | undefined} */ (shown.querySelectorAll("h4 a")[count])?.focus();
        };
        shown.append(more);
      }
      if (here.size > STEP) for (const one of [own, shown]) one.classList.add("many"); // not before: a page is whole until it is filtered
      if (own.isConnected) own.replaceWith(shown);
      if (wrapper) wrapper.className = "";
      main.classList.add("filtered");
      main.classList.toggle("then", !!columns.stood);
      return found.length;
    };

    return { show, restore, own, shown, here, pages, copies };
  };

  Object.assign(window.dateline, { entries });
})();
