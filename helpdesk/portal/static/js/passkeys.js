// Passkeys: ties django-allauth's functions to the one form of a page that says what it is for.
// Without JavaScript, or without passkeys in the browser, those forms stay hidden.
const form = document.querySelector("[data-passkey]");
const does = { add: "addForm", authenticate: "authenticateForm", login: "loginForm" };

if (form && window.webauthnJSON?.supported()) {
  const purpose = form.dataset.passkey;
  const act = form.querySelector("#passkey_act");
  const trouble = form.querySelector("#passkey_trouble");
  window.allauth.webauthn.forms[does[purpose]]({
    ids: {
      [purpose]: act.id,
      credential: form.querySelector("[name=credential]").id,
      passwordless: "id_passwordless",
      data: "js_data",
    },
  });
  act.addEventListener("click", () => { trouble.hidden = true; });
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    trouble.hidden = false;
  });
  form.hidden = false;
} else {
  document.querySelector("#no_passkeys")?.removeAttribute("hidden");
}
