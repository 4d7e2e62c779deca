// A country that is chosen leads on at once; without a script its button does.
for (const select of document.querySelectorAll("select[data-leads]")) {
  select.addEventListener("change", () => { if (select.value) select.form.requestSubmit(); });
}
