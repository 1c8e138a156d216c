// How an entry looked on an earlier day, and entries under the headings that they stand under then.
(() => {
  "use strict";

  /** Words that the page holds for what is shown. @param {string} name */
  const part = (name) => /** @type {Element} */ (/** @type {Element} */ (document.querySelector(`.words [data-why=${name}]`)).cloneNode(true));

  /** Show in an entry how the event stood. @param {Element} entry @param {Stood} stood */
  const dress = (entry, stood) => {
    /** @type {NodeListOf<HTMLElement>} */
    const standings = entry.querySelectorAll(":scope > .standing"), look = standings[stood.look - 1];
    for (const notice of entry.querySelectorAll(":scope > .telling [data-why]")) notice.remove();
    const facts = /** @type {Element} */ (entry.querySelector(".facts"));
    if (look) {
      for (const name of ["rail", "line", "when", "status", "actors"]) {
        const then = look.querySelector(`.${name}`);
        if (then) entry.querySelector(`.${name}`)?.replaceWith(then);
      }
      facts.before(...look.querySelectorAll("[data-why]"));
      if (look.dataset.year) for (const lead of entry.querySelectorAll(".lead")) lead.remove();
    }
    if (stood.doubts & 4) facts.after(part("known"));
    if (stood.doubts & 8) facts.after(part("contradicted"));
    if (stood.isOverdue) facts.after(part("overdue"));
    if (stood.doubts & 1) entry.querySelector(".when")?.append(" ", part("judged"));
    if (stood.doubts & 2) entry.querySelector(".status")?.append(" ", part("judged"));
    entry.classList.toggle("retracted", stood.isRetracted);
    entry.querySelectorAll(".evidence > .citation").forEach((citation, place) => stood.known[place] || citation.remove());
    return look?.dataset || {};
  };

  /** @type {Looks["copy"]} */
  const copy = (entry, stood) => {
    const item = /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (entry.closest("li")), true));
    const { year, month = "" } = stood ? dress(/** @type {Element} */ (item.firstElementChild), stood) : {};
    const own = [".year", ".month"].map((kind) => entry.closest(kind)?.children[0].textContent || "");
    [item.dataset.year, item.dataset.month] = year ? [year, month] : own;
    return item;
  };

  /** @type {Looks["arranged"]} */
  const arranged = (rows) => {
    /** @type {Element[]} */
    const whole = [];
    const ids = new Set();
    let year = "", month = "";
    for (const { entry, item } of rows) {
      /** A section without its entries. @param {string} kind @param {string} [words] */
      const section = (kind, words = "") => {
        const found = /** @type {Element} */ (entry.closest(kind)), made = /** @type {Element} */ (document.importNode(found, false));
        const head = document.importNode(found.children[0], true), isOther = head.textContent !== words;
        if (isOther || ids.has(head.id)) head.removeAttribute("id");
        if (isOther) Object.assign(head, { textContent: words, className: words ? "" : "unseen" });
        ids.add(head.id);
        made.append(head);
        return made;
      };
      const then = item.dataset;
      if (then.year !== year) whole.push(section(".year", then.year));
      if (then.year !== year || then.month !== month) {
        const part = section(".month", then.month);
        part.append(document.createElement("ol"));
        whole.at(-1)?.append(part);
      }
      ({ year = "", month = "" } = then);
      whole.at(-1)?.lastElementChild?.lastElementChild?.append(item);
    }
    return whole;
  };

  /** @type {Looks["noted"]} */
  const noted = (day) => {
    const note = part("then"), words = /** @type {Element} */ (note.querySelector("strong"));
    words.textContent = (words.textContent || "").replace("{}", day);
    return note;
  };

  Object.assign(window.dateline, { looks: { copy, arranged, noted } });
})();
