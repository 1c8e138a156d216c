// The panel with codes for pages of others: they follow what is chosen, and can be copied.
(() => {
  "use strict";

  const panel = /** @type {HTMLElement | null} */ (document.querySelector(".share"));
  if (!panel) return;
  const { page = "", frame = "", all = "", element = "", title = "", height = "", copied = "" } = panel.dataset;
  const [link, framed, elementary, exported] = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll("dd:not(.pieces) > pre")]);
  const pictured = /** @type {HTMLInputElement | null} */ (panel.querySelector(".pictured input"));
  const command = exported.firstChild?.textContent || "";
  const { kind = "", name = "" } = panel.dataset; // of what the page is the chronology of
  const fields = (/** @type {HTMLElement | null} */ (document.querySelector("form.filters"))?.dataset.fields || "").split(" ").filter(Boolean);

  const OPTIONS = ["actor", "type", "topic", "place", "status"]; // of `dateline export`, which takes others by --where

  /** An address that is whole. @param {string} address */
  const whole = (address) => new URL(address, document.baseURI).href.replace(/[?#].*/, "");
  /** @param {string} text */
  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

  /** A view with what the page is the chronology of; the page of a year says it in every view but none. @param {View} view @returns {View} */
  const asked = (view) => (kind !== "year" ? { ...(kind && { [kind]: [name] }), ...view } : Object.keys(view).length ? view : { from: name, to: name });

  /** What of a view `dateline export` is told. @param {View} view */
  const options = (view) =>
    Object.entries(asked(view)).flatMap(([name, value]) => {
      if (!value || name === "order") return [];
      if (value === true) return [`--${name}`];
      const option = { q: "words", asOf: "as-of" }[name] || name, isKnown = !Array.isArray(value) || OPTIONS.includes(name);
      return [value].flat().map((one) => (isKnown ? `--${option} ${quoted(one)}` : `--where ${quoted(`${name}=${one}`)}`));
    });
  /** @param {string} text */
  const quoted = (text) => (/^[\w.:=+-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`);

  const write = () => {
    const query = window.dateline.write(window.dateline.view, "", fields);
    const named = new URLSearchParams(query), more = new URLSearchParams();
    for (const [name, value] of [...named]) if (fields.includes(name)) more.append(name, value);
    for (const name of more.keys()) named.delete(name);
    if (more.size) named.set("query", String(more));
    // The frame of a year holds what begins in it today; on an earlier day that was another.
    const frames = kind === "year" && window.dateline.view.asOf ? all : frame;
    const isPictured = !!pictured?.checked && !window.dateline.view.asOf, shown = whole(frames) + (isPictured ? "overview/" : "");
    const given = [["src", whole(frames)], ...(isPictured ? [["show", "both"]] : []), ...named].map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
    const address = escaped(whole(page) + query);
    link.textContent = whole(page) + query;
    framed.textContent = `<iframe src="${escaped(shown + query)}" width="100%" height="${height}" title="${escaped(title)}" loading="lazy"></iframe>`;
    elementary.textContent = `<script src="${escaped(whole(element))}" async></script>\n<dateline-timeline${given}><a href="${address}">${escaped(title)}</a></dateline-timeline>`;
    exported.textContent = [command, ...options(window.dateline.view)].join(" ");
    /** @type {HTMLElement} */ (panel.querySelector(".chosen")).hidden = !query;
    if (pictured) /** @type {HTMLElement} */ (panel.querySelector(".pictured")).hidden = !!window.dateline.view.asOf; // it shows today's state
  };

  /** @param {HTMLElement} code */
  const copy = async (code) => {
    const selection = /** @type {Selection} */ (getSelection());
    selection.selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(code.textContent || "");
      return true;
    } catch {
      return document.execCommand("copy"); // where there is no clipboard to write to, or it is refused
    }
  };

  for (const button of panel.querySelectorAll("button")) {
    const code = /** @type {HTMLElement} */ (button.parentElement?.nextElementSibling?.firstElementChild), words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      if (!(await copy(code))) return;
      button.textContent = copied;
      setTimeout(() => (button.textContent = words), 2000);
    });
  }
  pictured?.addEventListener("change", write);
  let isCalled = false;
  panel.addEventListener("toggle", () => {
    if (isCalled) return;
    isCalled = true;
    const script = window.dateline.make("script", { src: panel.dataset.script || "" });
    script.addEventListener("error", () => {
      isCalled = false; // to be called again when the panel is
      /** @type {HTMLElement} */ (panel.querySelector("[data-why=failed]")).hidden = false;
    });
    document.head.append(script);
  });
  for (const one of [panel, ...panel.querySelectorAll("dt, dd, .pictured")]) /** @type {HTMLElement} */ (one).hidden = false;
  write();
  document.addEventListener("dateline:view", write);
})();
