"use strict";
// The page: what is shown follows from the address, and whatever is changed changes the address.

const { h, Fragment } = preact;
const { dataset, events, tables, periods, trust, labels } = CHRONOLOGY;
const WIDE = matchMedia("(min-width: 60rem)").matches;

// --- the state, which the address keeps ----------------------------------------------------------

const FRESH = { text: "", since: "", until: "", actor: "", category: [], trust: [], key: false };
let state;
/** The text that is being written: changes of it replace one another in the history. */
let writing = null;
let wantedActor = "";

const current = (id) => CHRONOLOGY.redirects.get(id) ?? id;

function read() {
  const asked = new URLSearchParams(location.search);
  const preferred = navigator.language.toLowerCase().split("-")[0] === "lt" ? "lt" : "en";
  const actor = current(asked.get("actor") ?? "");
  const found = {
    lang: Object.hasOwn(WORDS, asked.get("lang")) ? asked.get("lang") : preferred,
    text: asked.get("text") ?? "",
    since: asked.get("since") ?? "",
    until: asked.get("until") ?? "",
    actor: CHRONOLOGY.eventsOf.has(actor) ? actor : "",
    category: asked.getAll("category").filter((one) => Object.hasOwn(labels.Category, one)),
    trust: asked.getAll("trust").filter((one) => Object.hasOwn(labels.Trust, one)),
    key: asked.has("key"),
    open: current(fragment()),
  };
  // A link to an event shows it: filters that hide it give way.
  const hidden = tables.events.has(found.open) && !shows(found, found.open);
  return hidden ? { ...found, ...FRESH } : found;
}

function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}

function address({ lang, open, ...filters }) {
  const asked = new URLSearchParams({ lang });
  for (const [name, value] of Object.entries(filters)) {
    if (Array.isArray(value)) for (const one of value) asked.append(name, one);
    else if (value) asked.set(name, value === true ? "1" : value);
  }
  return `${location.pathname}?${asked}${open ? `#${encodeURIComponent(open)}` : ""}`;
}

const shows = (filters, id) => CHRONOLOGY.find(filters).some((event) => event.id === id);

/** Change the state, and with it the address and the page. */
function go(changes, field = null) {
  const next = { ...state, ...changes };
  if (next.open && !shows(next, next.open)) next.open = "";
  const again = field !== null && field === writing;
  history[again ? "replaceState" : "pushState"](null, "", address(next));
  const filtered = Object.keys(FRESH).some((one) => next[one] !== state[one]);
  writing = field;
  state = next;
  draw();
  const list = document.getElementById("chronology");
  if (filtered && !state.open && list.getBoundingClientRect().top < 0) list.scrollIntoView();
}

addEventListener("popstate", () => {
  const before = state?.open;
  writing = null;
  state = read();
  draw();
  if (state.open && state.open !== before) reveal(state.open, "nearest");
});

/** Bring an event into view, and the keyboard to it. */
function reveal(id, block) {
  const button = document.getElementById(`open-${id}`);
  button?.closest("li").scrollIntoView({ block });
  button?.focus({ preventScroll: true });
}

function toEvents() {
  const list = document.getElementById("chronology");
  list.focus({ preventScroll: true });
  list.scrollIntoView();
}

/** Give a link within the page: followed here, or elsewhere if the reader asks for that. */
function inner(target, after, ...content) {
  const follow = (click) => {
    if (click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
    click.preventDefault();
    wantedActor = "";
    go(target);
    after();
  };
  return h("a", { href: address(target), onClick: follow }, ...content);
}

// --- words ---------------------------------------------------------------------------------------

const say = () => WORDS[state.lang];
const worded = (bilingual) => bilingual[state.lang];
const label = (vocabulary, word) => worded(labels[vocabulary][word]);
const period = (when) => (when ? worded(periods[when]) : say().undated);
const quoted = (text) => say().quote(text);

function name(id) {
  const found = [tables.actors, tables.places, tables.documents, tables.events]
    .map((table) => table.get(id))
    .find(Boolean);
  return found ? worded(found.name ?? found.title) : id;
}

const SIGNS = { "at-least": "≥ ", "at-most": "≤ ", "up-to": "≤ ", about: "~ " };

function figure({ value, unit, bound, of, when }) {
  const number = state.lang === "lt" ? String(value).replace(".", ",") : String(value);
  const counted = `${SIGNS[bound] ?? ""}${number}`;
  const what = label("Unit", unit);
  // A Lithuanian noun would change its case after a number, so it stands first.
  const first = state.lang === "lt" && !what.includes(".");
  const whose = of ? ` (${Object.hasOwn(labels.Role, of) ? label("Role", of) : name(of)})` : "";
  const dated = when ? `, ${period(when)}` : "";
  return `${first ? `${what}: ${counted}` : `${counted} ${what}`}${whose}${dated}`;
}

// --- parts of an event ---------------------------------------------------------------------------

const list = (items, kind = "ul") => h(kind, null, items.map((one) => h("li", null, one)));

function part(heading, items) {
  return items?.length ? [h("h4", null, heading), list(items)] : null;
}

function term(heading, ...content) {
  return content.some(Boolean) ? h("div", null, h("dt", null, heading), h("dd", null, content)) : null;
}

function participant({ actor, role, capacity, post, on_behalf_of: behalf }) {
  const target = { ...FRESH, lang: state.lang, open: "", actor };
  return [
    inner(target, toEvents, name(actor)),
    ` (${label("Role", role)})`,
    capacity && say().inTheOffice(name(capacity)),
    post && say().toTheOffice(name(post)),
    behalf && say().onBehalfOf(name(behalf)),
  ];
}

function outside(url, text) {
  const web = URL.canParse(url ?? "") && ["http:", "https:"].includes(new URL(url).protocol);
  return web ? h("a", { href: url, rel: "noopener noreferrer" }, text) : text;
}

function citations(cited) {
  const places = new Map();
  for (const { source, locator } of cited) {
    if (!places.has(source)) places.set(source, new Set());
    if (locator) places.get(source).add(locator);
  }
  return Array.from(places, ([id, locators]) => {
    const { publisher, title, url } = tables.sources.get(id);
    const where = [...locators].join("; ");
    return [publisher, ": ", outside(url, title), where && h("code", null, ` [${where}]`)];
  });
}

function use({ document: id, act }) {
  const { url, number, adopted } = tables.documents.get(id);
  const aside = [number, adopted && period(adopted)].filter(Boolean).join("; ");
  return [`${label("Act", act)}: `, outside(url, name(id)), aside && ` (${aside})`];
}

function outcome(one) {
  const roles = Map.groupBy(one.participants ?? [], (each) => each.role);
  const kind = [label("OutcomeKind", one.kind), one.when && period(one.when),
    one.due && say().due(period(one.due))];
  const details = [
    ...Array.from(roles, ([role, parts]) => `${label("Role", role)}: ${
      parts.map((each) => name(each.actor)).join(", ")}`),
    ...(one.places?.length ? [`${say().places}: ${one.places.map(name).join(", ")}`] : []),
    ...(one.documents ?? []).map(use),
    ...(one.figures ?? []).map(figure),
  ];
  return [
    worded(one.text),
    h("span", { class: "aside" }, ` (${kind.filter(Boolean).join("; ")})`),
    details.length ? list(details) : null,
  ];
}

function linked(id, kind) {
  const fits = shows(state, id);
  const target = { ...(fits ? state : { ...FRESH, lang: state.lang }), open: id };
  const { when } = tables.events.get(id);
  return [kind && `${kind}: `, inner(target, () => reveal(id, "start"), name(id)), ` (${period(when)})`];
}

function discrepancy(one) {
  const words = say();
  return h("dl", null,
    term(words.field, one.field ? h("code", null, one.field) : words.wholeRecord),
    term(words.stated, quoted(one.stated)),
    one.stated_by?.length ? term(words.statedBy, list(citations(one.stated_by))) : null,
    term(words.adopted, one.adopted ? quoted(name(one.adopted)) : words.nothingAdopted,
      ` (${label("Status", one.status)})`),
    term(words.why, worded(one.reason)),
    one.evidence?.length ? term(words.evidence, list(citations(one.evidence))) : null,
  );
}

function about(event) {
  const words = say();
  const cited = [event, ...(event.participants ?? []), ...(event.outcomes ?? []).flatMap(
    (one) => [one, ...(one.participants ?? [])])].flatMap((one) => one.citations ?? []);
  const permanent = { ...FRESH, lang: state.lang, open: event.id };
  return h("div", { class: "about", id: `about-${event.id}` },
    h("p", null, worded(event.summary)),
    h("dl", null,
      term(words.when, period(event.when), event.when && [" ", h("code", { class: "edtf", title: words.edtf }, event.when)]),
      term(words.places, (event.places ?? []).map(name).join(", ")),
      term(words.manner, (event.manner ?? []).map((one) => label("Manner", one)).join(", ")),
      term(words.topics, (event.topics ?? []).map((one) => label("Topic", one)).join(", ")),
      term(words.trust, label("Trust", trust[event.id]), ". ", words[trust[event.id]]),
      event.part_of && term(words.partOf, linked(event.part_of)),
    ),
    part(words.participants, event.participants?.map(participant)),
    part(words.outcomes, event.outcomes?.map(outcome)),
    part(words.figures, event.figures?.map(figure)),
    part(words.documents, event.documents?.map(use)),
    part(words.links, event.links?.map((one) => linked(one.event, label("LinkKind", one.kind)))),
    part(words.backlinks, CHRONOLOGY.backlinks.get(event.id)?.map((id) => linked(id))),
    part(words.parts, CHRONOLOGY.parts.get(event.id)?.map((id) => linked(id))),
    part(words.discrepancies, CHRONOLOGY.discrepancies.get(event.id)?.map(discrepancy)),
    part(words.sources, citations(cited)),
    h("p", { class: "permalink" }, inner(permanent, () => reveal(event.id, "start"), words.permalink)),
  );
}

// --- the list ------------------------------------------------------------------------------------

function toggle(id) {
  const button = document.getElementById(`open-${id}`);
  const before = button.getBoundingClientRect().top;
  go({ open: state.open === id ? "" : id });
  // What closes above must not carry the reader away.
  scrollBy(0, button.getBoundingClientRect().top - before);
}

function row(event) {
  const open = event.id === state.open;
  const level = trust[event.id];
  const tags = [
    h("span", null, label("Category", event.category)),
    event.key && h("span", { class: "tag" }, say().keyEvent),
    level !== "corroborated" && h("span", { class: `tag ${level}` }, label("Trust", level)),
  ];
  return h("li", { key: event.id, class: open ? "open" : null },
    h("p", { class: "when" }, period(event.when)),
    h("div", null,
      h("h3", null,
        h("button", {
          type: "button",
          id: `open-${event.id}`,
          "aria-expanded": String(open),
          "aria-controls": open ? `about-${event.id}` : null,
          onClick: () => toggle(event.id),
        }, worded(event.title))),
      h("p", { class: "tags" }, tags),
      open && about(event)));
}

function chronology(found) {
  const years = Map.groupBy(found, CHRONOLOGY.yearOf);
  return Array.from(years, ([year, its]) =>
    h("section", { key: year, "aria-labelledby": `year-${year}` },
      h("h2", { id: `year-${year}` }, year || say().undated),
      h("ol", null, its.map(row))));
}

// --- the filters ---------------------------------------------------------------------------------

function field(id, text, hint, props, { error = null, shared = null } = {}) {
  const described = [hint && `${id}-hint`, shared, error && `${id}-error`].filter(Boolean).join(" ");
  return h("div", { class: "field" },
    h("label", { for: id }, text),
    h("input", { id, autocomplete: "off", spellcheck: false, type: "text",
      "aria-describedby": described, "aria-invalid": error ? "true" : null, ...props }),
    hint && h("p", { class: "hint", id: `${id}-hint` }, hint),
    error && h("p", { class: "error", id: `${id}-error` }, error));
}

function dates() {
  const words = say();
  const settled = (which) => which !== writing && state[which].trim() !== "";
  const wrong = (which) =>
    settled(which) && !CHRONOLOGY.daysOf(state[which].trim())
      ? words.notDate(state[which]) : null;
  const low = CHRONOLOGY.daysOf(state.since.trim());
  const high = CHRONOLOGY.daysOf(state.until.trim());
  const reversed = low && high && low.first > high.last && writing !== "until" && writing !== "since";
  const props = (which) => ({
    value: state[which],
    inputmode: "numeric",
    size: 10,
    onInput: (input) => go({ [which]: input.target.value }, which),
    onChange: settle,
  });
  return h("fieldset", null,
    h("legend", null, words.period),
    h("div", { class: "pair" },
      field("since", words.since, null, props("since"),
        { error: wrong("since"), shared: "dates-hint" }),
      field("until", words.until, null, props("until"),
        { error: wrong("until") ?? (reversed ? words.reversed : null), shared: "dates-hint" })),
    h("p", { class: "hint", id: "dates-hint" }, words.dateHint));
}

/** A text is written to its end: say now what is wrong with it, and begin a new step back. */
function settle() {
  writing = null;
  draw();
}

const MOST = 8;

function chooseActor(id) {
  wantedActor = "";
  go({ actor: id });
  document.getElementById(id ? "no-actor" : "actor").focus();
}

function actors() {
  const words = say();
  if (state.actor) {
    const chosen = name(state.actor);
    return h("fieldset", null,
      h("legend", null, words.actor),
      h("button", { type: "button", id: "no-actor", class: "chosen", "aria-label": words.withoutActor(chosen),
        onClick: () => chooseActor("") }, h("span", null, chosen), h("span", { "aria-hidden": "true" }, "×")));
  }
  const found = CHRONOLOGY.findActors(wantedActor);
  return h("div", { role: "group", "aria-label": words.actor },
    field("actor", words.actor, words.actorHint, {
      value: wantedActor,
      onInput: (input) => {
        wantedActor = input.target.value;
        draw();
      },
      onKeyDown: (press) => {
        if (press.key !== "Enter" || !found.length) return;
        press.preventDefault(); // else the button that comes here would be pressed too
        chooseActor(found[0].actor.id);
      },
    }),
    h("p", { class: "unseen", role: "status" }, wantedActor.trim() && words.actorsFound(found.length)),
    found.length > 0 && h("ul", { class: "names" }, found.slice(0, MOST).map(({ actor, events: count }) =>
      h("li", { key: actor.id },
        h("button", { type: "button", onClick: () => chooseActor(actor.id) },
          `${worded(actor.name)} `,
          h("span", { class: "aside" }, `${label("ActorKind", actor.kind)}, ${words.in(count)}`))))),
    found.length > MOST && h("p", { class: "hint" }, words.actorsMore(found.length - MOST)));
}

function choice(which, heading, vocabulary, has) {
  const others = CHRONOLOGY.find({ ...state, [which]: [] });
  const chosen = state[which];
  return h("fieldset", null,
    h("legend", null, heading),
    Object.keys(labels[vocabulary]).map((word) => {
      const count = others.filter((event) => has(event) === word).length;
      const change = () =>
        go({ [which]: chosen.includes(word) ? chosen.filter((one) => one !== word) : [...chosen, word] });
      return h("label", { class: "choice", key: word },
        h("input", { type: "checkbox", name: which, value: word, checked: chosen.includes(word), onChange: change }),
        h("span", null, label(vocabulary, word)), " ", h("span", { class: "aside" }, count));
    }));
}

/** Give the filters that are set. */
const used = () => Object.keys(FRESH).filter((one) => String(state[one]) !== String(FRESH[one]));

function reset() {
  wantedActor = "";
  go(FRESH);
  document.getElementById("text").focus();
}

function filters() {
  const words = say();
  const rest = used().filter((one) => one !== "text").length;
  return h("form", { role: "search", onSubmit: (submit) => submit.preventDefault() },
    field("text", words.text, words.textHint, {
      type: "search",
      value: state.text,
      onInput: (input) => go({ text: input.target.value }, "text"),
      onChange: settle,
    }),
    h("details", { open: WIDE },
      h("summary", null, rest ? words.active(rest) : words.filters),
      dates(),
      actors(),
      h("label", { class: "choice" },
        h("input", { type: "checkbox", name: "key", checked: state.key, onChange: () => go({ key: !state.key }) }),
        h("span", null, words.key)),
      choice("category", words.category, "Category", (event) => event.category),
      choice("trust", words.trust, "Trust", (event) => trust[event.id])));
}

// --- the page ------------------------------------------------------------------------------------

function page() {
  const words = say();
  const found = CHRONOLOGY.find(state);
  const missing = state.open && !tables.events.has(state.open);
  const language = (lang, itself) =>
    h("button", { type: "button", lang, "aria-pressed": String(state.lang === lang), onClick: () => go({ lang }) }, itself);
  const skip = (click) => {
    click.preventDefault();
    toEvents();
  };
  return h(Fragment, null,
    h("a", { class: "skip", href: "#chronology", onClick: skip }, words.skip),
    h("header", null,
      h("nav", { "aria-label": words.documentation },
        h("a", { href: "../index.html" }, "ltnato: ", words.documentation.toLowerCase())),
      h("div", { role: "group", "aria-label": words.language, class: "languages" },
        language("en", "English"), language("lt", "Lietuvių"))),
    h("main", null,
      h("h1", null, worded(dataset.title)),
      filters(),
      h("section", { id: "chronology", tabindex: -1, "aria-label": words.events },
        h("div", { class: "found" },
          h("p", { role: "status", id: "count" },
            missing && `${words.unknown(state.open)} `,
            found.length ? words.count(found.length, events.length) : words.nothing),
          used().length > 0 && h("button", { type: "button", id: "reset", onClick: reset }, words.reset)),
        chronology(found))),
    h("footer", null,
      h("p", null, words.footer(dataset.name, dataset.version, period(dataset.as_of)), ". ", words.free)));
}

function draw() {
  document.documentElement.lang = state.lang;
  const event = tables.events.get(state.open);
  document.title = [event && worded(event.title), worded(dataset.title)].filter(Boolean).join(" – ");
  preact.render(page(), document.body);
}

state = read();
draw();
if (state.open) reveal(state.open, "start");
