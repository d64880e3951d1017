// The scheduler's grid in the hand: a meeting is picked up by mouse, finger or keyboard, its free and blocked cells are
// marked, and it is put down. All of it stands on links, forms and buttons that work alone.
"use strict";

(() => {
  const main = document.getElementById("main");
  const find = (what) => main.querySelector(what);
  const board = () => find(".board[data-places]");
  const rows = () => [...find(".grid").tBodies[0].rows];
  const cellsOf = (row) => [...row.querySelectorAll("td")];
  const isPressable = (item) => item && item.closest && item.closest("[data-pick]");

  // ---- what a screen reader is told ---------------------------------------------------------------------------------
  const live = document.createElement("p");
  live.className = "visually-hidden";
  live.setAttribute("role", "status");
  document.body.append(live);
  const announce = (text) => { live.textContent = ""; setTimeout(() => { live.textContent = text; }, 50); };

  const headOf = (cell) => find(".grid").tHead.rows[0].cells[cell.cellIndex];
  const told = (cell) => {
    const why = cell.querySelector(":scope > .why, :scope > button");
    const words = [cell.parentNode.cells[0], headOf(cell), why].map((item) => (item ? item.textContent.trim() : ""));
    return words.filter(Boolean).join(", ");
  };

  // ---- picking up and putting back ----------------------------------------------------------------------------------
  let hand = null; // { pick, source, byKeyboard, ready }

  const unmark = () => {
    find(".grid").classList.remove("picking");
    for (const cell of find(".grid").querySelectorAll("td")) {
      cell.classList.remove("free", "blocked", "now", "over");
      cell.removeAttribute("tabindex");
      cell.querySelectorAll(":scope > button, :scope > .why").forEach((item) => item.remove());
    }
  };

  const mark = (cell, code, words, address) => {
    cell.tabIndex = -1;
    cell.classList.add(code === 0 ? "free" : code < 0 ? "now" : "blocked");
    const item = document.createElement(code === 0 ? "button" : "span");
    item.textContent = `${code === 0 ? "✓" : code < 0 ? "•" : "✕"} ${words}`;
    if (code === 0) Object.assign(item, { type: "submit", name: "cell", value: address, tabIndex: -1 });
    else Object.assign(item, { className: "why", title: words });
    cell.append(item);
  };

  const paint = (found) => {
    const { free, now } = board().dataset;
    const starts = [...find(".grid").tHead.querySelectorAll("[data-start]")].map((item) => item.dataset.start);
    unmark();
    rows().forEach((row, y) => cellsOf(row).forEach((cell, x) => {
      const code = found.rows[y][x];
      const words = code === 0 ? free : code < 0 ? now : found.why[code - 1];
      mark(cell, code, words, `${row.cells[0].dataset.place}|${starts[x]}`);
    }));
    find(".grid").classList.add("picking");
    find("#hand-place").innerHTML = found.hand;
    const reasons = find("#hand details");
    if (reasons && matchMedia("(max-width: 40rem)").matches) reasons.open = false;
  };

  const daysOf = async (pick) => {
    const answer = await fetch(`${board().dataset.places}?pick=${encodeURIComponent(pick)}`);
    if (!answer.ok || !hand || hand.pick !== pick) return;
    const { days } = await answer.json();
    for (const tab of main.querySelectorAll(".tabs a[data-day]")) {
      const words = document.createElement("span");
      words.className = "tab-free";
      words.textContent = days[tab.dataset.day] || "";
      tab.append(words);
    }
  };

  const address = (day, pick) => `?day=${day}${pick ? `&pick=${encodeURIComponent(pick)}#board` : ""}`;
  const readdressTabs = (pick) => main.querySelectorAll(".tabs a[data-day]").forEach((tab) => {
    tab.setAttribute("href", address(tab.dataset.day, pick));
    tab.querySelectorAll(".tab-free").forEach((item) => item.remove());
  });

  const putBack = ({ isSaid = true } = {}) => {
    if (!hand) return;
    const { source, byKeyboard } = hand;
    hand = null;
    source.classList.remove("held");
    unmark();
    readdressTabs("");
    find("#hand-place").textContent = "";
    if (isSaid) announce(board().dataset.back);
    const link = source.querySelector("a");
    if (byKeyboard && isSaid && link) link.focus();
  };

  const pickUp = (source, byKeyboard) => {
    putBack({ isSaid: false });
    const pick = source.dataset.pick;
    const { places, day } = board().dataset;
    const mine = { pick, source, byKeyboard };
    hand = mine;
    source.classList.add("held");
    readdressTabs(pick);
    find(".board input[name=pair]").value = pick;
    mine.ready = (async () => {
      const answer = await fetch(`${places}?day=${day}&pick=${encodeURIComponent(pick)}`);
      if (hand !== mine) return;
      if (!answer.ok) { location.assign(address(day, pick)); return; }
      paint(await answer.json().then((found) => { announce(found.says); return found; }));
      if (byKeyboard) focusFirst();
      if (press && press.ghost) follow();
      daysOf(pick);
    })();
  };

  const focusFirst = () => {
    const first = find(".grid td.now") || find(".grid td.free") || find(".grid td");
    first.focus();
  };

  // ---- putting down: the page comes back without jumping --------------------------------------------------------------
  const swap = (fresh, url) => {
    const now = fresh.getElementById("main");
    if (!now || !now.querySelector(".scheduler")) { location.assign(url); return; }
    const frames = [".grid-frame", ".tray ul"];
    const at = frames.map((each) => { const item = find(each); return item ? [item.scrollLeft, item.scrollTop] : [0, 0]; });
    hand = null;
    main.replaceChildren(...now.childNodes);
    frames.forEach((each, n) => { const item = find(each); if (item) [item.scrollLeft, item.scrollTop] = at[n]; });
    history.replaceState(null, "", url);
    if (window.htmx) window.htmx.process(main);
    const said = find(".said p");
    if (said) announce(said.textContent.trim());
  };

  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

  const complain = (fresh) => {
    const title = fresh.querySelector("main h1"), text = fresh.querySelector("main h1 ~ p");
    const words = [title, text].map((item) => (item ? item.textContent.trim() : "")).filter(Boolean).join(". ");
    const box = document.createElement("p");
    box.className = "problem";
    box.textContent = words || board().dataset.lost;
    find("#hand-place").replaceChildren(box);
    announce(box.textContent);
  };

  const send = async (form, button) => {
    const data = new FormData(form, button);
    const moved = hand && hand.pick, key = form.dataset.key;
    const target = button && button.hasAttribute("formaction") ? button.formAction : form.action;
    let answer;
    try { answer = await fetch(target, { method: "POST", body: data }); } catch { complain(parsed("")); return; }
    const fresh = parsed(await answer.text());
    if (!answer.ok) { putBack({ isSaid: false }); complain(fresh); return; }
    swap(fresh, answer.url);
    const focus = moved ? [...main.querySelectorAll("[data-pick]")].find((item) => isSame(item.dataset.pick, moved)) : null;
    const next = focus ? focus.querySelector("a") : key ? find(`[data-key=${key}] button:not(:disabled)`) : null;
    (next || main).focus({ preventScroll: !next });
  };

  const isSame = (one, other) => [...one.split("+")].sort().join() === [...other.split("+")].sort().join();

  const drop = (cell) => {
    const button = cell && cell.querySelector(":scope > button[name=cell]");
    if (button) button.form.requestSubmit(button);
    else if (cell) refuse(cell);
  };

  const refuse = (cell) => {
    const place = find("#hand .hand-free");
    if (place) place.textContent = told(cell);
    announce(told(cell));
  };

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-smooth]");
    if (!form || !board()) return;
    event.preventDefault();
    send(form, event.submitter);
  });

  // ---- keyboard -------------------------------------------------------------------------------------------------------
  const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  const step = (cell, [x, y], isFar) => {
    const turn = getComputedStyle(find(".grid")).direction === "rtl" ? -1 : 1;
    const lines = rows().map(cellsOf);
    let row = lines.findIndex((line) => line.includes(cell)), column = lines[row].indexOf(cell);
    do {
      row += y;
      column += x * turn;
    } while (isFar && lines[row] && lines[row][column] && !lines[row][column].classList.contains("free"));
    return lines[row] && lines[row][column];
  };

  const walk = (event) => {
    const cell = document.activeElement && document.activeElement.closest && document.activeElement.closest(".grid td");
    const way = steps[event.key];
    if (!hand || !way) return false;
    const next = cell ? step(cell, way, event.shiftKey) : find(".grid td.free") || find(".grid td");
    if (next) { next.focus(); announce(told(next)); }
    return true;
  };

  const undoes = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.code !== "KeyZ" || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return false;
    const button = find(`[data-key=${event.shiftKey ? "redo" : "undo"}] button:not(:disabled)`);
    if (button) button.click();
    return Boolean(button);
  };

  const presses = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return false;
    const held = isPressable(event.target);
    if (event.target.matches(".grid td") && hand) { drop(event.target); return true; }
    if (!held || event.key === "Enter" || !event.target.matches("a")) return false;
    pickUp(held, true);
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (!board()) return;
    if (event.key === "Escape" && (hand || press)) { cancelPress(); putBack(); event.preventDefault(); return; }
    if (walk(event) || undoes(event) || presses(event)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    if (!board() || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (wasDragged) { wasDragged = false; event.preventDefault(); event.stopPropagation(); return; }
    if (event.target.closest("a.drop")) { event.preventDefault(); putBack(); return; }
    const held = isPressable(event.target), cell = event.target.closest(".grid.picking td");
    if (held && !event.target.closest("button")) {
      event.preventDefault();
      if (hand && hand.source === held) putBack(); else pickUp(held, event.detail === 0);
    } else if (cell && !event.target.closest("button")) drop(cell);
  }, true);

  // ---- mouse, pen and finger --------------------------------------------------------------------------------------------
  const FAR = 6, LONG_MS = 320, EDGE = 48;
  let press = null; // { source, id, x, y, isTouch, timer, ghost, over }
  let wasDragged = false;

  const cancelPress = () => {
    if (!press) return;
    clearTimeout(press.timer);
    if (press.ghost) press.ghost.remove();
    if (press.over) press.over.classList.remove("over");
    document.body.classList.remove("dragging");
    press = null;
  };

  const follow = () => {
    const { ghost, x, y } = press;
    // It stands at the start of the line: on the right, where a page is read from there.
    const isTurned = document.documentElement.dir === "rtl";
    ghost.style.transform = `translate(${isTurned ? x - document.documentElement.clientWidth : x}px, ${y}px)`;
    const under = document.elementFromPoint(x, y);
    const over = under && (under.closest(".grid.picking td") || under.closest(".tray"));
    if (press.over !== over) {
      if (press.over) press.over.classList.remove("over");
      if (over) over.classList.add("over");
      press.over = over;
      const why = over && over.querySelector(":scope > .why, :scope > button");
      ghost.lastChild.textContent = why ? why.textContent : "";
      ghost.classList.toggle("fits", Boolean(over && (over.matches(".free") || over.matches(".tray"))));
    }
  };

  const scrollAtEdges = () => {
    if (!press || !press.ghost) return;
    const frame = find(".grid-frame"), box = frame.getBoundingClientRect(), { x, y } = press;
    const pull = (at, low, high) => (at < low + EDGE ? at - low - EDGE : at > high - EDGE ? at - high + EDGE : 0) / 4;
    if (x > box.left && x < box.right && y > box.top - EDGE && y < box.bottom + EDGE) {
      frame.scrollBy(pull(x, box.left, box.right), pull(y, box.top, box.bottom));
    }
    window.scrollBy(0, pull(y, 0, window.innerHeight));
    requestAnimationFrame(scrollAtEdges);
  };

  const begin = () => {
    const { source } = press;
    const ghost = document.createElement("div"), name = document.createElement("span"), why = document.createElement("span");
    name.textContent = [...source.querySelectorAll("bdi")].slice(0, 2).map((item) => item.textContent).join(" – ");
    ghost.className = "ghost";
    ghost.append(name, why);
    document.body.append(ghost);
    document.body.classList.add("dragging");
    press.ghost = ghost;
    source.setPointerCapture(press.id);
    if (!hand || hand.source !== source) pickUp(source, false);
    follow();
    requestAnimationFrame(scrollAtEdges);
  };

  document.addEventListener("pointerdown", (event) => {
    wasDragged = false;
    const source = board() && isPressable(event.target);
    if (!source || event.button !== 0 || !event.isPrimary) return;
    const isTouch = event.pointerType === "touch";
    press = { source, id: event.pointerId, x: event.clientX, y: event.clientY, isTouch, from: [event.clientX, event.clientY] };
    if (isTouch) press.timer = setTimeout(begin, LONG_MS);
  });
  document.addEventListener("pointermove", (event) => {
    if (!press || event.pointerId !== press.id) return;
    [press.x, press.y] = [event.clientX, event.clientY];
    const isFar = Math.hypot(press.x - press.from[0], press.y - press.from[1]) > FAR;
    if (press.ghost) follow();
    else if (isFar && press.isTouch) cancelPress();
    else if (isFar) begin();
  });
  document.addEventListener("pointerup", async (event) => {
    if (!press || event.pointerId !== press.id) return;
    const { ghost, x, y, source } = press;
    cancelPress();
    if (!ghost) return;
    wasDragged = true;
    setTimeout(() => { wasDragged = false; });
    if (hand) await hand.ready;
    const under = document.elementFromPoint(x, y);
    const cell = under && under.closest(".grid.picking td"), takeOut = find("#hand .take-out");
    if (under && under.closest(".tray") && takeOut && !source.closest(".tray")) takeOut.form.requestSubmit(takeOut);
    else if (cell && cell.classList.contains("free")) drop(cell);
    else if (cell && cell.classList.contains("blocked")) refuse(cell);
    else putBack();
  });
  document.addEventListener("pointercancel", cancelPress);
  document.addEventListener("touchmove", (event) => { if (press && press.ghost) event.preventDefault(); }, { passive: false });
  document.addEventListener("contextmenu", (event) => { if (press && press.isTouch) event.preventDefault(); });
  document.addEventListener("dragstart", (event) => { if (isPressable(event.target)) event.preventDefault(); });

  // ---- a search that ends, and a page that came with a meeting in hand -----------------------------------------------------
  document.addEventListener("search-over", async () => {
    const answer = await fetch(location.href);
    if (answer.ok) swap(parsed(await answer.text()), location.href);
    const told = find(".search-told");
    if (told) announce(told.textContent.replace(/\s+/g, " ").trim());
  });

  const held = find("#hand");
  if (held && board() && find(".grid.picking")) {
    const source = [...main.querySelectorAll("[data-pick]")].find((item) => isSame(item.dataset.pick, held.dataset.held));
    hand = { pick: held.dataset.held, source: source || held, byKeyboard: true, ready: Promise.resolve() };
    hand.source.classList.add("held");
    find(".grid").querySelectorAll("td").forEach((cell) => { cell.tabIndex = -1; });
    if (location.hash === "#board") focusFirst();
  }
})();
