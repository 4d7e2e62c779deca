/* A picture in at most 256 colours: the most frequent ones, and for each other the nearest of them. */
async (source) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const { width, height } = image;
  const sheet = Object.assign(document.createElement("canvas"), { width, height }).getContext("2d");
  sheet.drawImage(image, 0, 0);
  const pixels = new Uint32Array(sheet.getImageData(0, 0, width, height).data.buffer);

  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const byUse = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a - b);
  const kept = byUse.slice(0, 256);
  const parts = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
  const near = (colour) => {
    const [r, g, b] = parts(colour);
    let [best, least] = [0, Infinity];
    kept.forEach((other, place) => {
      const [r2, g2, b2] = parts(other);
      const away = (r - r2) ** 2 + (g - g2) ** 2 + (b - b2) ** 2;
      if (away < least) [best, least] = [place, away];
    });
    return best;
  };
  const places = new Map(kept.map((colour, place) => [colour, place]));
  for (const colour of byUse.slice(256)) places.set(colour, near(colour));

  let rows = "";
  for (const pixel of pixels) rows += String.fromCharCode(places.get(pixel));
  return { width, height, colours: kept.map(parts), rows: btoa(rows) };
}
