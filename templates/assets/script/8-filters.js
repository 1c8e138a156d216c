// The filters: from the address to the entries, and back.
(() => {
  "use strict";

  const { dateline } = window;
  const root = /** @type {HTMLFormElement | null} */ (document.querySelector("form.filters"));
  /** Of a page that has no filters: everything. @type {View} */
  let view = {};
  Object.defineProperty(dateline, "view", { get: () => ({ ...view }), configurable: true });
  dateline.setView = () => {};
  if (!root) return;
  if (location.protocol === "file:" && !dateline.fetch) {
    root.textContent = root.dataset.failed || "";
    return;
  }

  const { index: place = "", home = "", here = "", search = "", fields: names = "" } = root.dataset;
  const fields = names.split(" ").filter(Boolean);
  const period = (/(?:^|\/)(-?\d{4,})\/(?:(?:00|(\d\d))\/)?(?:\d+\/)?$/.exec(here) || []).slice(1).filter(Boolean).join("-");
  const loader = dateline.loader(place);
  const entries = dateline.entries(home);
  const texts = search ? dateline.texts(search, /** @type {HTMLElement} */ (document.querySelector(".found"))) : null;
  let applied = "", turn = 0;

  /** @param {Partial<View>} change @param {boolean} [isTyping] */
  const setView = (change, isTyping = false) => {
    /** @type {View} */
    const next = { ...view };
    for (const [name, value] of Object.entries(change)) {
      const isNothing = value === undefined || value === "" || value === false || value === null || (Array.isArray(value) && !value.length);
      if (!isNothing) next[name] = typeof value === "string" && !["from", "to", "asOf", "order", "q"].includes(name) ? value.split(",") : value;
      else if (period && (name === "from" || name === "to")) next[name] = "";
      else delete next[name];
    }
    if (!Object.values(next).some(Boolean)) for (const name of ["from", "to"]) delete next[name];
    const address = location.pathname + dateline.write(next, location.search, fields);
    if (address === location.pathname + location.search) return;
    history[isTyping ? "replaceState" : "pushState"](null, "", address);
    apply(isTyping);
  };

  /** The view of the address; on the page of a year, of that year until the reader says otherwise. @returns {View} */
  const asked = () => {
    const given = dateline.read(location.search, fields);
    if (given.order === "oldest") delete given.order;
    if (!period) for (const name of ["from", "to"]) if (!given[name]) delete given[name];
    const isAsked = Object.values(given).some(Boolean);
    if (period && isAsked && given.from === undefined && given.to === undefined) return { ...given, from: period, to: period };
    return isAsked ? given : {};
  };

  /** @param {boolean} [isTyping] */
  const apply = async (isTyping = false) => {
    const mine = ++turn;
    applied = location.search;
    view = asked();
    dateline.chosen = undefined;
    if (!Object.keys(view).length) {
      entries.restore();
      form.tell(view);
      if (texts) texts("", {});
    } else {
      try {
        await show(mine, isTyping);
      } catch (error) {
        if (mine === turn) form.fail();
      }
    }
    if (mine === turn) document.dispatchEvent(new CustomEvent("dateline:view", { detail: { ...view } }));
  };

  /** @type {[string, Columns] | undefined} */
  let then; // the last day that was asked for, and how events stood on it

  /** @param {number} mine @param {boolean} isTyping */
  const show = async (mine, isTyping) => {
    const day = view.asOf ? dateline.days(view.asOf) : null;
    const isDay = !!day && day[0] === day[1] && !!root.querySelector("[name=as-of]");
    const [index, titles, days] = await Promise.all([loader.rows(), view.q ? loader.titles() : [], isDay ? loader.days() : []]);
    if (mine !== turn) return;
    form.ready(index.about);
    if (isDay && (!then || then[0] !== view.asOf)) then = [view.asOf || "", dateline.asOf(index, days, day[0])];
    const columns = isDay && then ? then[1] : index.now;
    const choice = dateline.choose(index, columns, titles, view);
    if (view.asOf && !isDay) {
      choice.faults.push({ name: "asOf", value: view.asOf, why: "unday" });
      choice.rows = [];
    }
    dateline.chosen = () => new Set(choice.rows.map((row) => index.ids[row]));
    const none = form.tell(view, choice);
    if (texts) texts(view.q || "", index.about.words);
    const shown = await entries.show(index, columns, choice, { more: index.about.words.more, none, then: view.asOf || "" }, isTyping);
    if (mine === turn && shown >= 0) form.tell(view, choice, shown);
  };

  const begin = async () => {
    try {
      form.ready(await loader.facets());
    } catch {
      form.fail();
    }
  };
  const form = dateline.form(root, setView, begin);
  Object.assign(dateline, { setView, filters: { loader, entries, form, begin, apply, forget: () => (then = undefined) } });
  root.classList.add("ready");
  addEventListener("popstate", () => location.search !== applied && apply());
  apply().then(() => {
    if (Object.keys(view).length && location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  });
})();
