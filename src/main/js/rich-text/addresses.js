// Addresses that mean the same in a page of this site. A place in the copied text itself, or a file on the person's own disk,
// doesn't.

const SCHEMES = ["http:", "https:", "mailto:", "tel:"];

/** The attributes of a link or false, as the parser wants it. */
export function address(link) {
  const href = outside(link.getAttribute("href"), SCHEMES);
  return href ? { href } : false;
}

export function picture(image) {
  const src = outside(image.getAttribute("src"), ["http:", "https:"]);
  return src ? { src, alt: (image.getAttribute("alt") ?? "").replace(/\s+/g, " ") } : false;
}

function outside(written, schemes) {
  try {
    const { protocol, origin, pathname, search, hash } = new URL(written);
    if (!schemes.includes(protocol)) return undefined;
    // Our own pages and files have addresses without a host.
    return origin === location.origin ? pathname + search + hash : written.trim().replace(/[\s<>\\]/g, encodeURIComponent);
  } catch {
    return undefined;
  }
}
