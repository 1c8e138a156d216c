// The entries that a view shows: those of this page, and those of others, which are fetched as the pages that they are.
(() => {
  "use strict";

  const STEP = 50; // entries that are shown at once
  const PAGES = 6; // pages that are fetched for them, at the most

  /** @param {string} home @param {(name: string) => Element} part @returns {Entries} */
  const entries = (home, part) => {
    const own = /** @type {HTMLElement} */ (document.querySelector(".chronology"));
    const shown = document.createElement("div");
    shown.className = "chronology chosen";
    const wrapper = own.closest(".of-one-year");
    /** @type {Map<string, Element>} */
    const here = new Map([...own.querySelectorAll(".entry")].map((entry) => [entry.id, entry]));
    /** @type {Map<string, Document | Promise<Document>>} */
    const pages = new Map();
    /** @type {Map<string, Element>} */
    const copies = new Map();
    let limit = STEP, asked = "", turn = 0;

    /** @param {string} page */
    const fetched = (page) => {
      const address = new URL(home + page, document.baseURI).href;
      const known = pages.get(page) || (async () => {
        const answer = await fetch(address);
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
        const found = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const name of ["href", "src", "cite"]) {
          for (const one of found.querySelectorAll(`.chronology [${name}]`)) {
            const target = one.getAttribute(name) || "";
            if (!target.startsWith("#")) one.setAttribute(name, new URL(target, address).href);
          }
        }
        pages.set(page, found);
        return found;
      })();
      if (!pages.has(page)) pages.set(page, known);
      Promise.resolve(known).catch(() => pages.delete(page));
      return known;
    };

    /** The entry as the build made it, if it is here. @param {Index} index @param {number} row */
    const made = (index, row) => {
      const page = pages.get(index.about.pages[index.page[row]]);
      return here.get(index.ids[row]) || (page instanceof Document ? page.getElementById(index.ids[row]) : null);
    };

    /** @param {Element} entry @param {Stood} stood */
    const dress = (entry, stood) => {
      const look = entry.querySelectorAll(":scope > .standing")[stood.look - 1];
      for (const name of ["rail", "line", "when", "status", "actors"]) {
        const then = look && look.querySelector(`.${name}`);
        if (then) /** @type {Element} */ (entry.querySelector(`.${name}`)).replaceWith(then);
      }
      for (const notice of entry.querySelectorAll("[data-why]:not(.standing *)")) notice.remove();
      const why = look && look.querySelector("[data-why]");
      const facts = /** @type {Element} */ (entry.querySelector(".facts"));
      if (why) facts.before(why);
      for (const [name, is] of /** @type {[string, number | boolean][]} */ ([["known", stood.doubts & 4], ["contradicted", stood.doubts & 8], ["overdue", stood.isOverdue]])) {
        if (is) facts.after(part(name));
      }
      if (stood.doubts & 1) entry.querySelector(".when")?.append(" ", part("judged"));
      if (stood.doubts & 2) entry.querySelector(".status")?.append(" ", part("judged"));
      entry.classList.toggle("retracted", stood.isRetracted);
      entry.querySelectorAll(".evidence > .citation").forEach((citation, place) => stood.known[place] || citation.remove());
      if (look instanceof HTMLElement && look.dataset.year) for (const lead of entry.querySelectorAll(".lead")) lead.remove();
      return look instanceof HTMLElement && look.dataset.year ? look.dataset : null;
    };

    /** @param {Index} index @param {Columns} columns @param {number[]} rows */
    const list = (index, columns, rows) => {
      const fragment = document.createDocumentFragment();
      /** @type {Element | undefined} */ let years;
      /** @type {Element | undefined} */ let months;
      let year = "", month = "", named = new Set();
      for (const row of rows) {
        const entry = /** @type {Element} */ (made(index, row));
        const stood = columns.stood && columns.stood[row];
        const name = `${index.ids[row]}\n${stood ? columns.day : ""}`;
        const item = copies.get(name) || document.importNode(/** @type {Element} */ (entry.closest("li")), true);
        if (!copies.has(name)) {
          copies.set(name, item);
          const moved = stood && dress(/** @type {Element} */ (item.firstElementChild), stood);
          item.toggleAttribute("data-moved", Boolean(moved));
          if (moved && item instanceof HTMLElement) [item.dataset.year, item.dataset.month] = [moved.year, moved.month];
        }
        const [section, part] = [".year", ".month"].map((kind) => /** @type {Element} */ (entry.closest(kind)));
        const moved = item instanceof HTMLElement && item.dataset.year !== undefined ? item.dataset : null;
        const heads = [section, part].map((one) => /** @type {Element} */ (one.querySelector("h2, h3")));
        const words = [moved?.year ?? heads[0].textContent ?? "", moved ? moved.month ?? "" : heads[1].className ? "" : heads[1].textContent ?? ""];
        if (!years || words[0] !== year) {
          years = head(section, heads[0], words[0], moved !== null, named);
          fragment.append(years);
          months = undefined;
        }
        if (!months || words[1] !== month) {
          months = head(part, heads[1], words[1], moved !== null, named);
          months.append(document.createElement("ol"));
          years.append(months);
        }
        [year, month] = words;
        months.lastElementChild?.append(item);
      }
      return fragment;
    };

    /** A section without its entries. @param {Element} section @param {Element} heading @param {string} words @param {boolean} isMoved @param {Set<string>} named */
    const head = (section, heading, words, isMoved, named) => {
      const whole = /** @type {Element} */ (document.importNode(section, false)), copy = /** @type {Element} */ (document.importNode(heading, true));
      if (isMoved) {
        copy.textContent = words;
        copy.classList.toggle("unseen", !words);
      }
      if (isMoved || named.has(copy.id)) copy.removeAttribute("id");
      named.add(copy.id);
      whole.append(copy);
      return whole;
    };

    const more = document.createElement("button");
    more.type = "button";
    more.className = "more";
    /** @type {() => void} */
    let onMore = () => {};
    more.addEventListener("click", () => onMore());

    const restore = () => {
      turn++;
      asked = "";
      if (shown.isConnected) shown.replaceWith(own);
      if (wrapper) wrapper.classList.add("of-one-year");
      document.querySelector("main")?.classList.remove("filtered");
    };

    /** @param {Index} index @param {Columns} columns @param {Choice} choice @param {string} words @param {boolean} isTyping @returns {Promise<number>} */
    const show = async (index, columns, choice, words, isTyping) => {
      const mine = ++turn, { rows } = choice;
      const wanted = `${columns.day ?? ""}:${rows.slice(0, 1000).join()}:${rows.length}`;
      if (wanted !== asked) limit = STEP;
      asked = wanted;
      /** @type {Set<string>} */
      const missing = new Set();
      let count = 0;
      for (; count < rows.length && count < limit; count++) {
        if (made(index, rows[count])) continue;
        const page = index.about.pages[index.page[rows[count]]];
        if (missing.size === PAGES && !missing.has(page)) break;
        missing.add(page);
      }
      if (missing.size) {
        shown.ariaBusy = "true";
        if (isTyping) await new Promise((done) => setTimeout(done, 150));
        if (mine !== turn) return -1;
        await Promise.all([...missing].map(fetched));
        if (mine !== turn) return -1;
      }
      shown.ariaBusy = null;
      const found = rows.slice(0, count).filter((row) => made(index, row)); // an older page may lack what is new
      if (copies.size > 2000) copies.clear();
      shown.replaceChildren(list(index, columns, found));
      if (count < rows.length) {
        more.textContent = words;
        onMore = () => {
          limit = count + STEP;
          show(index, columns, choice, words, false).then(() => more.isConnected || /** @type {HTMLElement | undefined} */ (shown.querySelectorAll("h4 a")[count])?.focus());
        };
        shown.append(more);
      }
      if (own.isConnected) own.replaceWith(shown);
      if (wrapper) wrapper.classList.remove("of-one-year");
      document.querySelector("main")?.classList.add("filtered");
      return found.length;
    };

    return { show, restore };
  };

  Object.assign(window.dateline, { entries });
})();
