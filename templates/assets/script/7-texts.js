// Full texts: what Pagefind finds in the words of events and articles. Loaded only when something is searched.
(() => {
  "use strict";

  const MOST = 6;
  const PAUSE = 300; // milliseconds after the last key

  /** @param {string} folder @param {HTMLElement} place @returns {(q: string, words: Record<string, string>) => void} */
  const texts = (folder, place) => {
    let turn = 0;
    const address = new URL(folder, document.baseURI).href;

    /** An excerpt: text, and marks in it. @param {string} html */
    const excerpt = (html) => {
      const { make } = window.dateline;
      const found = new DOMParser().parseFromString(html, "text/html").body.childNodes;
      return make("p", {}, ...[...found].map((node) => (node.nodeName === "MARK" ? make("mark", {}, node.textContent || "") : node.textContent || "")));
    };

    return async (q, words) => {
      const mine = ++turn, { make } = window.dateline;
      place.hidden = !q;
      if (!q) return;
      await new Promise((done) => setTimeout(done, PAUSE));
      if (mine !== turn) return;
      try {
        /** @type {Pagefind} */
        const pagefind = await import(`${address}pagefind.js`);
        const { results } = await pagefind.search(q);
        const found = await Promise.all(results.slice(0, MOST).map((one) => one.data()));
        if (mine !== turn) return;
        const items = found.map((one) => make("li", {}, make("a", { href: new URL((one.raw_url || one.url).replace(/^\//, ""), new URL("..", address)).href }, one.meta.title || one.url), excerpt(one.excerpt)));
        place.replaceChildren(make("h2", {}, words.texts), ...(items.length ? [make("ol", {}, ...items)] : [make("p", {}, words.textless)]));
      } catch {
        place.hidden = true; // no search without its files: what the index finds stands
      }
    };
  };

  Object.assign(window.dateline, { texts });
})();
