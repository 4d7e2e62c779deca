// Questions are ticked while their answer is written, until their author ticks them. The form works without it.
for (const list of document.querySelectorAll("[data-questions]")) {
  const radios = (id) => [...list.querySelectorAll(`[data-question="${CSS.escape(id)}"] input[type=radio]`)];
  list.addEventListener("change", (event) => { event.target.closest("[data-question]").dataset.by = "author"; });
  for (const one of list.querySelectorAll("[data-by=author]")) one.closest("[data-question]").dataset.by = "author";

  list.closest("form").addEventListener("checked", ({ detail }) => {
    for (const { dataset } of list.querySelectorAll("[data-question]")) {
      if (dataset.by === "author") continue;
      const said = (detail.questions ?? []).find((one) => one.id === dataset.question);
      for (const radio of radios(dataset.question)) {
        radio.checked = radio.value === "answered" && said?.treatment === "answered";
      }
    }
  });
}
