// The list gets shorter while one types; without a script the form asks the server for the same.
const box = document.querySelector("[data-find]");
const rows = [...document.querySelectorAll("[data-operation]")].map((row) => [row, row.textContent.toLowerCase()]);
const find = () => {
  const words = box.value.toLowerCase().split(/\s+/);
  for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
  for (const noun of document.querySelectorAll("[data-noun]")) {
    noun.hidden = !noun.querySelector("[data-operation]:not([hidden])");
  }
};
box.addEventListener("input", find);
