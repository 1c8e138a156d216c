// An earlier day in a frame: what was known then, as it looked. It is loaded where such a day is asked for.
(() => {
  "use strict";

  const { dateline } = window, { looks } = dateline, main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const own = /** @type {Element} */ (main.querySelector(".chronology")), shown = dateline.make("div", { class: "chronology" });
  const entries = new Map([...own.querySelectorAll(".entry")].map((entry) => [entry.id, entry]));
  /** @type {DaysFile & Pick<RowsFile, "after"> & Pick<FragmentFile, "dates">} */
  const days = JSON.parse(main.dataset.days || "");

  /** How the events of the page stood on a day; null where the words are none. @param {Index} index @param {string} words */
  const columns = (index, words) => {
    const found = dateline.days(words);
    for (const [row, names] of Object.entries(days.after)) index.after.set(Number(row), names); // today's order needs none
    return found && found[0] === found[1] ? dateline.asOf(index, [days], found[0]) : null;
  };

  /** A day in words. @param {string} written */
  const told = (written) => {
    const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written) || [], { dates } = days;
    const patterns = Number(day) === 1 ? dates.first : dates.days;
    return day ? patterns[Number(month) - 1].replace("{y}", dates.year.replace("{n}", year)).replace("{d}", String(Number(day))) : written;
  };

  /** Some entries as they looked then, or the page's own where none of `columns` are of an earlier day. @type {Earlier["show"]} */
  const show = (index, columns, rows, words) => {
    const { stood } = columns || {};
    if (stood) {
      shown.replaceChildren(looks.noted(told(words)), ...looks.arranged(rows.map((row) => {
        const entry = /** @type {Element} */ (entries.get(index.ids[row]));
        return { entry, item: looks.copy(entry, stood[row]) };
      })));
    }
    main.classList.toggle("then", !!stood);
    (own.isConnected ? own : shown).replaceWith(stood ? shown : own);
  };

  Object.assign(dateline, { earlier: { columns, show } });
})();
