// The index: columns of numbers from which events are chosen.
(() => {
  "use strict";

  const EARLIEST = -0x7fffffff, LATEST = 0x7fffffff;

  /** The lists of numbers as one. @param {number[][]} lists @returns {Lists} */
  const joined = (lists) => {
    const at = new Uint32Array(lists.length + 1);
    lists.forEach((list, row) => (at[row + 1] = at[row] + list.length));
    return { at, numbers: Uint32Array.from(lists.flat()) };
  };

  /** The days that a date touches. @param {number} day @param {number} length @param {number} form @returns {[number, number]} */
  const touched = (day, length, form) => [form % 3 === 2 ? EARLIEST : day, form % 3 === 1 ? LATEST : day + length];

  /** @param {FacetsFile} about @param {RowsFile[]} parts @returns {Index} */
  const columns = (about, parts) => {
    const ids = parts.flatMap((part) => part.ids), count = ids.length;
    const day = new Int32Array(count), first = new Int32Array(count), last = new Int32Array(count);
    const form = Uint8Array.from(parts.flatMap((part) => part.form));
    const instant = new Float64Array(count);
    /** @type {Map<number, string[]>} */
    const after = new Map();
    let row = 0;
    for (const part of parts) {
      let before = 0;
      for (const [place, delta] of part.day.entries()) {
        day[row + place] = before += delta;
        [first[row + place], last[row + place]] = touched(before, part.length[place], part.form[place]);
      }
      for (const [place, seconds] of Object.entries(part.instant)) instant[row + Number(place)] = seconds;
      for (const [place, names] of Object.entries(part.after)) after.set(row + Number(place), names);
      row += part.ids.length;
    }
    /** @type {Record<string, Lists>} */
    const lists = {};
    for (const { name } of about.facets) lists[name] = joined(parts.flatMap((part) => part.facets[name]));
    return {
      about, ids, day, form, instant, after,
      page: parts.flatMap((part) => part.page),
      names: about.facets.map((facet) => names(facet.options)),
      now: {
        order: Int32Array.from(ids, (_, place) => place),
        first, last, lists,
        key: Uint8Array.from(parts.flatMap((part) => part.key)),
      },
    };
  };

  /** Each option by all that it may be called. @param {Option[]} options @returns {Map<string, number>} */
  const names = (options) => {
    const { fold } = window.dateline;
    /** @type {Map<string, number>} */
    const found = new Map();
    const called = options.map(([id, label, , others]) => [fold(id), fold(label), ...(others || "").split("\n")]);
    for (const place of [0, 1, 2]) {
      called.forEach((words, number) => {
        for (const word of place < 2 ? [words[place]] : words.slice(2)) if (word && !found.has(word)) found.set(word, number);
      });
    }
    return found;
  };

  Object.assign(window.dateline, { columns, joined, touched });
})();
