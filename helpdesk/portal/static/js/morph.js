// Makes a part of the page like a fresh one and leaves alone what a person is at: focus, typed text, what is open.
const THEIRS = new Set(["open", "hidden", "aria-busy", "value", "checked", "selected"]);
const keyOf = (node) => node.dataset?.key || node.id || "";
const alike = (a, b) => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

export function morph(old, fresh) {
  if (old.isEqualNode(fresh) || old.nodeName === "TEXTAREA") return;
  if (old.nodeType !== Node.ELEMENT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  for (const { name } of [...old.attributes]) {
    if (!THEIRS.has(name) && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (!THEIRS.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  children(old, fresh);
}

function children(old, fresh) {
  const known = new Map([...old.children].filter(keyOf).map((child) => [keyOf(child), child]));
  const stays = new Set([...fresh.children].map(keyOf));
  let at = old.firstChild;
  const drop = () => {
    const next = at.nextSibling;
    if (at.dataset?.keep === undefined) at.remove();
    at = next;
  };

  for (const next of [...fresh.childNodes]) {
    while (at && keyOf(at) && !stays.has(keyOf(at))) drop(); // so that what stays need not move
    const here = keyOf(next) ? known.get(keyOf(next)) : at && !keyOf(at) && alike(at, next) ? at : null;
    if (!here || !alike(here, next)) {
      old.insertBefore(document.importNode(next, true), at);
      continue;
    }
    if (here === at) at = at.nextSibling;
    else old.insertBefore(here, at);
    morph(here, next);
  }
  while (at) drop();
}
