// The files of the index, fetched when they are first needed.
(() => {
  "use strict";

  /** @param {string} address */
  const get = async (address) => {
    const answer = await (window.dateline.fetch || fetch)(address, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  };

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
        return window.dateline.columns(about, parts);
      });
    return { asked, facets, rows, titles: () => once("words", async () => (await shards(`titles-${language}`)).flat()), days: () => shards("days") };
  };

  Object.assign(window.dateline, { loader });
})();
