"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  root.classList.add("js");

  // What is copied, where a clipboard may be written and where it may not.
  const copyByHand = (text) => {
    const field = document.createElement("textarea"), back = document.activeElement;
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    back.focus();
    return done;
  };
  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByHand(text);
    }
  };
  for (const button of all(".klistra button")) {
    button.addEventListener("click", async () => {
      const words = button.querySelector("span");
      words.textContent = (await copied(button.previousElementSibling.textContent)) ? "Kopierat" : "Markera och kopiera själv";
      setTimeout(() => { words.textContent = "Kopiera"; }, 3000);
    });
  }
  if (!byId("nasta")) return;

  // What the reader has done, kept under the comparison's own name; in memory only where nothing may be kept.
  const about = document.body.dataset;
  const store = "rapportbyggare-granskning-" + about.nyckel;
  const kept = { klara: {}, anteckningar: {}, tangenter: true };
  let keeps = true;
  try {
    const found = JSON.parse(localStorage.getItem(store) || "{}");
    for (const name of ["klara", "anteckningar"]) if (found[name] && typeof found[name] === "object") kept[name] = found[name];
    if (found.tangenter === false) kept.tangenter = false;
  } catch {
    keeps = false;
  }
  const keep = () => {
    try {
      localStorage.setItem(store, JSON.stringify(kept));
    } catch {
      keeps = false;
    }
    if (!keeps) tell("Den här webbläsaren sparar inget från sidan. Hämta listan innan du stänger den.");
  };
  const tell = (words) => { byId("besked").textContent = words; };

  // The changes, as the list tells them.
  const changes = all("[data-post]").map((entry) => ({
    number: entry.dataset.post,
    name: entry.dataset.kod,
    cause: entry.dataset.orsak,
    entry,
    box: entry.querySelector(".klar"),
    note: entry.querySelector(".anteckning"),
  }));
  const byNumber = new Map(changes.map((change) => [change.number, change]));
  const off = new Set();
  let current = null;
  const shown = () => changes.filter((change) => !off.has(change.cause));
  const marksOf = (change) => all(`[data-andring="${change.number}"]`);
  const isSeen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
  const reading = (element, without) => {
    const copy = element.cloneNode(true);
    for (const part of all(without + ", .dold", copy)) part.remove();
    return copy.textContent.trim();
  };
  const said = (entry, part) => (entry.querySelector(part) ? entry.querySelector(part).textContent.trim() : "");

  // From change to change.
  const tellWhere = () => {
    const list = shown();
    const place = current ? list.indexOf(current) + 1 : 0;
    const where = current ? `: ${said(current.entry, ".huvud b")} (${said(current.entry, ".orsak").split(":")[0]})` : "";
    byId("lage").textContent = list.length ? `Ändring ${place || "–"} av ${list.length}${where}` : "Inga ändringar visas";
    byId("klar").disabled = byId("anteckning").disabled = !current;
    byId("klar").checked = Boolean(current && kept.klara[current.number]);
    byId("anteckning").value = (current && kept.anteckningar[current.number]) || "";
  };
  const choose = (change) => {
    for (const element of all(".aktuell")) element.classList.remove("aktuell");
    current = change;
    if (change) for (const element of [...marksOf(change), change.entry]) element.classList.add("aktuell");
    tellWhere();
  };
  const openTo = (element) => {
    for (let part = element; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
  };
  const focusOn = (element) => {
    const inside = all("a.nr", element).find(isSeen);
    if (!inside) element.setAttribute("tabindex", "-1");
    (inside || element).focus({ preventScroll: true });
  };
  const go = (change, toEntry = false) => {
    choose(change);
    const seen = marksOf(change).filter(isSeen);
    const target = toEntry ? change.entry : seen.find((element) => element.closest(".efter")) || seen[0] || change.entry;
    openTo(target);
    const tall = target.getBoundingClientRect().height > innerHeight / 2;
    target.scrollIntoView({ block: tall ? "start" : "center", inline: "nearest" });
    focusOn(target);
  };
  const step = (by) => {
    const list = shown();
    if (!list.length) return;
    const at = current ? list.indexOf(current) : -1;
    go(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length]);
  };
  const swap = () => {
    if (current) go(current, !current.entry.contains(document.activeElement));
  };

  // Ticks and notes.
  const showTick = (change) => {
    const done = Boolean(kept.klara[change.number]);
    change.box.checked = done;
    change.entry.classList.toggle("avprickad", done);
    change.note.value = kept.anteckningar[change.number] || "";
    change.box.closest(".bocka").classList.toggle("ifylld", done || Boolean(change.note.value));
  };
  const showProgress = () => {
    const done = changes.filter((change) => kept.klara[change.number]).length;
    byId("framsteg").textContent = `${done} av ${changes.length} avprickade`;
  };
  const changed = (change) => {
    showTick(change);
    showProgress();
    tellWhere();
    keep();
  };
  const tick = (change, done) => {
    if (done) kept.klara[change.number] = true;
    else delete kept.klara[change.number];
    changed(change);
  };
  const write = (change, words) => {
    if (words.trim()) kept.anteckningar[change.number] = words;
    else delete kept.anteckningar[change.number];
    changed(change);
  };

  // The list for the author.
  const plain = (text) => text.replace(/\s+/g, " ").replace(/([\\`*_[\]<>#])/g, "\\$1");
  const line = (change) => {
    const both = change.entry.querySelector(".byte");
    const before = reading(both, "ins"), after = reading(both, "del");
    const words = before && after ? `”${before}” blir ”${after}”` : before ? `”${before}” är borta` : after ? `”${after}” är nytt` : "";
    const spot = said(change.entry, ".stalle");
    const note = kept.anteckningar[change.number];
    return `- **${change.name}** ${plain(said(change.entry, ".huvud b"))} (${plain(said(change.entry, ".orsak"))})`
      + (words ? `: ${plain(words)}` : "") + (spot ? ` – ${plain(spot)}` : "")
      + (note ? `\n  **Anteckning:** ${plain(note)}` : "");
  };
  const chapter = (title, list) => (list.length ? [`## ${title}`, list.map(line).join("\n")] : []);
  const exported = () => {
    const noted = changes.filter((change) => kept.anteckningar[change.number]);
    const rest = changes.filter((change) => !kept.anteckningar[change.number]);
    const done = changes.filter((change) => kept.klara[change.number]).length;
    return [
      `# Granskning: ${plain(about.titel)}`,
      `Från ${plain(about.gammal)} till ${plain(about.ny)}. ${changes.length} ändringar, ${done} avprickade, ${noted.length} med anteckning.`,
      ...chapter("Med anteckning, avprickade", noted.filter((change) => kept.klara[change.number])),
      ...chapter("Med anteckning, inte avprickade", noted.filter((change) => !kept.klara[change.number])),
      ...chapter("Inte avprickade", rest.filter((change) => !kept.klara[change.number])),
      ...chapter("Avprickade", rest.filter((change) => kept.klara[change.number])),
    ].join("\n\n") + "\n";
  };
  const download = () => {
    const address = URL.createObjectURL(new Blob([exported()], { type: "text/markdown;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = "granskning.md";
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    tell("Listan är hämtad: granskning.md.");
  };
  const copy = async () => {
    tell((await copied(exported())) ? "Listan är kopierad." : "Listan kunde inte kopieras. Hämta den i stället.");
  };

  // Views and filters.
  const pairs = all(".rapport > .par, .noter .par");
  const blockOf = (pair) => pair.closest(".noter > li") || pair;
  const touched = "[data-orsak]:not(.av)";
  const markTouched = () => {
    for (const block of pairs.map(blockOf)) {
      block.classList.toggle("rord", Boolean(block.matches(touched) || block.querySelector(touched)));
    }
  };
  const split = (pair) => {
    const old = document.createElement("div"), now = document.createElement("div");
    old.className = "fore";
    now.className = "efter";
    now.append(...pair.childNodes);
    old.append(...[...now.childNodes].map((child) => child.cloneNode(true)));
    for (const element of all("[id]", old)) element.removeAttribute("id");
    if (blockOf(pair).classList.contains("rord")) {
      for (const [part, name] of [[old, "Före"], [now, "Efter"]]) {
        part.setAttribute("role", "group");
        part.setAttribute("aria-label", name);
      }
    }
    pair.append(old, now);
  };
  const join = (pair) => {
    pair.replaceChildren(...pair.querySelector(":scope > .efter").childNodes);
  };
  const scrollers = () => {
    for (const box of all(".rulla")) {
      const caption = box.querySelector("caption");
      const name = caption ? reading(caption, box.closest(".fore") ? ".nr, ins" : ".nr, del") : "Tabell";
      const wide = box.scrollWidth > box.clientWidth + 1;
      for (const [attribute, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", name]]) {
        if (wide) box.setAttribute(attribute, value);
        else box.removeAttribute(attribute);
      }
    }
  };
  const view = (beside) => {
    if (beside === root.classList.contains("sidvis")) return;
    const near = pairs.find((pair) => pair.getBoundingClientRect().bottom > 0);
    const top = near.getBoundingClientRect().top;
    root.classList.toggle("sidvis", beside);
    pairs.forEach(beside ? split : join);
    for (const choice of all('input[name="vy"]')) choice.checked = (choice.value === "sida-vid-sida") === beside;
    scrollers();
    tell(beside ? "Före och efter visas sida vid sida." : "Ändringarna visas i texten.");
    scrollBy(0, near.getBoundingClientRect().top - top);
    if (current && document.activeElement === document.body) go(current);
  };
  const filter = () => {
    off.clear();
    for (const box of all(".filter")) if (!box.checked) off.add(box.value);
    for (const element of all("[data-orsak]")) element.classList.toggle("av", off.has(element.dataset.orsak));
    markTouched();
    for (const part of all(".kapitel")) part.hidden = !part.querySelector("[data-post]:not(.av)");
    if (current && off.has(current.cause)) choose(null);
    tellWhere();
    tell(`${shown().length} av ${changes.length} ändringar visas.`);
  };

  // Buttons, boxes and keys.
  const help = byId("hjalp");
  const toggleHelp = () => (help.open ? help.close() : help.showModal());
  const on = (id, event, act) => byId(id).addEventListener(event, act);
  on("nasta", "click", () => step(1));
  on("forra", "click", () => step(-1));
  on("klar", "change", (event) => current && tick(current, event.target.checked));
  on("anteckning", "change", (event) => current && write(current, event.target.value));
  on("hamta", "click", download);
  on("kopiera", "click", copy);
  on("visa-hjalp", "click", toggleHelp);
  on("stang-hjalp", "click", () => help.close());
  on("bara-andrade", "change", (event) => { root.classList.toggle("bara", event.target.checked); scrollers(); });
  on("tangenter", "change", (event) => { kept.tangenter = event.target.checked; keep(); });
  for (const box of all(".filter")) box.addEventListener("change", filter);
  for (const choice of all('input[name="vy"]')) choice.addEventListener("change", () => view(choice.value === "sida-vid-sida"));
  for (const change of changes) {
    change.box.addEventListener("change", () => tick(change, change.box.checked));
    change.note.addEventListener("change", () => write(change, change.note.value));
  }
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest("[data-andring], [data-post]");
    const found = mark && byNumber.get(mark.dataset.andring || mark.dataset.post);
    if (found && found !== current && !off.has(found.cause)) choose(found);
  });
  const keys = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    x: () => current && tick(current, !kept.klara[current.number]),
    a: () => current && byId("anteckning").focus(),
    l: swap,
    v: () => view(!root.classList.contains("sidvis")),
    "?": toggleHelp,
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches('input[type="text"], textarea');
    if (typing && (event.key === "Enter" || event.key === "Escape") && event.target.id === "anteckning" && current) {
      event.preventDefault();
      event.target.blur();
      go(current);
      return;
    }
    if (typing || event.ctrlKey || event.altKey || event.metaKey || !kept.tangenter) return;
    const act = keys[event.key.toLowerCase()];
    if (!act || (help.open && event.key !== "?")) return;
    event.preventDefault();
    act();
  });
  const follow = () => {
    const found = /^#(andring|lista)-(\d+)$/.exec(location.hash);
    const change = found && byNumber.get(found[2]);
    if (change && !off.has(change.cause)) go(change, found[1] === "lista");
  };
  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || link.hash !== location.hash) return;
    event.preventDefault();
    follow();
  });
  addEventListener("resize", scrollers);
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open])");
    for (const part of opened) part.open = true;
  });
  addEventListener("afterprint", () => { for (const part of opened) part.open = false; });

  byId("tangenter").checked = kept.tangenter;
  markTouched();
  changes.forEach(showTick);
  showProgress();
  tellWhere();
  scrollers();
  follow();
})();
