// A page that stands open goes on by itself: a stream says that something happened, and the page looks again.
// Without a stream it looks every 30 seconds; without this file it is as it was when it was opened.
import { swap } from "./swap.js";

const POLL = 30_000, MINUTE = 60_000; // ms
const LAG = 80; // of several things at once, one look
const GAP = 2_000; // between looks for what happens elsewhere than in the open conversation
const FOLLOWS = 1_200; // what follows from a deed, such as a count, is there by then
const DEAD = 40_000; // the stream beats every 15 seconds
const ASLEEP = 15_000; // a clock that jumped: the machine slept
const HIDDEN = 60_000; // a page that nobody looks at needs no stream; it catches up
const PAUSES = [500, 1_000, 2_000, 5_000, 15_000, 30_000];

const from = document.body.dataset.liveFrom;
const thread = () => document.querySelector("[data-thread]")?.dataset.thread;
let source = null, number = null, failures = 0, heard = Date.now(), over = false;
let looking = false, again = false, stale = false, looked = Date.now(), tick = Date.now();
const timers = {};

function later(name, delay, deed) {
  clearTimeout(timers[name]);
  timers[name] = setTimeout(deed, delay);
}

async function look() {
  if (over || document.hidden || looking) {
    if (looking) again = true; else stale = true;
    return;
  }
  looking = true;
  stale = false;
  looked = Date.now();
  const found = await swap().catch(() => "away");
  looking = false;
  if (found === "out") leave();
  else if (again) { again = false; later("look", LAG, look); }
}

function happened(about) {
  const here = !thread() || about.chain === thread();
  later("look", here ? LAG : Math.max(LAG, looked + GAP - Date.now()), look);
  later("follow", FOLLOWS, look);
}

function leave() { // signed out, or no longer ours to see: the next click says so
  over = true;
  silent();
  for (const timer of Object.values(timers)) clearTimeout(timer);
}

function connect() {
  if (over || !from) return;
  source?.close();
  clearTimeout(timers.connect);
  const address = new URL(from, location.href);
  if (number !== null) address.searchParams.set("after", number);
  source = new EventSource(address, { withCredentials: true });
  heard = Date.now();
  const on = (name, deed) => source.addEventListener(name, (event) => {
    heard = Date.now();
    deed(event.data ? JSON.parse(event.data) : {}, Number(event.lastEventId));
  });
  on("begin", (about, n) => {
    failures = 0;
    number = Math.max(n, number ?? n);
    document.documentElement.dataset.stream = "on";
    if (about.missed || stale) look();
  });
  on("entry", (about, n) => {
    if (n <= number) return;
    number = n;
    happened(about);
  });
  on("hint", (about) => {
    if (about.doing === "shared") happened({ chain: about.conversation });
    else if (about.doing !== "read") dispatchEvent(new CustomEvent("hint", { detail: about }));
    else if (about.conversation === thread()) later("look", LAG, look);
  });
  on("beat", () => {});
  on("end", () => { silent(); look(); });
  source.addEventListener("error", lost);
}

function silent() {
  source?.close();
  source = null;
  delete document.documentElement.dataset.stream;
}

function lost() {
  silent();
  const pause = PAUSES[Math.min(failures++, PAUSES.length - 1)];
  later("connect", pause * (0.75 + Math.random() / 2), connect); // not all at once
}

function watch() {
  const now = Date.now(), slept = now - tick > ASLEEP;
  tick = now;
  if (over || document.hidden) return;
  if (slept || (source && now - heard > DEAD)) connect();
  const streams = document.documentElement.dataset.stream === "on";
  if (slept || now - looked >= (streams ? MINUTE : POLL)) look(); // time left goes on, too
}

if (document.querySelector("[data-live]:not(.bell)")) { // the bell alone is not worth a stream
  connect();
  setInterval(watch, 1_000);
  addEventListener("online", connect);
  addEventListener("pageshow", (event) => { if (event.persisted) { connect(); look(); } });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return later("hide", HIDDEN, silent);
    clearTimeout(timers.hide);
    if (!source) connect();
    if (stale) look();
  });
}
