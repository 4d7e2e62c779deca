/* What is cut, covered, outside the window or too small to hit on this page, one sentence per fault.
   `excerpts` selects what is shortened on purpose, because the whole text is one click away. */
(excerpts) => {
  const faults = [];
  const width = document.documentElement.clientWidth;
  const style = new Map();
  const look = (element) => style.get(element) ?? style.set(element, getComputedStyle(element)).get(element);

  const kept = new Map();
  const up = (element, test) => {
    for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
      if (test(one)) return one;
    }
    return null;
  };
  const hides = (element) => {
    if (!kept.has(element)) {
      const box = element.getBoundingClientRect();
      kept.set(element, look(element).clipPath === "inset(50%)" || (box.width <= 1 && box.height <= 1));
    }
    return kept.get(element);
  };
  const seen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !up(element, hides);
  const words = (element) => (element.textContent || element.value || "").trim().replace(/\s+/g, " ");
  const name = (element) => {
    const kind = element.getAttribute("class") ? `.${element.getAttribute("class").split(/\s+/).join(".")}` : "";
    return `<${element.tagName.toLowerCase()}${kind}> “${words(element).slice(0, 60)}”`;
  };
  const block = (element) => up(element, (one) => !/^(inline|contents)$/.test(look(one).display)) ?? document.body;
  // What lies in a layer of its own may cover what is below it: a panel that was opened, a box that stays.
  const layer = (element) =>
    up(element, (one) => {
      const { position, zIndex } = look(one);
      return /^(sticky|fixed)$/.test(position) || (position !== "static" && zIndex !== "auto");
    });

  // Of what scrolls by itself only the part that shows; the rest lies behind its edge, over nothing.
  const scrolls = (element) =>
    up(element, (one) => /auto|scroll/.test(look(one).overflowY) && one.scrollHeight > one.clientHeight + 1);
  const behind = (line, frame) => {
    if (!frame) return false;
    const { top, bottom } = frame.getBoundingClientRect();
    const middle = (line.top + line.bottom) / 2;
    return middle < top || middle > bottom;
  };

  const wide = document.documentElement.scrollWidth - width;
  if (wide > 0) faults.push(`the page scrolls sideways by ${wide} px`);

  const every = [...document.body.querySelectorAll("*")].filter((one) => !one.closest("svg, option") && seen(one));
  for (const one of every) {
    const { overflowX, overflowY } = look(one);
    if (one.matches("textarea, input, select") || one.closest(excerpts)) continue;
    if (overflowX !== "visible" && one.scrollWidth > one.clientWidth + 1) {
      faults.push(`${overflowX} cuts ${one.scrollWidth - one.clientWidth} px off the width of ${name(one)}`);
    }
    if (/hidden|clip/.test(overflowY) && one.scrollHeight > one.clientHeight + 1 && one !== document.body) {
      faults.push(`${overflowY} cuts ${one.scrollHeight - one.clientHeight} px off the height of ${name(one)}`);
    }
  }

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const owner = node.parentElement;
    if (!node.data.trim() || owner.closest("script, style, textarea, option, title") || !seen(owner)) continue;
    range.selectNodeContents(node);
    const box = block(owner).getBoundingClientRect();
    const excerpt = owner.closest(excerpts);
    const frame = scrolls(owner);
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      if (line.right > width + 1 || line.left < -1) faults.push(`outside the window: ${name(owner)}`);
      if (excerpt || behind(line, frame)) continue;
      // a space at the end of a wrapped line hangs over the edge of what keeps its spaces: nobody sees it
      const hangs = look(owner).whiteSpace === "pre-wrap" ? Number.parseFloat(look(owner).fontSize) * 0.35 : 0;
      if (line.right > box.right + 1 + hangs || line.left < box.left - 1 || line.top > box.bottom || line.bottom < box.top) {
        faults.push(`text outside its box: ${name(owner)}`);
      }
      texts.push({ owner, line, layer: layer(owner) });
    }
  }

  texts.sort((a, b) => a.line.top - b.line.top);
  texts.forEach((one, place) => {
    for (const other of texts.slice(place + 1)) {
      if (other.line.top > one.line.bottom) break;
      if (other.owner === one.owner || other.layer !== one.layer) continue;
      const across = Math.min(one.line.right, other.line.right) - Math.max(one.line.left, other.line.left);
      const down = Math.min(one.line.bottom, other.line.bottom) - other.line.top;
      if (across > 2 && down > Math.min(one.line.height, other.line.height) * 0.4) {
        faults.push(`${name(one.owner)} lies over ${name(other.owner)}`);
      }
    }
  });

  const measured = document.createElement("canvas").getContext("2d");
  const wanted = (element, text) => {
    measured.font = look(element).font;
    return measured.measureText(text).width;
  };
  for (const one of every) {
    if (!one.matches("select:not([multiple]), input:not([type=radio], [type=checkbox], [type=file])")) continue;
    const text = one.tagName === "SELECT" ? (one.selectedOptions[0]?.label ?? "") : one.placeholder;
    const room = one.clientWidth - parseFloat(look(one).paddingLeft) - parseFloat(look(one).paddingRight);
    if (text && wanted(one, text) > room + 1) faults.push(`no room for “${text}” in ${name(one)}`);
  }

  const least = 24; // WCAG 2.5.8
  const hit = (target, x, y) => document.elementFromPoint(x, y)?.closest("a, button, label, summary") === target;
  const large = (target) => {
    const box = target.getBoundingClientRect();
    if (box.width >= least - 0.5 && box.height >= least - 0.5) return true;
    target.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const [x, y, half] = [(left + right) / 2, (top + bottom) / 2, least / 2 - 1];
    const [w, h] = [right - left >= least - 0.5 ? 0 : half, bottom - top >= least - 0.5 ? 0 : half];
    return hit(target, x - w, y - h) && hit(target, x + w, y + h);
  };
  const flows = (target) => look(target).display === "inline" && words(target.parentElement) !== words(target);
  for (const one of every) {
    if (!one.matches("a[href], button, summary, select, textarea, input, [role=button]")) continue;
    const target = one.matches("[type=radio], [type=checkbox]") ? (one.closest("label") ?? one) : one;
    if (!flows(target) && !large(target)) {
      const box = target.getBoundingClientRect();
      faults.push(`${Math.round(box.width)} x ${Math.round(box.height)} px is too small to hit: ${name(target)}`);
    }
  }
  window.scrollTo(0, 0);
  return [...new Set(faults)];
}
