// The overview in a frame: where its marks lead, and that those of events which are not on the page never fade.
(() => {
  "use strict";

  const { dateline } = window, root = document.documentElement;
  const links = [...document.querySelectorAll(".overview a")].map((link) => {
    const id = decodeURIComponent((link.getAttribute("href") || "").split("#")[1] || "");
    return { link, id, entry: document.getElementById(id) };
  });
  let view = {};

  /** To an entry below, or to its event on the site where the entries are hidden; the id stays at the end. */
  const lead = () => {
    const isAlone = root.dataset.show === "overview";
    for (const { link, id, entry } of links) {
      const page = /** @type {HTMLAnchorElement | null | undefined} */ (entry?.querySelector("h4 a"));
      if (!page) continue;
      link.setAttribute("href", `${isAlone ? page.href : ""}#${encodeURIComponent(id)}`);
      link.setAttribute("target", isAlone ? "_blank" : "_self");
    }
  };

  document.addEventListener("dateline:view", (event) => {
    view = /** @type {CustomEvent} */ (event).detail;
    if (dateline.chosen) {
      const ids = new Set([...dateline.chosen(), ...links.filter(({ entry }) => !entry).map(({ id }) => id)]);
      dateline.chosen = () => ids;
    }
    lead();
  });
  // A period that is dragged is not chosen: there is no form that could take it back.
  dateline.setView = () => document.dispatchEvent(new CustomEvent("dateline:view", { detail: view }));
  lead();
})();
