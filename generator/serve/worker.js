// One connection for all pages of the preview in a browser, which allows six to a host.
(() => {
  "use strict";

  /** @type {Set<MessagePort>} */
  const pages = new Set();
  let last = "";
  const stream = new EventSource("events");
  stream.onmessage = ({ data }) => {
    last = data;
    for (const page of pages) page.postMessage(data);
  };
  self.addEventListener("connect", (event) => {
    const [page] = /** @type {MessageEvent} */ (event).ports;
    pages.add(page);
    page.onmessage = () => pages.delete(page); // it says goodbye, and nothing else
    if (last) page.postMessage(last);
  });
})();
