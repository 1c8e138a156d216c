// Keeps a page of the preview up to date: what differs between the page as it was sent and as it is now is changed in
// place, so that the reader's own doings stay: where they are, what they typed, opened and chose.
(() => {
  "use strict";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const own = new URL(".", script.src).href;
  const root = new URL("..", own).href;
  let epoch = script.dataset.epoch || "";

  /** What of the page is what of it as it was sent. @type {WeakMap<Node, Node>} */
  const live = new WeakMap();
  /** @param {Node} sent @param {Node} shown */
  const pair = (sent, shown) => {
    live.set(sent, shown);
    sent.childNodes.forEach((child, place) => pair(child, shown.childNodes[place]));
  };
  // This runs before the site's own scripts have changed anything.
  let sent = /** @type {HTMLElement} */ (document.documentElement.cloneNode(true));
  pair(sent, document.documentElement);

  /** @param {Node} one @param {Node} other */
  const isAlike = (one, other) =>
    one.nodeType === other.nodeType && (one.nodeType !== 1 || (/** @type {Element} */ (one).tagName === /** @type {Element} */ (other).tagName && /** @type {Element} */ (one).id === /** @type {Element} */ (other).id));

  /** Which child as sent before each child as sent now is. @param {ChildNode[]} before @param {ChildNode[]} now @returns {(ChildNode | undefined)[]} */
  const matched = (before, now) => {
    const left = new Set(before);
    /** @param {ChildNode | undefined} found */
    const take = (found) => {
      if (found) left.delete(found);
      return found;
    };
    const byId = new Map(before.flatMap((child) => (child instanceof Element && child.id ? [[child.id, child]] : [])));
    const found = now.map((child) => (child instanceof Element && child.id && byId.has(child.id) && isAlike(child, /** @type {Element} */ (byId.get(child.id))) ? take(byId.get(child.id)) : undefined));
    now.forEach((child, place) => (found[place] = found[place] || take([...left].find((other) => other.isEqualNode(child)))));
    return found.map((child, place) => child || take([...left].find((other) => isAlike(other, now[place]) && !(other instanceof Element && other.id))));
  };

  /** @param {Element} before @param {Element} now @param {Element} shown */
  const patchAttributes = (before, now, shown) => {
    for (const { name } of [...before.attributes]) {
      if (now.hasAttribute(name)) continue;
      before.removeAttribute(name);
      shown.removeAttribute(name);
    }
    for (const { name, value } of now.attributes) {
      if (before.getAttribute(name) === value) continue;
      before.setAttribute(name, value);
      if (shown instanceof HTMLLinkElement && shown.rel === "stylesheet" && name === "href") swap(before, shown, value);
      else shown.setAttribute(name, value);
    }
  };

  /** Another style sheet, which stands beside the old one until it is there. @param {Element} before @param {HTMLLinkElement} old @param {string} href */
  const swap = (before, old, href) => {
    const fresh = /** @type {HTMLLinkElement} */ (old.cloneNode());
    fresh.setAttribute("href", href);
    fresh.addEventListener("load", () => old.remove(), { once: true });
    old.after(fresh);
    live.set(before, fresh);
  };

  /** @param {Node} before @param {Node} now */
  const patch = (before, now) => {
    if (before.isEqualNode(now)) return;
    const shown = live.get(before);
    if (!shown) throw new Error("it is not there any more");
    if (!(before instanceof Element) || !(now instanceof Element)) {
      before.nodeValue = shown.nodeValue = now.nodeValue;
      return;
    }
    patchAttributes(before, now, /** @type {Element} */ (shown));
    const olds = [...before.childNodes], news = [...now.childNodes];
    const found = matched(olds, news);
    for (const old of olds) {
      if (found.includes(old)) continue;
      /** @type {ChildNode} */ (live.get(old)).remove();
      old.remove();
    }
    /** @type {ChildNode | null} */ let last = null;
    /** @type {ChildNode | null} */ let lastShown = null;
    news.forEach((child, place) => {
      let old = found[place];
      if (old) patch(old, child);
      else {
        old = /** @type {ChildNode} */ (child.cloneNode(true));
        pair(old, document.importNode(child, true));
      }
      const mine = /** @type {ChildNode} */ (live.get(old));
      if (old.parentNode !== before || old.previousSibling !== last) {
        if (last) last.after(old);
        else before.prepend(old);
      }
      const follows = lastShown ? Boolean(lastShown.compareDocumentPosition(mine) & Node.DOCUMENT_POSITION_FOLLOWING) : mine.parentNode === shown;
      if (mine.parentNode !== shown || !follows) {
        if (lastShown) lastShown.after(mine);
        else shown.insertBefore(mine, shown.firstChild);
      }
      [last, lastShown] = [old, mine];
    });
  };

  /** Patch a page that has filters, which then choose anew from what there is now. @param {Filters} filters @param {Element} fresh */
  const choose = async ({ loader, entries, form, begin, apply, forget }, fresh) => {
    const { own, shown, here, pages, copies } = entries;
    const isChosen = shown.isConnected, wasAsked = loader.asked.size > 0;
    /** @type {Element | null} */ let active = document.activeElement;
    const note = (/** @type {FocusEvent} */ event) => (active = /** @type {Element} */ (event.target));
    addEventListener("focusin", note); // the reader goes on while this waits
    const near = isChosen ? [...shown.querySelectorAll(".entry")].find((one) => one.getBoundingClientRect().bottom > 0) : undefined;
    const top = near ? near.getBoundingClientRect().top : 0;
    const same = new Set([...sent.querySelectorAll(".entry")].filter((entry) => fresh.ownerDocument.getElementById(entry.id)?.isEqualNode(entry)).map((entry) => entry.id));

    if (isChosen) shown.replaceWith(own);
    patch(sent, fresh);
    if (!own.isConnected || (document.querySelector("main .chronology") || own) !== own) throw new Error("another list stands there");
    if (isChosen) own.replaceWith(shown);

    for (const name of [...copies.keys()]) {
      const [id, day] = name.split(" ");
      if (day !== "undefined" || !same.has(id)) copies.delete(name);
    }
    here.clear();
    for (const entry of own.querySelectorAll(".entry")) here.set(entry.id, entry);
    pages.clear();
    loader.asked.clear();
    form.renew();
    forget();
    const fields = () => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("form.filters input, form.filters select")]);
    /** @param {Element | undefined} field */
    const nameOf = (field) => (field instanceof HTMLInputElement ? [field.name, field.type === "checkbox" && field.value, field.ariaLabel].join() : field?.getAttribute("name"));
    const typed = new Map(fields().map((field) => [nameOf(field), field.value]));
    if (wasAsked) await begin();
    await apply();
    for (const field of fields()) {
      const words = typed.get(nameOf(field));
      if (words === undefined || words === field.value) continue;
      field.value = words; // what was not yet chosen by it, or narrows a list
      if (!field.name) field.dispatchEvent(new Event("input"));
    }

    const now = near && shown.querySelector(`[id="${CSS.escape(near.id)}"]`);
    if (now) scrollBy({ top: now.getBoundingClientRect().top - top, behavior: "instant" });
    removeEventListener("focusin", note);
    const focused = active?.isConnected ? active : fields().find((field) => active && nameOf(field) === nameOf(active));
    if (focused instanceof HTMLElement && focused !== document.activeElement) focused.focus({ preventScroll: true });
  };

  /** Bring the page up to date. @param {string} wanted */
  const refresh = async (wanted) => {
    const answer = await fetch(location.pathname + location.search, { headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").documentElement;
    const mark = fresh.querySelector(`script[src$="client.js"]`);
    epoch = (mark instanceof HTMLElement && mark.dataset.epoch) || wanted;
    const scripts = (/** @type {Element} */ page) => [...page.querySelectorAll("head script[src]")].map((one) => one.getAttribute("src")).join();
    if (scripts(fresh) !== scripts(sent)) return location.reload();
    mark?.setAttribute("data-epoch", script.dataset.epoch || "");
    try {
      const filters = window.dateline?.filters;
      if (filters) await choose(filters, fresh);
      else patch(sent, fresh);
    } catch {
      return location.reload();
    }
    document.dispatchEvent(new CustomEvent("dateline:patched"));
  };

  /** @typedef {{line: number, source: [before: string, marked: string, after: string] | null, hint: string, detail: string[], text: string}} Problem */
  /** @param {Problem[]} problems */
  const show = (problems) => {
    const before = document.querySelectorAll("dateline-problems");
    const clear = () => before.forEach((one) => one.remove());
    if (!problems.length) return clear();
    const overlay = document.createElement("dateline-problems");
    const inside = overlay.attachShadow({ mode: "open" });
    const make = (/** @type {string} */ name, /** @type {string} */ text = "") => Object.assign(document.createElement(name), { textContent: text });
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${own}overlay.css` });
    const box = make("div");
    box.setAttribute("role", "alert");
    box.hidden = true; // until it has its looks: what was there stays so long
    link.onload = link.onerror = () => {
      box.hidden = false;
      clear();
    };
    const close = make("button", "Hide");
    close.addEventListener("click", () => overlay.remove());
    box.append(close, make("h1", problems.length === 1 ? "A mistake keeps the site as it was" : `${problems.length} mistakes keep the site as it was`));
    for (const { line, source, hint, detail, text } of problems) {
      box.append(make("h2", text.split("\n", 1)[0]));
      if (source) {
        const shown = make("pre", `${line} | ${source[0]}`);
        shown.append(make("mark", source[1] || " "), source[2]);
        box.append(shown);
      }
      for (const words of [hint, ...detail]) if (words) box.append(make("p", words));
    }
    box.append(make("footer", "This goes away when the file is mended and saved."));
    inside.append(link, box);
    document.documentElement.append(overlay);
  };

  const soon = () => new Promise((done) => setTimeout(done, 500));
  let turn = Promise.resolve(), heard = 0;
  /** @param {string} data */
  const hear = (data) => {
    const told = JSON.parse(data), mine = ++heard;
    turn = turn.then(async () => {
      show(told.problems);
      const page = told.go ? new URL(told.go, root).href : "";
      while (told.epoch !== epoch && mine === heard) {
        try {
          if (page && !told.problems.length && page !== location.href.split(/[?#]/)[0]) return location.assign(page);
          await refresh(told.epoch);
        } catch {
          await soon(); // the network sleeps: it may be there again
        }
      }
    });
  };

  if ("SharedWorker" in window) {
    const { port } = new SharedWorker(`${own}worker.js`);
    port.onmessage = ({ data }) => hear(data);
    addEventListener("pagehide", (event) => event.persisted || port.postMessage("goodbye"));
  } else {
    new EventSource(`${own}events`).onmessage = ({ data }) => hear(data);
  }
})();
