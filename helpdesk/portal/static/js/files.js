// Files beside a message: each goes up by itself and shows how far it is. Without this they go with the form.
function attach(part) {
  const form = part.closest("form");
  const input = part.querySelector("[type=file]");
  const list = part.querySelector("[data-files]");
  const said = part.querySelector("[data-said]");
  const words = part.dataset;
  const news = form.querySelector("[data-news]");
  const row = part.querySelector("template").content.firstElementChild;
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const waiting = [];
  let under = null; // the one upload on its way: one after another is as fast, and kind to a phone

  const say = (sentence, name = "") => { said.textContent = sentence.split("{name}").join(name); };
  const busy = () => under !== null || waiting.length > 0;
  const kept = () => list.querySelectorAll(":scope > li:not([data-refused])").length;

  function settle() {
    for (const button of form.querySelectorAll("[type=submit]")) {
      if (busy()) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
    if (!busy() && news.textContent === words.wait) news.textContent = "";
  }

  function add(files) {
    for (const file of files) {
      const item = row.cloneNode(true);
      for (const name of item.querySelectorAll("[data-name]")) name.textContent = file.name;
      item.querySelector("[data-size]").textContent = size(file.size);
      list.append(item);
      item.querySelector("[data-drop]").addEventListener("click", () => drop(item));
      item.querySelector("[data-again]").addEventListener("click", () => again(item, file));
      const wrong = kept() > Number(words.most) ? words.tooMany : refusal(file);
      if (wrong) refuse(item, wrong);
      else { face(item, file); queue(item, file); }
    }
    settle();
  }

  function refusal(file) {
    if (file.size === 0) return words.empty;
    if (file.size > Number(words.largest)) return words.tooLarge;
    return "";
  }

  function queue(item, file) {
    waiting.push([item, file]);
    item.querySelector("[data-state]").textContent = words.waiting;
    if (under === null) next();
  }

  function again(item, file) {
    item.removeAttribute("data-refused");
    item.querySelector("[data-again]").hidden = true;
    item.querySelector("progress").hidden = false;
    item.querySelector("[data-drop]").focus();
    queue(item, file);
    settle();
  }

  function next() {
    const [item, file] = waiting.shift() ?? [];
    under = item ? send(item, file) : null;
    settle();
  }

  function send(item, file) {
    const request = new XMLHttpRequest();
    const bar = item.querySelector("progress");
    const state = item.querySelector("[data-state]");
    let tenth = 0;
    request.open("POST", `${words.to}?name=${encodeURIComponent(file.name.toWellFormed?.() ?? file.name)}`);
    request.setRequestHeader("X-CSRFToken", token);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      bar.value = event.total ? (100 * event.loaded) / event.total : 0;
      const now = Math.floor(bar.value / 10);
      if (now > tenth) state.textContent = words.sending.replace("{done}", percent((tenth = now) * 10));
    });
    request.upload.addEventListener("load", () => { bar.removeAttribute("value"); state.textContent = words.looking; });
    request.addEventListener("loadend", () => {
      const answer = request.response;
      if (request.status === 201 && answer) arrived(item, answer, file);
      else if (item.isConnected) refuse(item, answer?.sentence ?? words.broken, !answer || request.status >= 500);
      if (under === request) next();
    });
    item.abort = () => request.abort();
    state.textContent = words.sending.replace("{done}", percent(0));
    request.send(file);
    return request;
  }

  function arrived(item, answer, file) {
    const id = item.querySelector("[name=file]");
    id.value = answer.id;
    id.disabled = false;
    item.dataset.arrived = "";
    item.querySelector("progress").hidden = true;
    item.querySelector("[data-state]").textContent = words.arrived;
    const mark = item.querySelector("[data-mark]"); // for sellers
    if (mark) {
      mark.querySelector("select").name = `marked-${answer.id}`;
      mark.querySelector("select").disabled = mark.hidden = false;
    }
    say(words.saidArrived, file.name);
  }

  function refuse(item, sentence, mayTryAgain = false) {
    item.dataset.refused = "";
    item.querySelector("progress").hidden = true;
    item.querySelector("[data-state]").textContent = sentence;
    item.querySelector("[data-again]").hidden = !mayTryAgain;
    say(`{name}: ${sentence}`, item.querySelector("[data-name]").textContent);
  }

  // Where the row was, the hand stays: on the next one's button, else on the one that chooses files.
  function drop(item) {
    const place = waiting.findIndex(([one]) => one === item);
    if (place >= 0) waiting.splice(place, 1);
    const id = item.querySelector("[name=file]");
    if (item.abort && !item.hasAttribute("data-arrived")) item.abort();
    if (id && !id.disabled) forget(id.value);
    const near = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("[data-drop]");
    say(words.saidGone, item.querySelector("[data-name]").textContent);
    item.remove();
    (near ?? input).focus();
    settle();
  }

  function forget(id) {
    fetch(`${words.to}/${id}/removal`, { method: "POST", headers: { "X-CSRFToken": token } }).catch(() => {});
  }

  part.classList.add("attach-live");
  // With this file the form carries ids alone, and the text as it was typed.
  input.removeAttribute("name");
  form.enctype = "application/x-www-form-urlencoded";
  for (const item of list.children) {
    item.querySelector("[name=file]").type = "hidden";
    item.querySelector("[data-drop]").hidden = false;
    item.querySelector("[data-drop]").addEventListener("click", () => drop(item));
  }
  for (const hint of part.querySelectorAll("[data-with-script]")) hint.hidden = false;
  for (const hint of part.querySelectorAll("[data-without-script]")) hint.remove();

  const take = () => { add(input.files); input.value = ""; };
  input.addEventListener("change", take);
  if (input.files.length) take(); // chosen before this file was here
  form.addEventListener("paste", (event) => {
    if (!event.clipboardData?.files.length) return;
    event.preventDefault();
    add(event.clipboardData.files);
  });
  const carries = (event) => event.dataTransfer?.types.includes("Files");
  form.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    form.dataset.over = "";
  });
  form.addEventListener("dragleave", (event) => {
    if (!form.contains(event.relatedTarget)) delete form.dataset.over;
  });
  form.addEventListener("drop", (event) => {
    delete form.dataset.over;
    if (!carries(event)) return;
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  // Before the composer takes note: a message does not leave without the files that belong to it.
  form.addEventListener("submit", (event) => {
    if (!busy() || event.submitter?.formNoValidate) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    news.textContent = "";
    setTimeout(() => { news.textContent = words.wait; }, 50); // said again, also when it was said before
  }, { capture: true });
  addEventListener("beforeunload", (event) => { if (busy()) event.preventDefault(); });
}

const LANGUAGE = document.documentElement.lang;
const percent = (done) => (done / 100).toLocaleString(LANGUAGE, { style: "percent" });

function size(bytes) {
  const [amount, unit] = bytes < 1e6 ? [bytes && Math.max(bytes, 100) / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  const digits = { maximumFractionDigits: amount < 10 ? 1 : 0 };
  return amount.toLocaleString(LANGUAGE, { style: "unit", unit, unitDisplay: "short", ...digits });
}

// A small likeness, drawn from the file itself; what the browser cannot draw keeps its icon.
async function face(item, file) {
  if (!file.type.startsWith("image/")) return;
  try {
    const picture = await createImageBitmap(file);
    const canvas = document.createElement("canvas");
    const side = Math.min(picture.width, picture.height);
    canvas.width = canvas.height = 96;
    canvas.getContext("2d").drawImage(picture,
      (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, 96, 96);
    picture.close();
    item.querySelector("[data-face]").replaceChildren(canvas);
  } catch { /* the icon stands there already */ }
}

for (const part of document.querySelectorAll("[data-attach]")) attach(part);
