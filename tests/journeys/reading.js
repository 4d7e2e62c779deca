/* The page's own words, one by one: not those of people, goods, machines or other languages. */
() => {
  const foreign = "[translate=no], [lang]:not(html), bdi, code, pre, kbd, textarea, script, style";
  const found = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest(foreign)) found.push(node.data);
  }
  for (const name of ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "alt"]) {
    for (const one of document.querySelectorAll(`[${name}]`)) {
      if (!one.closest(foreign)) found.push(one.getAttribute(name));
    }
  }
  return [...new Set(found.map((text) => text.trim().replace(/\s+/g, " ")).filter(Boolean))];
}
