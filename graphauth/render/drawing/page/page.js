"use strict";

// What the page knows: a scene in each language, the page's own words, and how a status looks.
const DATA = JSON.parse(document.getElementById("data").textContent);
const MOST_DRAWN = 400;
const AT_FIRST = 40;
const ROW = 46;
const COLUMN = 330;
const $ = (id) => document.getElementById(id);

const state = { lang: DATA.first, open: new Set(), node: "", q: "", specialty: "", profession: "", vo: "", attention: false, day: "" };
let scene, say, byKey, nth, below, above, cy;

// ---- the scene

function take(lang) {
  state.lang = lang;
  scene = DATA.scenes[lang];
  say = DATA.words[lang];
  byKey = new Map(scene.nodes.map((node) => [node.key, node]));
  nth = new Map(scene.nodes.map((node, at) => [node.key, at]));
  below = new Map();
  above = new Map();
  for (const node of scene.nodes) {
    const parent = byKey.has(node.parent) ? node.parent : "";
    if (!below.has(parent)) below.set(parent, []);
    below.get(parent).push(node);
    above.set(node.key, parent);
  }
}

const children = (key) => below.get(key) || [];
const nameOf = (node) => node.name || node.id;

function openAtFirst() {
  // As many levels as a person takes in at one look.
  let level = children("");
  let shown = level.length;
  while (level.length) {
    const next = level.flatMap((node) => children(node.key));
    if (!next.length || shown + next.length > AT_FIRST) break;
    level.forEach((node) => state.open.add(node.key));
    shown += next.length;
    level = next;
  }
}

function wants(node) {
  if (state.specialty && !node.specialties.includes(state.specialty)) return false;
  if (state.profession && !node.professions.includes(state.profession)) return false;
  if (state.vo && !node.vos.includes(state.vo)) return false;
  return !state.attention || needsAttention(node);
}

function needsAttention(node) {
  const counts = node.counts;
  const worst = ["unstaffed", "held", "single", "fails", "error", "warning"];
  return counts.unstaffed + counts.held + counts.single + counts.findings > 0 || worst.includes(node.status);
}

const holdsOn = (one) => !state.day || ((!one.valid_from || one.valid_from <= state.day) && (!one.valid_to || state.day <= one.valid_to));

function found(node) {
  const q = state.q.trim().toLowerCase();
  return q !== "" && (nameOf(node).toLowerCase().includes(q) || node.id.toLowerCase().includes(q));
}

function visible() {
  // The nodes to show, in order, each with its depth: those wanted whose ancestors are open.
  const shown = [];
  const walk = (key, depth) => {
    for (const node of children(key)) {
      if (!wants(node)) continue;
      shown.push({ node, depth });
      if (state.open.has(node.key)) walk(node.key, depth + 1);
    }
  };
  walk("", 0);
  return shown;
}

// ---- words

function el(tag, attributes, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

function sign(status, named) {
  // With its name beside it, a sign is silent; alone, it says its name to those who listen.
  const mark = DATA.marks[status];
  const made = el("span", { class: "sign", title: say.statuses[status] }, el("span", { "aria-hidden": "true" }, mark.sign));
  if (!named) made.append(el("span", { class: "unseen" }, say.statuses[status]));
  made.style.cssText = `color:${mark.line};background:${mark.surface};border-color:${mark.line}`;
  return made;
}

function count(name, number) {
  return `${number.toLocaleString(state.lang)} ${say.counts[name][number === 1 ? 0 : 1]}`;
}

function inShort(node) {
  if (node.detail) return node.detail;
  const counts = node.counts;
  const parts = [];
  if (counts.unit_roles) parts.push(count("unit_roles", counts.unit_roles));
  for (const name of ["unstaffed", "held", "single"]) if (counts[name]) parts.push(count(name, counts[name]));
  if (!parts.length && counts.tickets) parts.push(count("tickets", counts.tickets));
  if (counts.findings) parts.push(count("findings", counts.findings));
  return parts.join(" · ");
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function period(one) {
  if (!one.valid_from && !one.valid_to && !one.valid_until) return say.always;
  return `${one.valid_from || "…"} – ${one.valid_to || one.valid_until || "…"}`;
}

// ---- the outline: everything in the picture, for those who read, and for the keyboard

function outline() {
  const tree = $("tree");
  tree.replaceChildren(...items("", 1));
  const focus = tree.querySelector('[tabindex="0"]') || tree.querySelector("[role=treeitem]");
  if (focus) focus.tabIndex = 0;
}

function items(key, level) {
  // A flat list that says its levels: an item is named by its own line, not by all below it.
  const inside = children(key).filter(wants);
  return inside.flatMap((node, at) => {
    const open = state.open.has(node.key);
    const many = children(node.key).length > 0;
    const name = el("div", { class: holdsOn(node) ? "" : "off" }, nameOf(node));
    if (!holdsOn(node)) name.append(el("span", { class: "unseen" }, ` ${say.not_that_day}`));
    const row = el("div", { class: "row" });
    row.append(el("span", { class: "twist", "aria-hidden": "true" }, many ? (open ? "▾" : "▸") : ""), sign(node.status), el("div", {}, name, el("div", { class: "less" }, inShort(node))));
    const item = el("li", { role: "treeitem", "data-key": node.key, "aria-level": level, "aria-posinset": at + 1, "aria-setsize": inside.length, "aria-selected": String(node.key === state.node), tabindex: node.key === state.node ? "0" : "-1" }, row);
    item.style.paddingLeft = `${(level - 1) * 1.05}rem`;
    if (many) item.setAttribute("aria-expanded", String(open));
    return many && open ? [item, ...items(node.key, level + 1)] : [item];
  });
}

function onTreeKey(event) {
  const item = event.target.closest("[role=treeitem]");
  if (!item) return;
  const all = [...$("tree").querySelectorAll("[role=treeitem]")];
  const at = all.indexOf(item);
  const key = item.dataset.key;
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
  if (event.key in steps) {
    const next = all[Math.min(Math.max(steps[event.key], 0), all.length - 1)];
    choose(next.dataset.key, true);
  } else if (event.key === "ArrowRight") {
    if (children(key).length && !state.open.has(key)) toggle(key, true);
    else if (children(key).length) choose(children(key).filter(wants)[0].key, true);
  } else if (event.key === "ArrowLeft") {
    if (state.open.has(key)) toggle(key, true);
    else if (above.get(key)) choose(above.get(key), true);
  } else if (event.key === "Enter" || event.key === " ") toggle(key, true);
  else return;
  event.preventDefault();
}

function focusItem(key) {
  const item = itemOf(key);
  if (!item) return;
  item.focus();
  item.firstChild.scrollIntoView({ block: "nearest" });
}

// ---- the picture

function elements() {
  const shown = visible();
  const drawn = shown.slice(0, MOST_DRAWN);
  const keys = new Set(drawn.map(({ node }) => node.key));
  const standsFor = (key) => {
    while (key && !keys.has(key)) key = above.get(key);
    return key;
  };
  const nodes = drawn.map(({ node }) => ({ data: { id: node.key, label: label(node) }, classes: [`s-${node.status}`, holdsOn(node) ? "" : "off", found(node) ? "found" : ""].join(" ") }));
  const edges = new Map();
  for (const edge of scene.edges) {
    const [source, target] = [standsFor(edge.source), standsFor(edge.target)];
    if (!source || !target || source === target) continue;
    const id = `${source}\n${target}`;
    const fails = edge.status === "fails" && (edges.get(id) || { cls: "" }).cls !== "holds";
    edges.set(id, { source, target, cls: fails ? "fails" : holdsOn(edge) ? "holds" : "off", label: edge.label });
  }
  for (const { node } of drawn) {
    const parent = above.get(node.key);
    if (!parent || !keys.has(parent) || edges.has(`${parent}\n${node.key}`)) continue;
    if (scene.edges.length && node.kind !== "ticket") continue; // relations say what joins the others
    edges.set(`${parent}\n${node.key}`, { source: parent, target: node.key, cls: scene.edges.length ? "" : "tree" });
  }
  const lines = [...edges].map(([id, edge]) => ({ data: { id, source: edge.source, target: edge.target, label: edge.label || "" }, classes: edge.cls }));
  return { nodes, edges: lines, shown, drawn };
}

function label(node) {
  const inside = children(node.key).filter(wants).length;
  const hidden = inside && !state.open.has(node.key) ? `   ▸ ${inside}` : "";
  return `${DATA.marks[node.status].sign}  ${shortened(nameOf(node), 36)}${hidden}\n${shortened(inSigns(node), 46)}`;
}

// A label has room for two lines; the outline and the facts have all of it.
const shortened = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function inSigns(node) {
  if (node.detail || !node.counts.unit_roles) return inShort(node);
  const worse = ["unstaffed", "held", "single"].filter((name) => node.counts[name]);
  const signs = worse.map((name) => `${DATA.marks[name].sign} ${node.counts[name].toLocaleString(state.lang)}`);
  return [count("unit_roles", node.counts.unit_roles), ...signs].join("   ");
}

function placed(drawn) {
  // A tree from left to right: leaves get a row each, parents stand in the middle of theirs.
  const depths = new Map(drawn.map(({ node, depth }) => [node.key, depth]));
  const rows = new Map();
  let next = 0;
  const place = (node) => {
    const inside = children(node.key).filter((one) => depths.has(one.key) && state.open.has(node.key));
    inside.forEach(place);
    const ends = inside.map((one) => rows.get(one.key));
    rows.set(node.key, ends.length ? (ends[0] + ends[ends.length - 1]) / 2 : next++);
  };
  children("").filter((node) => depths.has(node.key)).forEach(place);
  return (node) => ({ x: depths.get(node.id()) * COLUMN, y: rows.get(node.id()) * ROW });
}

function draw(whole) {
  const { nodes, edges, shown, drawn } = elements();
  tell(shown.length, drawn.length);
  if (!cy) return;
  cy.elements().remove();
  cy.add({ nodes, edges });
  const graph = scene.edges.length > 0;
  const layout = graph ? { name: "dagre", rankDir: "LR", nodeSep: 14, rankSep: 90, fit: false, animate: false } : { name: "preset", positions: placed(drawn), fit: false };
  cy.layout(layout).run();
  if (state.node) cy.getElementById(state.node).addClass("chosen");
  if (whole) fit();
}

function fit() {
  cy.resize();
  cy.fit(undefined, 24);
  if (cy.zoom() > 1.1) cy.zoom(1.1);
  if (cy.zoom() < 0.35) cy.zoom(0.35);
  cy.center(cy.nodes().slice(0, 1).length && cy.zoom() <= 0.36 ? cy.nodes()[0] : undefined);
}

function start() {
  if (typeof cytoscape === "undefined") return;
  const style = [
    { selector: "node", style: { shape: "round-rectangle", width: 286, height: 38, label: "data(label)", "text-wrap": "wrap", "text-max-width": 280, "text-valign": "center", "font-size": 11.5, "line-height": 1.2, color: "#1b2329", "border-width": 1.5, "background-color": "#fff" } },
    { selector: "edge", style: { width: 1.4, "line-color": "#8a959d", "curve-style": "bezier", "target-arrow-shape": "none" } },
    { selector: "edge.tree", style: { "curve-style": "taxi", "taxi-direction": "rightward", "taxi-turn": 24, "source-endpoint": "outside-to-node" } },
    { selector: "edge.holds", style: { "target-arrow-shape": "triangle", "target-arrow-color": "#00558c", "line-color": "#00558c", label: "data(label)", "font-size": 10, "text-background-color": "#fff", "text-background-opacity": 0.9 } },
    { selector: "edge.fails", style: { "line-style": "dashed", "line-color": "#a63d00", "target-arrow-shape": "triangle", "target-arrow-color": "#a63d00", label: "data(label)", "font-size": 10 } },
    { selector: ".off", style: { opacity: 0.45, "border-style": "dotted", "line-style": "dotted" } },
    { selector: "node.found", style: { "border-width": 4, "border-color": "#1b2329" } },
    { selector: "node.chosen", style: { "border-width": 4, "border-color": "#005fcc" } },
    { selector: ".proof", style: { "border-width": 4, width: 4, "line-color": "#005fcc", "border-color": "#005fcc" } },
    { selector: "node.proof", style: { width: 286 } },
  ];
  for (const [status, mark] of Object.entries(DATA.marks)) style.splice(1, 0, { selector: `.s-${status}`, style: { "background-color": mark.surface, "border-color": mark.line } });
  cy = cytoscape({ container: $("graph"), style, minZoom: 0.08, maxZoom: 3, autoungrabify: true, boxSelectionEnabled: false });
  cy.on("tap", "node", (event) => {
    const key = event.target.id();
    if (state.node === key && children(key).length) toggle(key);
    else choose(key);
  });
}

// ---- the facts about what is chosen

function facts() {
  const node = byKey.get(state.node);
  const into = $("facts");
  if (!node) {
    into.replaceChildren(el("p", { class: "less" }, say.choose));
    return;
  }
  const list = el("dl");
  const add = (name, value) => list.append(el("dt", {}, name), el("dd", {}, value));
  if (node.id) add(say.id, node.id);
  for (const fact of node.facts) if (fact.value !== null && fact.value !== "") add(fact.name, String(fact.value));
  for (const [name, number] of Object.entries(node.counts)) if (number) add(say.counts[name][number === 1 ? 0 : 1], number.toLocaleString(state.lang));
  if (node.valid_from || node.valid_to) add(say.period, period(node));
  if (node.folded) add(say.folded, node.folded.toLocaleString(state.lang));
  const status = el("p", {}, sign(node.status, true), " ", say.statuses[node.status]);
  into.replaceChildren(el("p", { class: "less" }, say.kinds[node.kind]), el("h2", {}, nameOf(node)), status, list);
  if (children(node.key).length) {
    const button = el("button", { type: "button", id: "toggle" }, state.open.has(node.key) ? say.close : fill(say.open, { count: children(node.key).length }));
    button.addEventListener("click", () => toggle(node.key));
    into.append(button);
  }
  const proofs = scene.proofs.filter((proof) => proof.ticket === node.key || proof.nodes.includes(node.key));
  if (proofs.length) into.append(el("h3", {}, say.proofs), ...proofs.map(proofBox));
}

function proofBox(proof) {
  const list = el("ul");
  for (const condition of proof.conditions) {
    const text = el("div", {}, el("p", {}, condition.said));
    if (condition.found) text.append(el("p", { class: "less" }, condition.found));
    list.append(el("li", {}, sign(condition.holds ? "holds" : "fails"), text));
  }
  const button = el("button", { type: "button" }, fill(proof.holds ? say.path : say.attempt, { number: proof.number }));
  button.addEventListener("click", () => showProof(proof));
  return el("div", { class: "proof" }, button, el("p", { class: "less" }, period(proof)), list);
}

function showProof(proof) {
  const path = [...proof.nodes, proof.ticket];
  for (const key of path) reveal(key);
  draw();
  outline();
  if (!cy) return;
  const nodes = cy.nodes().filter((node) => path.includes(node.id()));
  nodes.addClass("proof");
  nodes.edgesWith(nodes).addClass("proof");
  cy.resize();
  cy.fit(nodes, 40);
}

// ---- what people do

function reveal(key) {
  for (let one = above.get(key); one; one = above.get(one)) state.open.add(one);
}

function toggle(key, focus) {
  if (!children(key).length) return;
  if (!state.open.delete(key)) state.open.add(key);
  state.node = key;
  show(false, focus);
}

function choose(key, focus) {
  state.node = key;
  reveal(key);
  show(false, focus);
  centre();
}

function centre() {
  const node = cy && cy.getElementById(state.node);
  if (!node || !node.length) return;
  if (cy.zoom() < 0.7) cy.zoom(0.9);
  cy.center(node);
}

function itemOf(key) {
  return [...$("tree").querySelectorAll("[role=treeitem]")].find((one) => one.dataset.key === key);
}

function show(whole, focus) {
  outline();
  draw(whole);
  facts();
  if (focus) focusItem(state.node);
  remember();
}

function tell(shown, drawn) {
  const parts = [fill(say.shown, { shown: shown.toLocaleString(state.lang), all: scene.nodes.length.toLocaleString(state.lang) })];
  if (drawn < shown) parts.push(fill(say.cut, { drawn, shown }));
  if (state.specialty || state.profession || state.vo || state.attention) parts.push(say.totals);
  const matches = state.q.trim() ? scene.nodes.filter((node) => found(node) && wants(node)).length : -1;
  if (matches >= 0) parts.push(fill(say.matches, { count: matches }));
  $("told").textContent = parts.join(" ");
}

function nextMatch() {
  const matches = scene.nodes.filter((node) => found(node) && wants(node));
  if (!matches.length) return;
  const at = matches.findIndex((node) => node.key === state.node);
  choose(matches[(at + 1) % matches.length].key);
  itemOf(state.node).firstChild.scrollIntoView({ block: "center" });
}

// ---- a permalink to the view

function remember() {
  const given = new URLSearchParams();
  for (const name of ["lang", "node", "q", "specialty", "profession", "vo", "day"]) if (state[name]) given.set(name, state[name]);
  if (state.attention) given.set("attention", "1");
  given.set("open", [...state.open].filter((key) => nth.has(key)).map((key) => nth.get(key)).join("."));
  const hash = `#${given}`;
  $("permalink").href = hash;
  if (location.hash !== hash) history.replaceState(null, "", hash);
}

function recall() {
  const given = new URLSearchParams(location.hash.slice(1));
  take(DATA.scenes[given.get("lang")] ? given.get("lang") : DATA.first);
  for (const name of ["node", "q", "specialty", "profession", "vo"]) state[name] = given.get(name) || "";
  state.day = given.get("day") || scene.day;
  state.attention = given.get("attention") === "1";
  state.open = new Set();
  if (given.has("open")) for (const at of given.get("open").split(".")) if (scene.nodes[at]) state.open.add(scene.nodes[at].key);
  if (!given.has("open")) openAtFirst();
  if (state.node && !byKey.has(state.node)) state.node = "";
}

// ---- the page around it

function options(id, ids, names) {
  const chosen = [el("option", { value: "" }, say.all), ...[...ids].sort().map((one) => el("option", { value: one }, names.get(one) || one))];
  $(id).replaceChildren(...chosen);
  $(id).value = state[id];
  $(id).closest("label").hidden = ids.size === 0;
}

function words() {
  document.documentElement.lang = state.lang;
  document.title = scene.title;
  $("title").textContent = scene.title;
  $("about").textContent = fill(say.about, { day: scene.day, system: scene.system_id, data: scene.data.join(", ") });
  for (const one of document.querySelectorAll("[data-say]")) one.textContent = say[one.dataset.say];
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", say[one.dataset.label]);
  $("graph").setAttribute("aria-hidden", "true");
  for (const [id, text] of [["permalink", say.permalink], ["language", say.other_language], ["print", say.print], ["open-all", say.open_all], ["close-all", say.close_all]]) $(id).textContent = text;
  for (const [id, text] of [["zoom-in", say.zoom_in], ["zoom-out", say.zoom_out], ["fit", say.fit]]) {
    $(id).setAttribute("aria-label", text);
    $(id).title = text;
  }
  const names = new Map(scene.nodes.filter((node) => node.id).map((node) => [node.id, nameOf(node)]));
  options("specialty", new Set(scene.nodes.flatMap((node) => node.specialties)), names);
  options("profession", new Set(scene.nodes.flatMap((node) => node.professions)), names);
  options("vo", new Set(scene.nodes.flatMap((node) => node.vos)), names);
  $("search").value = state.q;
  $("day").value = state.day;
  $("attention").checked = state.attention;
  $("legend").replaceChildren(...scene.legend.map((one) => el("li", {}, sign(one.status, true), one.said)));
  $("remarks").textContent = [...scene.remarks, scene.complete ? "" : say.incomplete, cy ? "" : say.no_picture].filter(Boolean).join(" ");
}

function everything(whole) {
  words();
  show(whole);
}

$("tree").addEventListener("keydown", onTreeKey);
$("tree").addEventListener("click", (event) => {
  const item = event.target.closest("[role=treeitem]");
  if (!item) return;
  if (event.target.closest(".twist") || item.dataset.key === state.node) toggle(item.dataset.key, true);
  else choose(item.dataset.key, true);
});
$("tools").addEventListener("submit", (event) => {
  event.preventDefault();
  nextMatch();
});
$("search").addEventListener("input", () => {
  state.q = $("search").value;
  show(false);
});
for (const id of ["specialty", "profession", "vo", "day"]) $(id).addEventListener("change", () => {
  state[id] = $(id).value;
  show(true);
});
$("attention").addEventListener("change", () => {
  state.attention = $("attention").checked;
  show(true);
});
$("open-all").addEventListener("click", () => {
  scene.nodes.forEach((node) => children(node.key).length && state.open.add(node.key));
  show(true);
});
$("close-all").addEventListener("click", () => {
  state.open.clear();
  show(true);
});
$("language").addEventListener("click", () => {
  take(state.lang === "sv" ? "en" : "sv");
  everything(false);
});
$("print").addEventListener("click", () => window.print());
$("zoom-in").addEventListener("click", () => cy && cy.zoom({ level: cy.zoom() * 1.3, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }));
$("zoom-out").addEventListener("click", () => cy && cy.zoom({ level: cy.zoom() / 1.3, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }));
$("fit").addEventListener("click", () => cy && fit());
document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, select, [contenteditable]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const does = { "/": () => $("search").focus(), "+": () => $("zoom-in").click(), "-": () => $("zoom-out").click(), 0: () => $("fit").click() }[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});
window.addEventListener("hashchange", () => {
  recall();
  everything(true);
});

recall();
start();
everything(true);
document.body.dataset.ready = "yes";
