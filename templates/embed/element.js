// For pages of others: <dateline-timeline src="…"> and <div data-dateline="…"> as frames that are as high as what they
// show. Versions and sites may stand side by side: each element is taken once, and what a frame says is heard by its own.
(() => {
  "use strict";

  const NAME = "dateline-timeline", DIVISION = "[data-dateline]", FOLDER = "embed/v1/";
  const FILTERS = ["actor", "type", "place", "topic", "status", "source", "support", "key", "from", "to", "as-of", "order", "q"];
  const SHOWS = ["overview", "entries", "both"], GROUPS = ["together", "type", "actor", "topic", "place"];
  const LEAST = 40, MOST = 1e6, FIRST = 480; // pixels
  const LOOK = ":host{display:block}:host([hidden]){display:none}iframe{display:block;inline-size:100%;border:0}";

  /** @typedef {{ frame: HTMLIFrameElement, place: string, asked: string, origin: string, speaks: boolean, entry: string }} Shown */
  /** @type {Map<Element, Shown>} */
  const shown = new Map();
  /** Those that were taken once, though they may have been taken out of the page. @type {WeakSet<Element>} */
  const ours = new WeakSet();

  /** An attribute: as it is on our element, with 'data-' on others. @param {Element} host @param {string} name */
  const read = (host, name) => {
    if (host.localName === NAME) return host.getAttribute(name);
    return host.getAttribute(name === "src" ? "data-dateline" : `data-${name}`) ?? (name === "title" ? host.getAttribute(name) : null);
  };

  /** The address of the frame; null where none can be shown. @param {Element} host */
  const addressOf = (host) => {
    try {
      const address = new URL(read(host, "src") || "", document.baseURI);
      if (!read(host, "src") || !/^https?:$/.test(address.protocol)) return null;
      address.pathname = address.pathname.replace(/index\.html$/, "");
      if (!/\/embed\/v\d+\//.test(address.pathname)) address.pathname = address.pathname.replace(/\/?$/, "/") + FOLDER;
      const given = new URLSearchParams([...address.searchParams, ...new URLSearchParams(read(host, "query") || "")]);
      for (const name of [...FILTERS, "lang", "theme"]) {
        const value = read(host, name);
        if (value || (name === "key" && value !== null)) given.set(name, value || "1");
      }
      const show = SHOWS.find((one) => one === read(host, "show")), group = GROUPS.find((one) => one === read(host, "group"));
      const whole = /^(.*\/embed\/v\d+\/)(overview\/(?:\w+\/)?)?$/.exec(address.pathname);
      if (whole && (show || group)) { // of the pages of the whole chronology, that with what is asked for
        address.pathname = whole[1] + (show === "entries" ? "" : group ? `overview/${group}/` : whole[2] || "overview/");
        if (show) given.delete("show");
        if (show === "overview") given.set("show", show);
      }
      address.search = String(given);
      address.hash = "";
      return address;
    } catch {
      return null;
    }
  };

  /** The entry that the host asks for, or the address of its page. @param {Element} host */
  const entryOf = (host) => {
    const found = /^#dateline=(.+)$/.exec(location.hash);
    try {
      return found ? decodeURIComponent(found[1]) : read(host, "entry") || "";
    } catch {
      return "";
    }
  };

  /** @param {string | null} height */
  const pixels = (height) => (height && /^\d+(px)?$/.test(height) ? Math.min(MOST, Math.max(LEAST, parseInt(height, 10))) : 0);

  /** Not `style.height`, which a page may have given to all objects. @param {HTMLIFrameElement} frame @param {number} height */
  const setHeight = (frame, height) => frame.style.setProperty("height", `${height}px`);

  /** Show what the element asks for: in the frame that is there, if that can hear of it. @param {Element} host */
  const show = (host) => {
    const address = addressOf(host), inside = host.shadowRoot, now = shown.get(host);
    if (!inside) return;
    if (!address) {
      shown.delete(host);
      inside.replaceChildren(document.createElement("slot"));
      return;
    }
    const place = address.origin + address.pathname + (address.searchParams.get("lang") || ""), asked = address.search;
    const entry = entryOf(host), theme = read(host, "theme") || "";
    if (now && now.place === place && now.speaks) {
      dress(host, now.frame);
      const changed = { dateline: 1, theme, ...(asked === now.asked ? {} : { query: asked }), ...(entry && entry !== now.entry ? { entry } : {}) };
      now.asked = asked;
      now.entry = entry;
      now.frame.contentWindow?.postMessage(changed, "*"); // nothing that the frame's address would not tell
      return;
    }
    if (now && now.place === place && now.asked === asked && now.entry === entry) return dress(host, now.frame);
    if (entry) address.hash = encodeURIComponent(entry);
    const frame = document.createElement("iframe");
    frame.loading = entry || read(host, "loading") === "eager" ? "eager" : "lazy";
    if (read(host, "sandbox") !== null) frame.setAttribute("sandbox", read(host, "sandbox") || "allow-scripts");
    setHeight(frame, pixels(read(host, "height")) || FIRST);
    dress(host, frame);
    frame.src = address.href;
    shown.set(host, { frame, place, asked, origin: address.origin, speaks: false, entry });
    inside.replaceChildren(frame); // a frame anew, since another address in the old one would be a step of the history
  };

  /** What of a frame follows its element without a word to it. @param {Element} host @param {HTMLIFrameElement} frame */
  const dress = (host, frame) => {
    const theme = read(host, "theme"), height = pixels(read(host, "height"));
    frame.title = read(host, "title") || (host.textContent || "").trim() || "Timeline";
    frame.style.setProperty("color-scheme", theme === "dark" || theme === "light" ? theme : "");
    if (height) setHeight(frame, height);
  };

  const watch = new MutationObserver((changes) => new Set(changes.map(({ target }) => /** @type {Element} */ (target))).forEach((host) => shown.has(host) && show(host)));

  /** @param {Element} host */
  const take = (host) => {
    if (shown.has(host) || (host.shadowRoot && !ours.has(host))) return; // another version of this has it
    ours.add(host);
    const inside = host.shadowRoot || host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet(); // no style of the host's policy
    sheet.replaceSync(LOOK);
    inside.adoptedStyleSheets = [sheet];
    show(host);
    watch.observe(host, { attributes: true });
  };

  /** @param {ParentNode} within */
  const takeAll = (within) => within.querySelectorAll(DIVISION).forEach(take);

  addEventListener("message", ({ source, origin, data }) => {
    if (!source || !data || data.dateline !== 1) return;
    for (const [host, now] of shown) {
      if (source !== now.frame.contentWindow) continue;
      if (origin !== now.origin && origin !== "null") return;
      const { height, entry, top } = Object.assign(Object.create(null), data), fixed = pixels(read(host, "height"));
      if (Number.isFinite(height) && height >= 0 && height <= MOST) {
        now.speaks = true;
        if (!fixed) setHeight(now.frame, Math.max(LEAST, Math.ceil(height)));
        if (addressOf(host)?.search !== now.asked) show(host); // what was changed before it could hear
      } else if (typeof entry === "string" && entry === now.entry && Number.isFinite(top) && top >= 0 && top <= MOST) {
        scrollTo({ top: now.frame.getBoundingClientRect().top + scrollY + (fixed ? 0 : top) - 16 });
      }
      return;
    }
  });
  addEventListener("hashchange", () => shown.forEach((_, host) => show(host)));
  // Where the page's policy refuses the frame, what stands in the element shows: a link.
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    for (const [host, { origin }] of shown) {
      if (!/^(frame|child)-src/.test(effectiveDirective) || !(blockedURI === origin || blockedURI.startsWith(`${origin}/`))) continue;
      shown.delete(host);
      host.shadowRoot?.replaceChildren(document.createElement("slot"));
    }
  });

  if (!customElements.get(NAME)) {
    customElements.define(
      NAME,
      class extends HTMLElement {
        connectedCallback() {
          take(this);
        }
        disconnectedCallback() {
          shown.delete(this);
        }
      },
    );
  }
  const begin = () => {
    takeAll(document);
    new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes) {
        for (const one of addedNodes) {
          if (!(one instanceof Element)) continue;
          if (one.matches(DIVISION)) take(one);
          takeAll(one);
        }
        if (removedNodes.length) shown.forEach((_, host) => host.isConnected || shown.delete(host));
      }
    }).observe(document.documentElement, { childList: true, subtree: true });
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
})();
