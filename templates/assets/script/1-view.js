// The view: which events the reader asks for, as it stands in the address.
(() => {
  "use strict";

  const LISTS = ["actor", "type", "place", "topic", "status", "source", "support"];
  /** @type {[keyof View & string, string][]} */
  const WORDS = [["from", "from"], ["to", "to"], ["asOf", "as-of"], ["order", "order"], ["q", "q"]];
  const DAY = /^(?!-0000)(-?(?:\d{4}|[1-9]\d{4,5}))(?:-(\d\d)(?:-(\d\d))?)?$/;
  const EPOCH = 719163; // 1 January 1970, where 1 January of the year 1 is 1

  /** @param {string} search @param {string[]} fields @returns {View} */
  const read = (search, fields) => {
    const given = new URLSearchParams(search);
    /** @type {View} */
    const view = {};
    for (const name of [...LISTS, ...fields]) {
      const values = given.getAll(name).flatMap((value) => value.split(",")).map((value) => value.trim());
      if (values.some(Boolean)) view[name] = [...new Set(values.filter(Boolean))];
    }
    if (["1", "true", "yes"].includes(given.get("key") || "")) view.key = true;
    for (const [name, parameter] of WORDS) {
      const value = given.getAll(parameter).join(" ").trim();
      if (value || (given.has(parameter) && (name === "from" || name === "to"))) view[name] = value;
    }
    return view;
  };

  /** @param {View} view @param {string} search @param {string[]} fields */
  const write = (view, search, fields) => {
    const given = new URLSearchParams(search);
    for (const name of [...LISTS, ...fields, "key", ...WORDS.map((row) => row[1])]) given.delete(name);
    const parts = [...given].map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    for (const name of [...LISTS, ...fields]) {
      const values = /** @type {string[]} */ (view[name] || []);
      if (values.length) parts.push(`${name}=${values.map(encodeURIComponent).join(",")}`);
    }
    if (view.key) parts.push("key=1");
    for (const [name, parameter] of WORDS) {
      const value = view[name];
      if (typeof value === "string") parts.push(`${parameter}=${encodeURIComponent(value)}`);
    }
    return parts.length ? `?${parts.join("&")}` : "";
  };

  /** @param {number} year @param {number} month @param {number} day */
  const number = (year, month, day) => new Date(0).setUTCFullYear(year, month - 1, day) / 864e5 + EPOCH;

  /** The first and last day of a year, a month or a day; null where it is none. @param {string} text */
  const days = (text) => {
    const found = DAY.exec(text);
    if (!found) return null;
    const [year, month, day] = found.slice(1).map(Number);
    if (!found[2]) return [number(year, 1, 1), number(year, 12, 31)];
    const last = new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
    if (month < 1 || month > 12 || (found[3] && (day < 1 || day > last))) return null;
    return found[3] ? [number(year, month, day), number(year, month, day)] : [number(year, month, 1), number(year, month, last)];
  };

  /** A text as it is searched. @param {string} text */
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ς/g, "σ");

  /** @template {keyof HTMLElementTagNameMap} Name @param {Name} name @param {Record<string, string>} [attributes] @param {...(Node | string)} children */
  const make = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  window.dateline = Object.assign(window.dateline || {}, { read, write, days, fold, make });
})();
