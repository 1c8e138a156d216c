// The index: columns of numbers from which events are chosen, fetched when they are first needed.
(() => {
  "use strict";

  const EARLIEST = -0x7fffffff, LATEST = 0x7fffffff;

  /** @param {string} address */
  const get = async (address) => {
    const answer = await (window.dateline.fetch || fetch)(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  };

  /** The lists of numbers as one. @param {number[][]} lists @returns {Lists} */
  const joined = (lists) => {
    const at = new Uint32Array(lists.length + 1);
    lists.forEach((list, row) => (at[row + 1] = at[row] + list.length));
    return { at, numbers: Uint32Array.from(lists.flat()) };
  };

  /** The days that a date touches. @param {number} day @param {number} length @param {number} form @returns {[number, number]} */
  const touched = (day, length, form) => [form % 3 === 2 ? EARLIEST : day, form % 3 === 1 ? LATEST : day + length];

  /** @param {string} place @returns {Loader} */
  const loader = (place) => {
    const folder = place.slice(0, place.lastIndexOf("/") + 1);
    const language = place.slice(folder.length, -".json".length);
    /** @type {Map<string, Promise<any>>} */
    const asked = new Map();
    /** @param {string} name @param {() => Promise<any>} make */
    const once = (name, make) => {
      const known = asked.get(name) || make();
      asked.set(name, known);
      known.catch(() => asked.delete(name));
      return known;
    };
    const facets = () => once("facets", () => get(place));
    /** @param {string} name */
    const shards = (name) =>
      once(name, async () => Promise.all(Array.from({ length: (await facets()).shards }, (_, n) => get(`${folder}${name}-${n}.json`))));
    const rows = () =>
      once("index", async () => {
        /** @type {[FacetsFile, RowsFile[]]} */
        const [about, parts] = await Promise.all([facets(), shards("rows")]);
        return columns(about, parts);
      });
    return { asked, facets, rows, titles: () => once("words", async () => (await shards(`titles-${language}`)).flat()), days: () => shards("days") };
  };

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

  Object.assign(window.dateline, { loader, columns, joined, touched });
})();
