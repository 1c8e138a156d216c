// Earlier days: the events as they stood then. The rules are those of `dateline build --as-of`.
(() => {
  "use strict";

  const NOT_YET = ["announced", "planned", "postponed"];

  /** @param {Index} index @param {DaysFile[]} parts @param {number} day @returns {Columns} */
  const asOf = (index, parts, day) => {
    const { joined, touched } = window.dateline;
    const rows = parts.flatMap((part) => part.rows), cited = parts.flatMap((part) => part.cited);
    const first = new Int32Array(rows.length), last = new Int32Array(rows.length);
    const { facets } = index.about;
    const statuses = (facets.find((facet) => facet.name === "status") || { options: [] }).options.map((option) => option[0]);
    /** @type {(Stood | undefined)[]} */
    const stood = rows.map((list, row) => {
      const base = index.day[row];
      const now = list.filter((one) => base + one[0] <= day).at(-1);
      if (!now || now.length < 2) return undefined;
      const [, moved, length = 0, form = 0, status = 0, look = 0, doubts = 0, instant = 0, actors = 0] = now;
      [first[row], last[row]] = touched(base + moved, length, form);
      const name = statuses[status];
      const known = cited[row].filter((_, place) => place % 2 === 0).map((since) => since !== null && base + since <= day);
      return {
        day: base + moved, form, instant, status, look, doubts, known, actors,
        isOverdue: NOT_YET.includes(name) && last[row] < day,
        isRetracted: name === "retracted",
      };
    });
    /** @type {Record<string, Lists>} */
    const lists = { ...index.now.lists };
    /** @param {string} name @param {(stood: Stood, row: number, now: number[]) => number[]} change */
    const redo = (name, change) => {
      const { at, numbers } = lists[name];
      lists[name] = joined(stood.map((one, row) => (one ? change(one, row, [...numbers.subarray(at[row], at[row + 1])]) : [])));
    };
    if (lists.status) redo("status", (one) => [one.status]);
    if (lists.actor) redo("actor", (one, _, now) => one.actors || now);
    if (lists.source) redo("source", (one, row) => [...new Set(cited[row].filter((value, place) => place % 2 && value !== -1 && one.known[(place - 1) / 2]))].map(Number));
    if (lists.support) redo("support", (one) => [one.doubts >> 4]);
    const there = [...rows.keys()].filter((row) => stood[row]);
    return { order: Int32Array.from(inOrder(index, stood, there)), first, last, lists, key: index.now.key, stood, day };
  };

  /** @param {Index} index @param {(Stood | undefined)[]} stood @param {number[]} there */
  const inOrder = (index, stood, there) => {
    /** @param {number} row */
    const key = (row) => {
      const { day, form, instant } = /** @type {Stood} */ (stood[row]);
      return [day, form % 3 === 2 ? 0 : 1, Math.floor(form / 3), form % 3 === 2 ? 0 : instant];
    };
    const keyed = there.map((row) => ({ row, key: key(row), id: index.ids[row] }));
    /** @param {{key: number[]}} one @param {{key: number[]}} other */
    const compare = (one, other) => one.key.map((value, place) => value - other.key[place]).find(Boolean) || 0;
    keyed.sort((one, other) => compare(one, other) || (one.id < other.id ? -1 : 1));
    /** @type {number[]} */
    const ordered = [];
    for (let start = 0, end = 0; start < keyed.length; start = end) {
      while (end < keyed.length && !compare(keyed[start], keyed[end])) end++;
      ordered.push(...afterEachOther(index, keyed.slice(start, end)));
    }
    return ordered;
  };

  /** Events of equal dates, in the order of their ids but each after those that it names. @param {Index} index @param {{row: number, id: string}[]} group */
  const afterEachOther = (index, group) => {
    const waiting = [...group], there = new Set(group.map(({ id }) => id));
    /** @type {number[]} */
    const ordered = [];
    while (waiting.length) {
      const next = waiting.findIndex(({ row, id }) => !(index.after.get(row) || []).some((name) => name !== id && there.has(name)));
      const [done] = waiting.splice(Math.max(next, 0), 1);
      there.delete(done.id);
      ordered.push(done.row);
    }
    return ordered;
  };

  Object.assign(window.dateline, { asOf });
})();
