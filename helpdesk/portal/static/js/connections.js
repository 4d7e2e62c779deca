// A new key is tried out from here, exactly as a tool would use it: by the key alone, without the session.
for (const place of document.querySelectorAll("[data-try]")) {
  const button = place.querySelector("button");
  const secret = document.querySelector("[data-secret]").textContent;
  const say = (what) => {
    for (const one of place.querySelectorAll("[data-said]")) one.hidden = one.dataset.said !== what;
  };
  place.hidden = false;
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(place.dataset.try, {
        credentials: "omit",
        headers: { Authorization: `Bearer ${secret}` },
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const [row] = (await answer.json()).data;
      if (row) {
        place.querySelector("[data-buyer]").textContent = row.buyer;
        place.querySelector("[data-title]").textContent = row.title;
        const preview = place.querySelector("[data-preview]");
        preview.textContent = row.preview;
        preview.lang = row.language;
      }
      say(row ? "row" : "none");
    } catch {
      say("fault");
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
}
