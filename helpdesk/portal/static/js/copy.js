// A number that is to be typed elsewhere is copied by one tap. Without a clipboard the button stays away.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const says = button.querySelector("span");
    const first = says.textContent;
    button.hidden = false;
    says.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      says.textContent = button.dataset.copied;
      setTimeout(() => { says.textContent = first; }, 2500);
    });
  }
}
