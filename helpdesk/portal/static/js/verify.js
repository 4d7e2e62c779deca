// Reads a verification while it runs. Without this the same form leads to a page that fills itself.
const form = document.querySelector("[data-verify]");
const panel = document.querySelector("[data-looking]");

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  panel.hidden = false;
  read(new FormData(form)).catch(() => {
    panel.querySelector("[data-stopped]").hidden = false;
    button.disabled = false;
    button.removeAttribute("aria-busy");
  });
});

async function read(body) {
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(body),
    headers: { Accept: "application/x-ndjson" },
  });
  if (!answer.ok) throw new Error(answer.status);
  const parts = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let last = {};
  for (let part = await parts.read(); !part.done; part = await parts.read()) {
    const lines = (rest + part.value).split("\n");
    rest = lines.pop();
    for (const line of lines) show((last = JSON.parse(line)));
  }
  if (last.to) location.assign(last.to);
  else if (!last.refused) throw new Error("cut off");
}

function show(step) {
  if (step.percent !== undefined) panel.querySelector("progress").value = step.percent;
  if (step.said || step.refused) panel.querySelector("[data-said]").textContent = step.said ?? step.refused;
  if (step.fault) {
    const item = document.createElement("li");
    const row = document.createElement("code");
    row.textContent = step.row;
    item.append(step.fault, " ", row);
    panel.querySelector("[data-faults]").append(item);
  }
}
