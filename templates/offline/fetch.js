// Stands in for fetch where pages are read from a disk: what the filters ask for is there as scripts, which browsers
// load from a disk, too. Each sets `dateline.given`.
(() => {
  "use strict";

  /** @param {string} address @returns {Promise<any>} */
  const load = (address) =>
    new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = `${address.endsWith("/") ? `${address}entries` : address.replace(/\.json$/, "")}.js`;
      script.onload = () => done(window.dateline.given); // the script has run just now, and no other since
      script.onerror = () => fail(new Error(address));
      document.head.append(script);
    });

  /** @param {string} address */
  const fetch = async (address) => {
    const given = await load(address);
    return { ok: true, status: 200, json: async () => given, text: async () => given };
  };

  window.dateline = Object.assign(window.dateline || {}, { fetch });
})();
