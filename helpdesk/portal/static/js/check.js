// A text is read while it is written, after a pause; nothing of it is kept. Every form works without this file.
const PAUSE = 400; // milliseconds without a key

for (const form of document.querySelectorAll("form[data-check]")) watch(form);

function watch(form) {
  const text = form.querySelector("textarea");
  const part = form.querySelector("[data-remarks]");
  const said = form.querySelector("[data-remarked]");
  const offer = form.querySelector("[data-offer]");
  const heard = form.querySelector("[name=heard]");
  const list = part.querySelector("ul");
  const row = part.querySelector("template").content.firstElementChild;
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const under = lay(text);
  let shown = { of: text.value, found: [] };
  let timer = 0;
  let asking = null;

  text.addEventListener("input", () => {
    shown = { of: text.value, found: moved(shown, text.value) };
    under(text.value, shown.found);
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  text.addEventListener("change", () => { clearTimeout(timer); ask(); });
  form.addEventListener("submit", () => clearTimeout(timer));
  if (text.value.trim()) ask();

  async function ask() {
    asking?.abort();
    const written = text.value;
    if (!written.trim()) return tell(written, { findings: [], questions: [] });
    asking = new AbortController();
    const body = new URLSearchParams({ text: written });
    for (const file of form.querySelectorAll("[name=file]")) body.append("file", file.value);
    try {
      const answer = await fetch(form.dataset.check, {
        method: "POST", body, signal: asking.signal, headers: { "X-CSRFToken": token, Accept: "application/json" },
      });
      if (answer.ok && text.value === written) tell(written, await answer.json());
    } catch { /* offline, or another key was pressed: sending it reads it all the same */ }
  }

  function tell(written, answer) {
    const at = places(written);
    const found = answer.findings.map((one) => ({ ...one, start: at[one.start ?? 0], end: at[one.end ?? 0] }));
    shown = { of: written, found };
    under(written, found);
    list.replaceChildren(...found.map((one) => remark(one, written)));
    part.hidden = found.length === 0;
    if (offer) offer.hidden = !answer.address;
    if (heard) heard.value = found.map((one) => one.label).join(" ");
    if (said.textContent !== answer.said) said.textContent = answer.said ?? "";
    form.dispatchEvent(new CustomEvent("checked", { detail: answer }));
  }

  function remark(one, written) {
    const item = row.cloneNode(true);
    item.dataset.weight = one.weight;
    const words = item.querySelector("[data-words]");
    if (one.end > one.start) {
      words.querySelector("bdi").textContent = short(written.slice(one.start, one.end));
      words.addEventListener("click", () => { text.focus(); text.setSelectionRange(one.start, one.end); });
    } else words.remove();
    item.querySelector("[data-reason]").textContent = one.reason;
    item.querySelector("[data-remedy]").textContent = one.remedy;
    for (const way of item.querySelectorAll("[data-field]")) if (way.dataset.field !== one.field) way.remove();
    return item;
  }
}

const short = (words) => (words.length > 60 ? `${words.slice(0, 59)}\u2026` : words);

// Characters as Python counts them, to places in a string of this language: one more for each rare sign.
function places(text) {
  const at = [0];
  for (const char of text) at.push(at.at(-1) + char.length);
  return at;
}

// While somebody types, marks before the change stay, marks behind it move along, those in it go.
function moved({ of, found }, text) {
  let head = 0;
  while (head < of.length && head < text.length && of[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < of.length - head && tail < text.length - head && of.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  const by = text.length - of.length;
  return found.flatMap((one) => {
    if (one.end <= head) return [one];
    if (one.start >= of.length - tail) return [{ ...one, start: one.start + by, end: one.end + by }];
    return [];
  });
}

// The same text under the box, invisible but for the lines under the words that were found.
function lay(text) {
  const frame = document.createElement("div");
  const sheet = document.createElement("div");
  frame.className = "written";
  sheet.className = "written-under";
  sheet.ariaHidden = "true";
  sheet.translate = false;
  text.replaceWith(frame);
  frame.append(sheet, text);
  text.addEventListener("scroll", () => { sheet.scrollTop = text.scrollTop; });
  return (written, found) => {
    const parts = [];
    let at = 0;
    for (const one of [...found].sort((a, b) => a.start - b.start)) {
      if (one.start < at || one.end <= one.start) continue;
      const mark = document.createElement("mark");
      mark.dataset.weight = one.weight;
      mark.textContent = written.slice(one.start, one.end);
      parts.push(written.slice(at, one.start), mark);
      at = one.end;
    }
    sheet.replaceChildren(...parts, `${written.slice(at)}\n`);
    sheet.scrollTop = text.scrollTop;
  };
}
