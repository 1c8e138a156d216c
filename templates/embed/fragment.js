// The fragment of the panel: HTML for editors that keep neither frames nor scripts, set together from what the build wrote.
(() => {
  "use strict";

  const { dateline } = window;
  const panel = /** @type {HTMLDetailsElement} */ (document.querySelector(".share")), { kind = "", name = "" } = panel.dataset;
  const shown = /** @type {HTMLElement} */ (panel.querySelector(".pieces")), { pieces = "", index: place = "", count = "" } = shown.dataset;
  const code = /** @type {HTMLElement} */ (shown.firstElementChild);
  const copy = /** @type {HTMLElement} */ (shown.previousElementSibling?.querySelector("button"));
  const loader = dateline.filters?.loader || dateline.loader(place);
  const OPTIONS = ["actor", "type", "topic", "place", "status"]; // as `dateline export` tells them, then all others
  const DAY = /^(-?\d+)(?:-(\d\d))?(?:-(\d\d))?$/;
  let turn = 0;

  /** A file of pieces, fetched once. @param {string} address @returns {Promise<any>} */
  const get = (address) => {
    const ask = async () => {
      const answer = await (dateline.fetch || fetch)(address, { cache: "no-cache" });
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    };
    const known = loader.asked.get(address) || ask();
    loader.asked.set(address, known);
    known.catch(() => loader.asked.delete(address));
    return known;
  };

  /** @param {string} words */
  const escaped = (words) => words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  /** @param {string} words @param {string} value */
  const fill = (words, value) => words.replace("{}", () => value);

  /** A year, a month or a day in words; as it is written where it is none. @param {string} written @param {FragmentFile["dates"]} dates */
  const day = (written, dates) => {
    if (!dateline.days(written)) return written;
    const [, first, month, date] = DAY.exec(written) || [], number = Number(first);
    const bare = String(number > 0 ? number : 1 - number);
    const year = (number < 1 ? dates.bce : number < 1000 || number > 9999 ? dates.ce : dates.year).replace("{n}", bare);
    const patterns = date ? (Number(date) === 1 ? dates.first : dates.days) : dates.months;
    return month ? patterns[Number(month) - 1].replace("{y}", year).replace("{d}", String(Number(date))) : year;
  };

  /** What was chosen, in words. @param {View} view @param {Index} index @param {FragmentFile["dates"]} dates */
  const said = (view, { about, names }, dates) => {
    const found = [...new Set([...OPTIONS, ...Object.keys(view)])].flatMap((name) => {
      const facet = about.facets.findIndex((one) => one.name === name), values = view[name];
      if (facet < 0 || !Array.isArray(values)) return [];
      const numbers = new Set(values.map((value) => names[facet].get(dateline.fold(value)) ?? -1));
      numbers.delete(-1);
      return [[...numbers].sort((one, other) => one - other).map((number) => about.facets[facet].options[number][1]).join(" / ")];
    });
    if (view.key) found.push(about.words.key);
    for (const name of ["from", "to"]) if (view[name]) found.push(fill(about.words[name], day(String(view[name]), dates)));
    if (view.q) found.push(`“${view.q}”`);
    return found.filter(Boolean).join(", ");
  };

  /** The document of some events. @param {FragmentFile} about @param {[FragmentPart, FragmentEvent][]} events @param {string} words */
  const written = (about, events, words) => {
    /** @type {Map<string, number>} */
    const numbers = new Map();
    /** @type {string[]} */ const references = [];
    /** @type {number[]} */ const levels = [];
    /** @type {Set<string>} */ const headed = new Set();
    /** @type {string[]} */ const lines = [];
    /** @type {[number, number, string] | undefined} */ let newest;

    /** HTML with the numbers that the sources have here: they are numbered as they are first cited. @param {FragmentPart} part @param {(string | number)[]} html @returns {string} */
    const numbered = (part, html) => html.map((piece) => (typeof piece === "string" ? piece : number(part, piece))).join("");
    /** @param {FragmentPart} part @param {number} place */
    const number = (part, place) => {
      const [id, ...html] = part.sources[place - 1];
      if (!numbers.has(id)) {
        numbers.set(id, numbers.size + 1);
        references.push(numbered(part, html));
      }
      return String(numbers.get(id));
    };
    /** @param {number} least */
    const close = (least) => {
      while (levels.length && levels[levels.length - 1] >= least) lines.push(about.ends[levels.pop() || 0]);
    };
    /** @param {number} level @param {string} html */
    const open = (level, html) => {
      close(level);
      levels.push(level);
      lines.push(html);
    };

    for (const [part, event] of events) {
      for (const [level, period] of /** @type {[number, string][]} */ ([[1, event.year], [2, event.month]])) {
        if (period && !headed.has(period)) open(level, part.headings[period]);
        headed.add(period);
      }
      open(3, numbered(part, event.html));
      if (event.newest && (!newest || event.newest[0] > newest[0] || (event.newest[0] === newest[0] && event.newest[1] > newest[1]))) newest = event.newest;
    }
    close(1);

    const dated = about.asOf || (newest ? fill(about.newest, newest[2]) : "");
    const how = fill(about.events.words[Number(about.events.forms[events.length])], String(events.length)), [before, between, after] = about.count;
    return [
      about.opening,
      words && about.subtitle.join(escaped(words)),
      before + escaped(how) + (dated && between + escaped(dated)) + after,
      about.before,
      ...lines,
      ...(references.length ? [about.sources[0], ...references, about.sources[1]] : []),
      about.closing,
    ].filter(Boolean).join("\n");
  };

  /** The fragment of what is seen, or why there is none. @returns {Promise<[html: string, why?: string]>} */
  const told = async () => {
    const { asOf, order, ...given } = dateline.view, isFiltered = Object.values(given).some(Boolean), isOfYear = kind === "year" && !isFiltered;
    const then = asOf ? dateline.days(asOf) : null;
    if (asOf) return ["", then && then[0] === then[1] ? "past" : "none"];
    /** @type {View} */
    const view = isOfYear ? { from: name, to: name } : kind && kind !== "year" ? { [kind]: [name], ...given } : given;
    /** @type {[FragmentFile, Index, string[]]} */
    const [about, index, titles] = await Promise.all([get(pieces), loader.rows(), view.q ? loader.titles() : []]);
    const rows = dateline.choose(index, index.now, titles, view).rows.sort((one, other) => one - other);
    if ((isFiltered ? rows.length : Number(count)) >= about.events.forms.length) return ["", "many"];

    const shards = rows.map((row) => about.shards.filter((first) => first <= row).length - 1);
    /** @type {Map<number, FragmentPart>} */
    const parts = new Map();
    await Promise.all([...new Set(shards)].map(async (shard) => parts.set(shard, await get(pieces.replace(/\.json$/, `-${shard}.json`)))));
    const all = rows.map((row, at) => {
      const part = /** @type {FragmentPart} */ (parts.get(shards[at]));
      return /** @type {[FragmentPart, FragmentEvent]} */ ([part, part.events[index.ids[row]]]);
    });
    // The page of an actor has what names it, and that of a year what begins in it, where filters choose by more.
    const events = all.filter(([, event]) => (kind === "actor" ? event.actors.includes(name) : !isOfYear || event.year === name));
    return events.length ? [written(about, events, isOfYear ? day(name, about.dates) : said(view, index, about.dates))] : ["", "none"];
  };

  const write = async () => {
    const mine = ++turn;
    if (!panel.open) return;
    const [html, why] = await told().catch(() => ["", "failed"]);
    if (mine !== turn) return;
    code.textContent = html;
    code.hidden = copy.hidden = !html;
    for (const one of /** @type {NodeListOf<HTMLElement>} */ (shown.querySelectorAll("[data-why]"))) one.hidden = one.dataset.why !== why;
  };

  panel.addEventListener("toggle", write);
  document.addEventListener("dateline:view", write);
  document.addEventListener("dateline:patched", () => {
    if (!dateline.filters) loader.asked.clear(); // else they have let go of it themselves
    write();
  });
  write();
})();
