// In a frame of another page: the theme, the filters of the address, a height that the page outside hears of, and the
// way to an entry. It keeps nothing, fetches nothing and writes no history.
(() => {
  "use strict";

  const { dateline } = window, root = document.documentElement;
  const outside = window.parent, isFramed = outside !== window;
  const OURS = ["theme", "lang", ...("show" in root.dataset ? ["show"] : [])]; // in the address beside the filters
  const [target, secret = ""] = location.hash.slice(1).split(/#?\?secret=/);
  let { search } = location, height = 0, wanted = "", coming = 0; // the script of earlier days: 1 on its way, -1 never
  /** @type {{ index: Index, titles: string[], fields: string[], words: Record<string, string> } | undefined} */
  let choices;

  /** @param {string} name */
  const find = (name) => /** @type {HTMLElement} */ (document.querySelector(name));
  /** @param {unknown} said */
  const say = (said) => isFramed && outside.postMessage(said, "*");

  /** @param {string | null} theme */
  const setTheme = (theme) => {
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };

  /** Of a page that has the overview and the entries, both or one; that of an earlier day has no overview. */
  const setShow = (isPast = false) => {
    if ("show" in root.dataset) root.dataset.show = (!isPast && new URLSearchParams(search).get("show")) || "both";
  };

  /** The query without what is not of the filters. */
  const filters = () => {
    const given = new URLSearchParams(search);
    for (const name of OURS) given.delete(name);
    return given.size ? `?${given}` : "";
  };

  const measure = () => {
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (!innerWidth || now === height) return;
    height = now;
    tell();
  };

  /** In the words of each that may show this: our own, WordPress, AMP and Medium. */
  const tell = () => {
    say({ dateline: 1, height });
    if (secret) say({ message: "height", value: height, secret });
    say({ sentinel: "amp", type: "embed-size", height });
    say(JSON.stringify({ src: location.href, context: "iframe.resize", height }));
  };

  /** @param {string} id */
  const go = (id) => {
    wanted = coming > 0 ? id : "";
    if (wanted) return;
    const entry = document.getElementById(id);
    if (!entry?.matches(".entry") || !entry.offsetParent) return;
    if (location.hash !== `#${encodeURIComponent(id)}`) location.replace(`#${encodeURIComponent(id)}`); // no step of a history
    measure();
    say({ dateline: 1, entry: id, top: Math.round(entry.getBoundingClientRect().top + scrollY) });
  };

  const ready = () => {
    if (choices) return choices;
    const { words, facets, rows } = JSON.parse(find("main").dataset.choices || "");
    const index = dateline.columns(/** @type {FacetsFile} */ ({ facets }), [{ ...rows, page: rows.ids, instant: {}, after: {} }]);
    const titles = index.ids.map((id) => dateline.fold(document.getElementById(id)?.querySelector("h4")?.textContent || ""));
    const known = ["actor", "type", "place", "topic", "status", "source", "support"];
    const fields = index.about.facets.map((facet) => facet.name).filter((name) => !known.includes(name));
    return (choices = { index, titles, fields, words });
  };

  let isReversed = false;

  /** Turn each list around: entries in a month, months in a year, years. */
  const reverse = () => {
    isReversed = !isReversed;
    for (const name of [".month > ol", ".year", ".chronology"]) {
      for (const one of document.querySelectorAll(name)) one.append(...[...one.children].filter((child) => child.localName !== "h2").reverse());
    }
  };

  /** @param {string} src */
  const load = (src) => {
    const script = dateline.make("script", { src });
    coming = 1;
    script.onload = script.onerror = () => {
      coming = dateline.earlier ? 0 : -1; // it may have come and been no script
      choose();
      if (wanted) go(wanted);
    };
    document.head.append(script);
  };

  const choose = () => {
    const { index, titles, fields, words } = ready(), { earlier } = dateline, src = find("main").dataset.earlier;
    const view = dateline.read(filters(), fields), isPast = !!view.asOf;
    if (!isPast && coming < 0) coming = 0; // another day may be asked for, and try again
    if (isPast && src && !earlier && coming >= 0) {
      root.classList.add("choosing");
      return coming || load(src);
    }
    for (const name of ["from", "to", "order"]) if (!view[name] || view[name] === "oldest") delete view[name];
    const isChosen = Object.keys(view).length > 0;
    const columns = isPast ? earlier?.columns(index, view.asOf || "") : index.now;
    const { rows, faults } = dateline.choose(index, columns || index.now, titles, view);
    if (!columns) {
      rows.length = 0;
      faults.push({ name: "asOf", value: view.asOf || "", why: coming ? "failed" : "unday" });
    }
    earlier?.show(index, columns, rows, view.asOf || "");
    setShow(!!columns?.stood);
    const ids = new Set(rows.map((row) => index.ids[row]));
    for (const entry of document.querySelectorAll(".chronology .entry")) /** @type {HTMLElement} */ (entry.parentElement).hidden = !ids.has(entry.id);
    for (const part of document.querySelectorAll("section")) /** @type {HTMLElement} */ (part).hidden = !part.querySelector("li:not([hidden]) > .entry");
    if (!columns?.stood && (view.order === "newest") !== isReversed) reverse();
    for (const year of document.querySelectorAll("section.year")) {
      const months = [...year.querySelectorAll("section")], first = months.find((month) => !(/** @type {HTMLElement} */ (month).hidden));
      for (const month of months) month.classList.toggle("first", month === first); // it stands beside the year
    }
    const result = find(".result");
    const said = [
      words.result.replace("{}", String(ids.size)),
      ...faults.map(({ why, value }) => words[why].replace("{}", () => value)),
      ...(ids.size || faults.length ? [] : [words.none]),
    ];
    result.textContent = isChosen ? said.join(". ").replace(/\.\. /g, ". ") : "";
    result.hidden = !isChosen;
    find(".count:not(.result)").hidden = isChosen;
    const whole = /** @type {HTMLAnchorElement} */ (find(".whole")), { filtered = "", facet = "", value = "" } = whole.dataset;
    whole.dataset.page ||= whole.getAttribute("href") || "";
    const there = facet && !view[facet] ? { ...view, [facet]: [value] } : view;
    whole.href = isChosen ? filtered + dateline.write(there, "", fields) : whole.dataset.page;
    root.classList.toggle("none", isChosen && !ids.size && !columns?.stood); // of a day it is said which it is
    root.classList.remove("choosing");
    dateline.chosen = isChosen ? () => ids : undefined;
    document.dispatchEvent(new CustomEvent("dateline:view", { detail: view })); // the overview hears it
  };

  setTheme(new URLSearchParams(search).get("theme"));
  setShow();
  if (filters()) root.classList.add("choosing");

  addEventListener("DOMContentLoaded", () => {
    const given = new URLSearchParams(search), language = given.get("lang");
    const other = language && language !== root.lang && document.querySelector(`link[hreflang="${CSS.escape(language)}"]`);
    if (other) {
      given.delete("lang");
      const address = new URL(/** @type {HTMLLinkElement} */ (other).href);
      address.search = String(given);
      address.hash = location.hash;
      location.replace(address);
      return;
    }
    try {
      if (filters()) choose();
    } finally {
      if (!coming) root.classList.remove("choosing");
    }
    new ResizeObserver(measure).observe(document.body);
    measure();
    if (target && !secret) go(decodeURIComponent(target));
  });

  addEventListener("message", ({ source, data }) => {
    if (!isFramed || source !== outside || !data) return;
    if (secret && data.message === "ready" && data.secret === secret) tell();
    if (data.dateline !== 1) return;
    if (typeof data.theme === "string") setTheme(data.theme);
    if (typeof data.query === "string" && data.query !== search) {
      search = data.query;
      setShow();
      choose();
    }
    if (typeof data.entry === "string") go(data.entry);
  });

  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || event.defaultPrevented || event.button || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const within = link.getAttribute("href") || "";
    if (within.startsWith("#")) {
      event.preventDefault();
      document.getElementById(decodeURIComponent(within.slice(1)))?.scrollIntoView();
    } else if (secret) {
      event.preventDefault(); // WordPress shuts the frame in, and opens what is of its host itself
      say({ message: "link", value: new URL(within, location.href).href, secret });
    }
  });
})();
