// Arrow keys between free cells, Escape to drop, and drag and drop: all of it on top of links and buttons that work alone.
"use strict";

(() => {
  const free = () => [...document.querySelectorAll(".free button")];
  const step = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

  // The nearest free cell in a direction, by where cells are drawn: right to left needs no rule of its own.
  const nearest = (from, [x, y]) => {
    const centre = (item) => { const box = item.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; };
    const [fx, fy] = centre(from);
    const ahead = free().map((item) => { const [ix, iy] = centre(item); return [item, (ix - fx) * x + (iy - fy) * y, Math.abs((ix - fx) * y) + Math.abs((iy - fy) * x)]; })
      .filter(([, along]) => along > 4).sort((a, b) => a[1] + 3 * a[2] - b[1] - 3 * b[2]);
    return ahead.length ? ahead[0][0] : null;
  };

  document.addEventListener("keydown", (event) => {
    const drop = document.querySelector("a.drop");
    if (event.key === "Escape" && drop) { drop.click(); return; }
    const now = document.activeElement;
    if (!step[event.key] || !now || !now.matches(".free button")) return;
    const next = nearest(now, step[event.key]);
    if (next) { event.preventDefault(); next.focus(); }
  });

  // Dragging picks a meeting up: the page of the meeting in hand is fetched, and its grid shows where it fits.
  const pick = async (address) => {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [old, now] = [document.querySelector(".board"), fresh.querySelector(".board")];
    if (!old || !now) return;
    const cells = [old.querySelectorAll("td"), now.querySelectorAll("td")];
    cells[1].forEach((cell, index) => {
      const mine = cells[0][index];
      mine.querySelectorAll("button, .why").forEach((each) => each.remove());
      mine.className = cell.className;
      cell.querySelectorAll(":scope > button, :scope > .why").forEach((each) => mine.append(document.importNode(each, true)));
    });
    old.querySelector("table").classList.add("picking");
    old.querySelectorAll("input[name=pair]").forEach((each) => each.remove());
    old.prepend(document.importNode(now.querySelector("input[name=pair]"), true));
  };

  document.addEventListener("dragstart", (event) => {
    const held = event.target.closest && event.target.closest("[data-pick]");
    if (!held) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.textContent.trim());
    pick(held.dataset.pick);
  });
  document.addEventListener("dragover", (event) => {
    if (event.target.closest && event.target.closest("td.free")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const cell = event.target.closest && event.target.closest("td.free");
    const button = cell && cell.querySelector("button");
    if (button) { event.preventDefault(); button.click(); }
  });

  if (document.querySelector(".picking") && location.hash === "#hand") {
    const first = free()[0];
    if (first) first.focus({ preventScroll: true });
  }
})();
