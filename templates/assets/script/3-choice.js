// The choice: which events a view asks for, and how many each other choice would leave.
(() => {
  "use strict";

  /** What each word of a search is found in, besides titles. @param {Index} index @param {string} word */
  const named = (index, word) =>
    index.about.facets.flatMap(({ name, options }, place) => {
      if (name !== "actor" && name !== "place") return [];
      const hit = new Uint8Array(options.length);
      for (const [called, number] of index.names[place]) if (called.includes(word)) hit[number] = 1;
      return [{ name, hit }];
    });

  /** @param {Lists} lists @param {number} row @param {Uint8Array} wanted */
  const has = ({ at, numbers }, row, wanted) => {
    for (let place = at[row]; place < at[row + 1]; place++) if (wanted[numbers[place]]) return true;
    return false;
  };

  /** @param {Index} index @param {Columns} columns @param {string[]} titles @param {View} view @returns {Choice} */
  const choose = (index, columns, titles, view) => {
    const { days, fold } = window.dateline;
    const { facets } = index.about;
    /** @type {Fault[]} */
    const faults = [];
    /** @type {(Uint8Array | null)[]} */
    const wanted = facets.map(({ name, options }, place) => {
      const values = /** @type {string[] | undefined} */ (view[name]);
      if (!values) return null;
      const chosen = new Uint8Array(options.length);
      for (const value of values) {
        const number = index.names[place].get(fold(value));
        if (number === undefined) faults.push({ name, value, why: "unknown" });
        else chosen[number] = 1;
      }
      return chosen;
    });
    for (const name of Object.keys(view)) {
      if (Array.isArray(view[name]) && !facets.some((facet) => facet.name === name)) {
        for (const value of /** @type {string[]} */ (view[name])) faults.push({ name, value, why: "unknown" });
      }
    }
    for (const name of /** @type {const} */ (["from", "to"])) {
      const value = view[name];
      if (value && !days(value)) faults.push({ name, value, why: "undated" });
    }
    if (view.order && view.order !== "newest" && view.order !== "oldest") faults.push({ name: "order", value: view.order, why: "unordered" });
    const isVoid = faults.some((fault) => fault.why === "undated") || Object.keys(view).some((name) => Array.isArray(view[name]) && !facets.some((facet) => facet.name === name));

    const from = (days(view.from || "") || [-Infinity])[0], to = (days(view.to || "") || [0, Infinity])[1];
    const words = fold(view.q || "").split(/\s+/).filter(Boolean).map((word) => ({ word, within: named(index, word) }));
    const lists = facets.map(({ name }) => columns.lists[name]);
    const counts = facets.map(({ options }) => new Uint32Array(options.length));
    /** @type {number[]} */
    const rows = [];
    let keys = 0;
    for (const row of isVoid ? [] : columns.order) {
      if (columns.last[row] < from || columns.first[row] > to) continue;
      if (!words.every(({ word, within }) => titles[row].includes(word) || within.some(({ name, hit }) => has(columns.lists[name], row, hit)))) continue;
      let missed = view.key && !columns.key[row] ? facets.length : -1; // the one facet that leaves the event out
      for (let place = 0; place < facets.length && missed > -2; place++) {
        const chosen = wanted[place];
        if (chosen && !has(lists[place], row, chosen)) missed = missed < 0 ? place : -2;
      }
      if (missed === -1) {
        rows.push(row);
        keys += columns.key[row];
      }
      for (let place = 0; place < facets.length; place++) {
        if (missed !== -1 && missed !== place) continue;
        const { at, numbers } = lists[place];
        for (let found = at[row]; found < at[row + 1]; found++) counts[place][numbers[found]]++;
      }
    }
    if (view.order === "newest") rows.reverse();
    return { rows, counts, keys, faults };
  };

  Object.assign(window.dateline, { choose });
})();
