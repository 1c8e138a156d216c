// The form: what can be chosen, how much of it there is, and what was chosen, each with a way to take it back.
(() => {
  "use strict";

  const MOST = 60; // options of a list that are shown at once
  const MANY = 12; // options from which on a list can be searched

  /** @param {HTMLFormElement} root @param {(change: Partial<View>, isTyping?: boolean) => void} change @param {() => Promise<void>} begin @returns {Form} */
  const form = (root, change, begin) => {
    const { fold, days, make } = window.dateline;
    /** @template {Element} [Kind=HTMLElement] @param {string} selector */
    const find = (selector) => /** @type {Kind} */ (root.querySelector(selector));
    const [result, chips, facets] = [".result", ".chips", ".facets"].map((one) => find(one));
    const choices = /** @type {HTMLDetailsElement} */ (find(".choices"));
    /** @type {FacetsFile | undefined} */ let about;
    /** @type {Choice | undefined} */ let choice;
    /** @type {View} */ let view = {};
    /** @type {(() => void)[]} */ let lists = [];

    /** @param {string} name @param {string} value */
    const fill = (name, value = "") => ((about && about.words[name]) || "{}").replace("{}", value);

    /** One facet's list. @param {Facet} facet @param {number} place @param {string} language */
    const list = (facet, place, language) => {
      const order = [...facet.options.keys()].sort((one, other) => (facet.options[other][2] || 0) - (facet.options[one][2] || 0) || facet.options[one][1].localeCompare(facet.options[other][1], language));
      const folded = facet.options.map((option) => fold(`${option[1]}\n${option[3] || ""}`));
      /** @type {Map<number, HTMLLIElement>} */
      const rows = new Map();
      const items = make("ul");
      const narrow = make("input", { type: "search", placeholder: fill("narrow"), "aria-label": `${facet.label}: ${fill("narrow")}` });
      const update = () => {
        const words = fold(narrow.value.trim());
        const chosen = /** @type {string[]} */ (view[facet.name] || []);
        const counts = choice && choice.counts[place];
        const seen = order.filter((number) => {
          const [id, , total = 0] = facet.options[number];
          return chosen.includes(id) || ((counts ? counts[number] || total : total) && folded[number].includes(words));
        });
        const wanted = seen.slice(0, MOST).map((number) => {
          const [id, label, total = 0, , note] = facet.options[number];
          const row = rows.get(number) || make("li", {}, make("label", {}, make("input", { type: "checkbox", name: facet.name, value: id }), make("span", {}, label, ...(note ? [" ", make("em", {}, note)] : [])), make("small")));
          rows.set(number, row);
          const count = counts ? counts[number] : total;
          /** @type {HTMLInputElement} */ (row.querySelector("input")).checked = chosen.includes(id);
          const small = /** @type {Element} */ (row.querySelector("small"));
          if (small.textContent !== String(count)) small.textContent = String(count);
          row.classList.toggle("empty", !count);
          return row;
        });
        if (wanted.length !== items.children.length || wanted.some((row, at) => items.children[at] !== row)) items.replaceChildren(...wanted);
      };
      narrow.addEventListener("input", (event) => {
        event.stopPropagation();
        update();
      });
      lists.push(update);
      return make("fieldset", {}, make("legend", {}, facet.label), ...(facet.options.length > MANY ? [narrow] : []), items);
    };

    const ready = (/** @type {FacetsFile} */ file) => {
      if (about) return;
      about = file;
      lists = [];
      facets.replaceChildren(...file.facets.map((facet, place) => list(facet, place, document.documentElement.lang)));
      sync();
    };

    const sync = () => {
      if (choices.open) for (const update of lists) update();
      for (const field of root.querySelectorAll("input[name]:not([type=checkbox]), select")) {
        const one = /** @type {HTMLInputElement} */ (field), name = one.name === "as-of" ? "asOf" : one.name, value = /** @type {string} */ (view[name] || "");
        if (one.value.trim() !== value) one.value = value;
      }
      const key = /** @type {HTMLInputElement} */ (find("[name=key]"));
      key.checked = Boolean(view.key);
      const count = find(".keys");
      if (about) count.textContent = String(choice ? choice.keys : about.key);
    };

    /** What was chosen, each as (words, what takes it back, whether it names nothing). @returns {[string, Partial<View>, boolean][]} */
    const chosen = () => {
      /** @type {[string, Partial<View>, boolean][]} */
      const found = [];
      const faults = (choice && choice.faults) || [];
      for (const [name, value] of Object.entries(view)) {
        const facet = about && about.facets.find((one) => one.name === name);
        if (Array.isArray(value)) {
          for (const one of value) {
            const number = facet ? facet.options.findIndex((option) => option[0] === one) : -1;
            const words = facet && number >= 0 ? facet.options[number][1] : one;
            found.push([words, { [name]: value.filter((other) => other !== one) }, faults.some((fault) => fault.name === name && fault.value === one)]);
          }
        } else if (value) {
          const words = name === "q" ? `“${value}”` : name === "order" ? (value === "newest" ? fill("newest") : String(value)) : name === "key" ? fill("key") : fill(name === "asOf" ? "as-of" : name, String(value));
          found.push([words, { [name]: undefined }, faults.some((fault) => fault.name === name)]);
        }
      }
      return found;
    };

    /** @param {View} now @param {Choice} [made] @param {number} [shown] */
    const tell = (now, made, shown) => {
      [view, choice] = [now, made];
      const rows = made ? chosen() : [];
      const buttons = rows.map(([words, , isWrong]) => make("li", isWrong ? { class: "wrong" } : {}, make("button", { type: "button", "aria-label": fill("remove", words) }, words)));
      buttons.forEach((item, place) => item.addEventListener("click", () => {
        change(rows[place][1]);
        const next = chips.querySelectorAll("button")[place] || chips.querySelector("button") || find("[name=q]");
        /** @type {HTMLElement} */ (next).focus();
      }));
      chips.replaceChildren(...buttons);
      find(".clear").hidden = !rows.length;
      const words = !made || !about ? "" : [
        about.result.replace("{}", String(made.rows.length)) + (shown !== undefined && shown < made.rows.length ? `, ${fill("shown", String(shown))}` : ""),
        ...made.faults.map((fault) => fill(fault.why, fault.value)),
        ...(made.rows.length || made.faults.length ? [] : [fill("none")]),
      ].join(". ").replace(/\.\. /g, ". ");
      if (result.textContent !== words) result.textContent = words;
      root.classList.toggle("empty", Boolean(made && !made.rows.length));
      sync();
      return words;
    };

    choices.addEventListener("toggle", () => {
      if (choices.open) begin();
      sync();
    });
    root.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("change", ({ target }) => {
      const field = /** @type {HTMLInputElement} */ (target);
      if (field.name === "key") change({ key: field.checked || undefined });
      else if (field.type === "checkbox") {
        const before = /** @type {string[]} */ (view[field.name] || []).filter((value) => value !== field.value);
        change({ [field.name]: field.checked ? [...before, field.value] : before });
      } else if (field.name && field.name !== "q") change({ [field.name === "as-of" ? "asOf" : field.name]: field.value.trim() || undefined });
    });
    root.addEventListener("input", ({ target }) => {
      const field = /** @type {HTMLInputElement} */ (target), value = field.value.trim();
      if (field.name === "q") change({ q: value || undefined }, true);
      else if (["from", "to"].includes(field.name) && (!value || days(value))) change({ [field.name]: value || undefined }, true);
    });
    find(".clear").addEventListener("click", () => {
      change(Object.fromEntries(Object.keys(view).map((name) => [name, undefined])));
      find("[name=q]").focus();
    });
    return { ready, tell, renew: () => (about = undefined), fail: () => (result.textContent = root.dataset.failed || "") };
  };

  Object.assign(window.dateline, { form });
})();
