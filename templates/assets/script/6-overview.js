// The overview: names what is pointed at, shows where one is reading, chooses a period, and zooms.
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const ATTRIBUTES = ["x", "cx", "x1", "x2", "width"];
  const MOST = 400; // times that one may zoom in
  const STEP = 1.6;
  const EPOCH = 719163; // the number of the day 1970-01-01
  const DAY = 864e5; // milliseconds
  const FAR = 8; // pixels that a pointer moves before it drags
  const EDGE = 0.01; // of the picture, on either side of its frame

  /** @param {HTMLElement} figure */
  function start(figure) {
    const picture = figure.querySelector("svg");
    const plot = picture && picture.querySelector("svg");
    const controls = /** @type {HTMLElement | null} */ (figure.querySelector(".controls"));
    const hint = /** @type {HTMLElement | null} */ (figure.querySelector(".hint"));
    if (!picture || !plot || !controls || !hint) return;
    const days = numbers(picture.dataset.days);
    const places = numbers(picture.dataset.places);
    const height = picture.getAttribute("height") || "0";
    const links = [...plot.querySelectorAll("a")];
    /** What moves when one zooms: an element, its attribute, and its place from 0 to 1.
     * @type {{element: Element, name: string, place: number}[]} */
    const movable = [];
    for (const element of plot.querySelectorAll("*")) remember(element);
    let from = 0;
    let to = 1;

    controls.hidden = false;
    figure.classList.add("live");
    say("");

    /** @param {Element} element */
    function remember(element) {
      for (const name of ATTRIBUTES) {
        const value = element.getAttribute(name);
        if (value && value.endsWith("%")) movable.push({ element, name, place: parseFloat(value) / 100 });
      }
    }

    /** @param {string} words */
    function say(words) {
      if (hint) hint.textContent = words || hint.dataset.rest || "";
    }

    /** The place under a pointer, from 0 to 1. @param {MouseEvent} event */
    function placeAt(event) {
      const box = /** @type {Element} */ (picture).getBoundingClientRect();
      const share = (event.clientX - box.left - box.width * EDGE) / (box.width * (1 - 2 * EDGE));
      return from + Math.min(1, Math.max(0, share)) * (to - from);
    }

    /** @param {number} place */
    function dayAt(place) {
      return Math.floor(between(place, places, days));
    }

    // Zoom

    /** @param {number} start @param {number} end */
    function show(start, end) {
      const width = Math.min(1, Math.max(1 / MOST, end - start));
      from = Math.min(1 - width, Math.max(0, start));
      to = from + width;
      for (const { element, name, place } of movable) {
        const shown = name === "width" ? place / width : (place - from) / width;
        element.setAttribute(name, `${+(shown * 100).toFixed(3)}%`);
      }
      figure.classList.toggle("zoomed", width < 1);
      for (const button of figure.querySelectorAll("button")) {
        button.disabled = button.dataset.zoom === "in" ? width <= 1 / MOST : width >= 1;
      }
    }

    /** @param {number} factor @param {number} around */
    function zoom(factor, around) {
      const width = (to - from) / factor;
      const share = (around - from) / (to - from);
      show(around - share * width, around + (1 - share) * width);
    }

    /** @param {string | undefined} how @param {number} around */
    function zoomBy(how, around) {
      if (how === "all") show(0, 1);
      else zoom(how === "in" ? STEP : 1 / STEP, around);
    }

    controls.addEventListener("click", (event) => {
      const button = event.target instanceof Element && event.target.closest("button");
      if (button) zoomBy(button.dataset.zoom, (from + to) / 2);
    });
    picture.addEventListener(
      "wheel",
      (event) => {
        if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY / 200), placeAt(event));
        else if (to - from < 1 && Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
          const step = (event.deltaX / picture.clientWidth) * (to - from);
          show(from + step, to + step);
        } else return;
        event.preventDefault();
      },
      { passive: false },
    );

    // Choosing a period

    const chosen = drawn("rect", "chosen", { y: "0", height });

    /** @param {number} start @param {number} end */
    function mark(start, end) {
      const width = to - from;
      chosen.setAttribute("x", `${((Math.min(start, end) - from) / width) * 100}%`);
      chosen.setAttribute("width", `${(Math.abs(end - start) / width) * 100}%`);
      if (plot && !chosen.parentNode) plot.prepend(chosen);
    }

    /** Where each pointer went down, and is. @type {Map<number, {down: number, x: number, at: number}>} */
    const pointers = new Map();
    let drags = false;

    picture.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      const at = placeAt(event);
      pointers.set(event.pointerId, { down: at, x: event.clientX, at });
      drags = false;
    });
    picture.addEventListener("pointermove", (event) => {
      const pointer = pointers.get(event.pointerId);
      if (!pointer) return;
      const at = placeAt(event);
      const other = [...pointers].find(([id]) => id !== event.pointerId);
      if (other) {
        const before = Math.abs(pointer.at - other[1].at);
        const now = Math.abs(at - other[1].at);
        if (before > 0 && now > 0) zoom(now / before, (at + other[1].at) / 2);
        pointer.at = placeAt(event);
        return;
      }
      pointer.at = at;
      if (!drags && Math.abs(event.clientX - pointer.x) > FAR) {
        drags = true;
        picture.setPointerCapture(event.pointerId);
      }
      if (drags) {
        mark(pointer.down, at);
        say([pointer.down, at].sort((one, two) => one - two).map((place) => isoDay(dayAt(place))).join(" – "));
      }
    });
    for (const name of /** @type {const} */ (["pointerup", "pointercancel"])) {
      picture.addEventListener(name, (event) => {
        const pointer = pointers.get(event.pointerId);
        pointers.delete(event.pointerId);
        if (!pointer || !drags || pointers.size) return;
        say("");
        const [start, end] = [pointer.down, placeAt(event)].sort((one, two) => one - two);
        if (name === "pointerup") window.dateline?.setView({ from: isoDay(dayAt(start)), to: isoDay(dayAt(end)) });
        else chosen.remove();
      });
    }
    // What ends a drag is no click on the mark below it.
    picture.addEventListener("click", (event) => drags && event.preventDefault(), true);
    picture.addEventListener("dragstart", (event) => event.preventDefault());

    document.addEventListener("dateline:view", (event) => {
      const view = /** @type {CustomEvent} */ (event).detail || {};
      const start = view.from ? dayOf(view.from, false) : days[0];
      const end = view.to ? dayOf(view.to, true) : days[days.length - 1];
      if ((view.from || view.to) && start < end) mark(between(start, days, places), between(end, days, places));
      else chosen.remove();
      const ids = window.dateline?.chosen?.();
      for (const link of links) {
        link.classList.toggle("off", !!ids && !link.matches(".density") && !ids.has(targetOf(link)));
      }
    });

    // Naming what is pointed at, and going from mark to mark

    /** @param {Event} event */
    function name(event) {
      const link = event.target instanceof Element && event.target.closest("a");
      if (link && !drags) say(link.getAttribute("aria-label") || "");
    }
    picture.addEventListener("pointerover", name);
    // Not of the picture: Chromium takes an SVG that listens for focus for a stop of the Tab key.
    figure.addEventListener("focusin", name);
    picture.addEventListener("pointerout", () => pointers.size || say(""));
    figure.addEventListener("focusout", () => say(""));

    if (links[0]) links[0].setAttribute("tabindex", "0");
    picture.addEventListener("keydown", (event) => {
      const at = links.findIndex((link) => link === document.activeElement);
      const ahead = getComputedStyle(figure).direction === "rtl" ? -1 : 1;
      /** @type {Record<string, number>} */
      const steps = { ArrowRight: ahead, ArrowLeft: -ahead, ArrowDown: 1, ArrowUp: -1 };
      /** @type {Record<string, number>} */
      const ends = { Home: 0, End: links.length - 1 };
      /** @type {Record<string, string>} */
      const zooms = { "+": "in", "=": "in", "-": "out", 0: "all" };
      const next = event.key in steps ? at + steps[event.key] : ends[event.key];
      if (at >= 0 && links[next]) {
        links[at].setAttribute("tabindex", "-1");
        links[next].setAttribute("tabindex", "0");
        links[next].focus();
      } else if (event.key in zooms && !event.ctrlKey && !event.metaKey) {
        const found = movable.find(({ element }) => at >= 0 && links[at].contains(element));
        zoomBy(zooms[event.key], found ? found.place : (from + to) / 2);
      } else return;
      event.preventDefault();
    });

    // Where one is reading

    const entries = [...document.querySelectorAll(".chronology .entry")];
    const order = new Map(entries.map((entry, number) => [entry.id, number]));
    const placed = links.map((link) => ({ link, number: order.get(targetOf(link)) ?? -1 }));
    const seen = new Set();
    const observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) isIntersecting ? seen.add(target) : seen.delete(target);
        const current = entries.findIndex((entry) => seen.has(entry));
        const shown = Math.max(...placed.map(({ number }) => (number <= current ? number : -1)));
        for (const { link, number } of placed) link.classList.toggle("here", shown >= 0 && number === shown);
      },
      { rootMargin: "-20% 0% -60% 0%" },
    );
    for (const entry of entries) observer.observe(entry);

    // Today, which no build knows

    const today = Math.floor(Date.now() / DAY) + EPOCH;
    if (today >= days[0] && today <= days[days.length - 1]) {
      const at = `${between(today, days, places) * 100}%`;
      const line = drawn("line", "today", { x1: at, x2: at, y1: "0", y2: height });
      const title = document.createElementNS(SVG, "title");
      title.textContent = controls.dataset.today || "";
      line.append(title);
      plot.append(line);
      remember(line);
    }
  }

  /** @param {"rect" | "line"} tag @param {string} name @param {Record<string, string>} attributes */
  function drawn(tag, name, attributes) {
    const element = document.createElementNS(SVG, tag);
    element.setAttribute("class", name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  }

  /** @param {string | undefined} text */
  function numbers(text) {
    return (text || "").split(" ").map(Number);
  }

  /** The id of the entry that a link leads to. @param {Element} link */
  function targetOf(link) {
    return decodeURIComponent((link.getAttribute("href") || "").split("#")[1] || "");
  }

  /** A value between the pairs of two growing lists. @param {number} value @param {number[]} xs @param {number[]} ys */
  function between(value, xs, ys) {
    const last = xs.length - 1;
    if (value <= xs[0]) return ys[0];
    if (value >= xs[last]) return ys[last];
    let at = 0;
    while (xs[at + 1] <= value) at += 1;
    return ys[at] + ((value - xs[at]) / (xs[at + 1] - xs[at])) * (ys[at + 1] - ys[at]);
  }

  /** A day number as EDTF writes it. @param {number} day */
  function isoDay(day) {
    const date = new Date((day - EPOCH) * DAY);
    const year = date.getUTCFullYear();
    if (Number.isNaN(year) || year > 9999) return `Y${Math.round(day / 365.2425)}`;
    return year < 0 ? `-${String(-year).padStart(4, "0")}` : date.toISOString().slice(0, 10);
  }

  /** The number of the first day of '2023', '2023-04' or '2023-04-04', or of the day after its last.
   * @param {string} text @param {boolean} after */
  function dayOf(text, after) {
    const parts = /^(Y?-?\d+)(?:-(\d\d))?(?:-(\d\d))?$/.exec(text);
    if (!parts) return NaN;
    const [year, month, day] = [parts[1].replace("Y", ""), parts[2] || 1, parts[3] || 1].map(Number);
    const date = new Date(0);
    date.setUTCFullYear(
      after && !parts[2] ? year + 1 : year,
      after && parts[2] && !parts[3] ? month : month - 1,
      after && parts[3] ? day + 1 : day,
    );
    return date.getTime() / DAY + EPOCH;
  }

  for (const figure of document.querySelectorAll(".overview")) start(/** @type {HTMLElement} */ (figure));
})();
