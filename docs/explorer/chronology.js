"use strict";
// What the filters mean: the same as in the package, whose answers the tests compare with these.

const CHRONOLOGY = (({ dataset, events, actors, places, documents, sources, ...rest }) => {
  const byId = (records) => new Map(records.map((one) => [one.id, one]));
  const tables = { events: byId(events), actors: byId(actors), places: byId(places),
    documents: byId(documents), sources: byId(sources) };
  const redirects = new Map((dataset.redirects ?? []).map((one) => [one.old, one.new]));

  // --- texts -----------------------------------------------------------------------------------

  // Letters that Unicode does not decompose, and every kind of quotation mark and dash as one.
  const EQUAL = new Map([
    ...Object.entries({ ł: "l", ø: "o", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" }),
    ...Array.from("'\"`´‘’‚‛“”„‟‹›«»′″", (mark) => [mark, "'"]),
    ...Array.from("‐‑‒–—―−", (dash) => [dash, "-"]),
  ]);
  const ANY_EQUAL = new RegExp(`[${[...EQUAL.keys()].join("")}]`, "gu");
  const equal = (text) => text.replace(ANY_EQUAL, (char) => EQUAL.get(char));

  /** Fold a text so that case, accents, blanks and kinds of quotation mark do not count. */
  const fold = (text) =>
    equal(
      equal(text)
        .normalize("NFKD")
        .toLowerCase()
        .toUpperCase() // so that ß, and each form of sigma, become one
        .toLowerCase()
        .replaceAll("ς", "σ")
        .replace(/\p{Mn}/gu, ""),
    )
      .split(/\s+/u)
      .filter(Boolean)
      .join(" ");

  const memo = (make) => {
    const kept = new Map();
    return (key) => {
      if (!kept.has(key)) kept.set(key, make(key));
      return kept.get(key);
    };
  };

  const spellings = (record) => [
    record.id,
    ...(record.name ? [record.name.en, record.name.lt] : []),
    ...(record.title ? [record.title.en, record.title.lt] : []),
    ...(record.names ?? []).map((one) => one.text),
    ...[record.iso2, record.iso3, record.wikidata, record.number].filter(Boolean),
    ...Object.values(record.official_title ?? {}),
  ];
  const nameText = memo((id) =>
    fold(
      [tables.actors, tables.places, tables.documents]
        .filter((table) => table.has(id))
        .flatMap((table) => spellings(table.get(id)))
        .join("\n"),
    ),
  );

  // --- who stands where ------------------------------------------------------------------------

  const holders = (event) => [event, ...(event.outcomes ?? [])];
  const named = (part) =>
    [part.actor, part.capacity, part.post, part.on_behalf_of].filter(Boolean);
  const actorsOf = memo(
    (event) =>
      new Set(holders(event).flatMap((one) => (one.participants ?? []).flatMap(named))),
  );
  const textOf = memo((event) => {
    const words = [event.title, event.summary, ...(event.outcomes ?? []).map((one) => one.text)];
    const ids = new Set(actorsOf(event));
    for (const one of holders(event)) {
      for (const place of one.places ?? []) ids.add(place);
      for (const use of one.documents ?? []) ids.add(use.document);
    }
    return [fold(words.flatMap((one) => [one.en, one.lt]).join("\n")), ...[...ids].map(nameText)]
      .join("\n");
  });
  const eventsOf = new Map();
  for (const event of events) {
    for (const id of actorsOf(event)) eventsOf.set(id, (eventsOf.get(id) ?? 0) + 1);
  }
  const pairs = events.flatMap((one) => (one.links ?? []).map((link) => [link.event, one.id]));
  const grouped = (found) =>
    new Map(Array.from(Map.groupBy(found, ([to]) => to), ([to, its]) =>
      [to, its.map(([, from]) => from)]));
  const backlinks = grouped(pairs);
  const parts = grouped(events.filter((one) => one.part_of).map((one) => [one.part_of, one.id]));
  const discrepancies = Map.groupBy(rest.discrepancies, (one) => one.record);

  // --- time ------------------------------------------------------------------------------------

  /** Give the first and the last day of a year, a month or a day; null where it is none. */
  const daysOf = (text) => {
    const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
    if (!found || found[1] === "0000") return null;
    const [, year, month, day] = found;
    const last = new Date(0);
    last.setUTCFullYear(Number(year), Number(month ?? 12), 0); // the day before the next month
    if (month && (month < "01" || month > "12")) return null;
    if (day && (day < "01" || Number(day) > last.getUTCDate())) return null;
    const ending = `${month ?? "12"}-${day ?? last.getUTCDate()}`;
    return { first: `${year}-${month ?? "01"}-${day ?? "01"}`, last: `${year}-${ending}` };
  };
  const meets = (event, low, high) => {
    if (!event.when) return false;
    const { start, end } = rest.periods[event.when];
    return (start === null || high === null || start <= high) &&
      (end === null || low === null || low <= end);
  };
  const yearOf = (event) => {
    const { start, end } = event.when ? rest.periods[event.when] : {};
    return (start ?? end ?? "").slice(0, 4);
  };

  // --- filters ---------------------------------------------------------------------------------

  /** Find events; a filter that is empty, or can not be meant, admits all. */
  const find = ({ text = "", since = "", until = "", actor = "", category = [], trust = [],
    key = false }) => {
    const needle = fold(text);
    const low = daysOf(since)?.first ?? null;
    const high = daysOf(until)?.last ?? null;
    const reversed = low !== null && high !== null && low > high;
    const dated = !reversed && (low !== null || high !== null);
    return events.filter(
      (event) =>
        (!key || event.key) &&
        (!category.length || category.includes(event.category)) &&
        (!trust.length || trust.includes(rest.trust[event.id])) &&
        (!dated || meets(event, low, high)) &&
        (!actor || actorsOf(event).has(actor)) &&
        (!needle || textOf(event).includes(needle)),
    );
  };

  /** Find the actors of events by a part of any name, the best first. */
  const findActors = (text) => {
    const needle = fold(text);
    if (!needle) return [];
    const rank = (actor) => {
      const names = spellings(actor).map(fold);
      if (names.includes(needle)) return 0;
      if (names.some((name) => name.endsWith(` ${needle}`))) return 1; // a surname
      return names.some((name) => ` ${name}`.includes(` ${needle}`)) ? 2 : 3;
    };
    return actors
      .filter((actor) => eventsOf.has(actor.id) && nameText(actor.id).includes(needle))
      .map((actor) => ({ actor, events: eventsOf.get(actor.id), rank: rank(actor) }))
      .sort((a, b) => a.rank - b.rank || b.events - a.events || (a.actor.id < b.actor.id ? -1 : 1));
  };

  return { ...rest, dataset, events, tables, redirects, discrepancies, backlinks, parts, fold, daysOf,
    yearOf, find, findActors, holders, eventsOf };
})(window.LTNATO);
