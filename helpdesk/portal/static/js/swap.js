// Fetches the page anew and takes over what only says how things stand, in place.
import { morph } from "./morph.js";

const PASSING = ["sent", "answered", "waived"]; // parts of an address that say what was done once
const said = document.querySelector("[data-live-said]");
const unseen = new Set(); // entries that came while the page stood open, and were not looked at yet

export async function swap() {
  const desk = document.querySelector("[data-thread]");
  const page = await fetched(address(desk));
  if (typeof page === "string") return page;
  const other = desk && page.querySelector("[data-thread]")?.dataset.thread !== desk.dataset.thread;
  const beside = other ? await fetched(desk.dataset.threadAt) : page;
  if (!other && !document.querySelector("[data-composer]") && page.querySelector("[data-composer]")) {
    return void location.reload(); // it can be answered now, and nothing is typed yet
  }
  const known = new Set(entries().map((entry) => entry.id));
  keepInPlace(() => {
    for (const part of document.querySelectorAll("[data-live]")) {
      const of = part.dataset.of ? beside : page;
      const next = typeof of === "string" ? null : of.querySelector(`[data-live="${part.dataset.live}"]`);
      if (next && next.dataset.of === part.dataset.of) morph(part, next);
    }
  });
  if (!other) document.title = page.title;
  if (known.size || entries().length) tell(entries().filter((entry) => !known.has(entry.id)));
  dispatchEvent(new CustomEvent("swapped"));
  if (document.querySelector("[data-awaited]")) import("./awaited.js"); // the first files of this page came now
  return "";
}

function address(desk) {
  const url = new URL(desk?.dataset.at || location.href, location.href);
  for (const name of PASSING) url.searchParams.delete(name);
  url.hash = "";
  return url;
}

async function fetched(url) {
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  if (answer.redirected || [401, 403, 404].includes(answer.status)) return "out";
  if (!answer.ok) return "away";
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

const place = (entry) => Number(entry.id.slice(1));
const entries = () => [...document.querySelectorAll(".record .entry:not(.entry-note)")]; // notes have no number

// What a person looks at, or writes in, stays where it is on the screen.
function keepInPlace(deed) {
  const at = document.activeElement;
  const key = at?.closest("[data-key]")?.dataset.key;
  const kept = at && at !== document.body && at.checkVisibility() ? at : entries().find(inSight);
  const before = kept?.getBoundingClientRect().top;
  deed();
  if (kept?.isConnected) scroller(kept).scrollTop += kept.getBoundingClientRect().top - before;
  if (key && at !== document.activeElement) {
    const again = at.isConnected ? at : document.querySelector(`[data-key="${CSS.escape(key)}"] a`);
    again?.focus({ preventScroll: true });
  }
}

function inSight(entry) {
  const { top, bottom } = entry.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function scroller(node) {
  for (let one = node.parentElement; one; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  }
  return document.scrollingElement;
}

function tell(came) {
  const theirs = came.filter((entry) => !entry.classList.contains("entry-own"));
  for (const entry of theirs) { unseen.add(entry); looks.observe(entry); }
  if (!theirs.length) return;
  if (said) { said.textContent = ""; setTimeout(() => { said.textContent = said.dataset.message; }, 50); }
  notice();
}

// Before an answer is sent, its author has seen what came: until then the form says so.
function notice() {
  const link = document.querySelector("[data-came]");
  if (!link) return;
  const first = [...unseen].find((entry) => entry.isConnected);
  link.hidden = !first;
  if (first) link.querySelector("a").href = `#${first.id}`;
}

const looks = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (!isIntersecting || document.hidden) continue;
    looks.unobserve(target);
    setTimeout(() => saw(target), 1_000);
  }
}, { threshold: 0.1, rootMargin: "0px 0px -15% 0px" });

function saw(entry) {
  if (!inSight(entry) || document.hidden) return void looks.observe(entry);
  unseen.delete(entry);
  const rest = [...unseen].map(place);
  const until = rest.length ? Math.min(...rest) - 1 : Math.max(...entries().map(place));
  const n = document.querySelector("form[data-composer] [name=seen_n]");
  if (n) n.value = Math.max(Number(n.value), until);
  notice();
}
