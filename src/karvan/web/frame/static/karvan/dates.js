// Says the date of a line in both calendars while somebody types. Everything works without it.
"use strict";

const latin = (text) => text.replace(/[۰-۹]/g, (d) => d.charCodeAt(0) - 0x06f0).replace(/[٠-٩]/g, (d) => d.charCodeAt(0) - 0x0660);
const persian = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", { year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" });

function persianParts(day) {
  const parts = Object.fromEntries(persian.formatToParts(day).map((part) => [part.type, parseInt(part.value, 10)]));
  return [parts.year, parts.month, parts.day];
}

function fromPersian(year, month, day) {
  const found = new Date(Date.UTC(year + 621, 2, 19));
  found.setUTCDate(found.getUTCDate() + (month - 1) * 30 + day - 1);
  for (let tries = 0; tries < 12; tries += 1) {
    if (persianParts(found).join() === [year, month, day].join()) return found;
    found.setUTCDate(found.getUTCDate() + 1);
  }
  return null;
}

function fromGregorian(year, month, day) {
  const found = new Date(Date.UTC(year, month - 1, day));
  return found.getUTCMonth() === month - 1 ? found : null;
}

function read(text) {
  const match = /^\s*(\d{4})([-/])(\d{1,2})\2(\d{1,2})\s*$/.exec(latin(text));
  if (!match) return null;
  const [year, month, day] = [match[1], match[3], match[4]].map(Number);
  if (year >= 1200 && year <= 1600) return fromPersian(year, month, day);
  return year >= 1970 && year <= 2200 ? fromGregorian(year, month, day) : null;
}

function write(day, lang) {
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const calendars = lang === "fa" ? ["persian", "gregory"] : ["gregory", "persian"];
  return calendars
    .map((calendar) => {
      const parts = new Intl.DateTimeFormat(`${lang}-u-ca-${calendar}`, style).formatToParts(day);
      const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
      return `${part.day} ${part.month} ${part.year}`;
    })
    .join(" · ");
}

document.addEventListener("input", (event) => {
  const lang = event.target.dataset && event.target.dataset.date;
  if (!lang) return;
  const day = read(event.target.value);
  event.target.parentElement.querySelector(".said-date").textContent = day ? write(day, lang) : "";
});
