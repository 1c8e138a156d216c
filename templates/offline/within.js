// Stands in for fetch where all is in one file: what the filters ask for is there as blocks of data.
(() => {
  "use strict";

  /** @param {string} address */
  const fetch = async (address) => {
    const block = document.querySelector(`script[data-file="${CSS.escape(address)}"]`);
    if (!block) throw new Error(address);
    const given = JSON.parse(block.textContent || "");
    return { ok: true, status: 200, json: async () => given, text: async () => given };
  };

  window.dateline = Object.assign(window.dateline || {}, { fetch });
})();
