// The tree and the search of an exported site, which is opened from a folder: no modules and no requests, because browsers allow
// neither there. _site/pages-SPACE.js has set commonplacePages: { count, step, pages: [[path, file, title], …] }.
(() => {
  const { root, file } = document.body.dataset;
  const { count, step, pages } = window.commonplacePages;
  const address = (name) => root + name.split("/").map(encodeURIComponent).join("/");

  // --- The tree: the way to this page is open, other branches open in place.
  const byPath = new Map(pages.map(([path, name, title]) => [path, { path, name, title, below: [] }]));
  const top = { below: [] };
  const above = (path) => path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  for (const page of byPath.values()) {
    if (page.path === "") continue;
    let parent = above(page.path);
    while (parent && !byPath.has(parent)) parent = above(parent);
    (parent ? byPath.get(parent) : top).below.push(page);
  }
  const here = pages.find(([, name]) => name === file)?.[0] ?? "";
  const list = document.querySelector(".tree");

  function branch(page) {
    const item = document.createElement("li");
    const link = Object.assign(document.createElement("a"), { href: address(page.name), textContent: page.title });
    if (page.name === file) link.setAttribute("aria-current", "page");
    item.append(link);
    if (page.below.length) {
      const twist = Object.assign(document.createElement("button"), { type: "button", className: "twist" });
      twist.setAttribute("aria-label", list.dataset.label.replace("{0}", () => page.title));
      twist.addEventListener("click", () => toggle(item, page));
      item.classList.add("has-children");
      item.prepend(twist);
      show(item, page, here === page.path || here.startsWith(`${page.path}/`));
    }
    return item;
  }

  function show(item, page, open) {
    item.classList.toggle("is-open", open);
    item.querySelector(":scope > .twist").setAttribute("aria-expanded", open);
    item.querySelector(":scope > ul")?.remove();
    if (open) {
      const below = document.createElement("ul");
      below.append(...branches(page));
      item.append(below);
    }
  }

  const toggle = (item, page) => show(item, page, !item.classList.contains("is-open"));
  const branches = (page) => page.below.sort((a, b) => a.title.localeCompare(b.title)).map(branch);
  list.replaceChildren(...branches(top));
  list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });

  // --- The search: the texts are loaded when somebody first comes to the box.
  const form = document.querySelector(".search-box");
  const field = form.querySelector("input");
  const found = document.getElementById("found");
  const content = document.getElementById("content");
  const texts = [];
  let loaded;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  window.commonplaceTexts = (part) => texts.push(...part.map(([name, title, text]) => ({ name, title, text, folded: fold(text) })));

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function load() {
    loaded ??= (async () => {
      for (let first = 0; first < count; first += step) await script(`_site/text-${first}.js`);
    })();
    return loaded;
  }

  const script = (name) => new Promise((done) => {
    const element = Object.assign(document.createElement("script"), { src: root + name, onload: done, onerror: done });
    document.head.append(element);
  });

  function score(page, words) {
    const title = fold(page.title);
    let sum = 0;
    for (const word of words) {
      if (title.includes(word)) sum += title.startsWith(word) ? 15 : 10;
      else if (page.folded.includes(word)) sum += 1;
      else return 0;
    }
    return sum;
  }

  function snippet(page, words) {
    const at = Math.max(0, page.folded.indexOf(words.find((word) => page.folded.includes(word)) ?? "") - 60);
    return (at ? "… " : "") + page.text.slice(at, at + 200) + (at + 200 < page.text.length ? " …" : "");
  }

  function result(page, words) {
    const item = Object.assign(document.createElement("div"), { className: "result" });
    const heading = document.createElement("h2");
    heading.append(Object.assign(document.createElement("a"), { href: address(page.name), textContent: page.title }));
    item.append(heading, Object.assign(document.createElement("p"), { className: "snippet", textContent: snippet(page, words) }));
    return item;
  }

  async function search() {
    const [status, results] = found.children;
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    found.hidden = !words.length;
    content.hidden = !found.hidden;
    if (!words.length) return;
    status.textContent = form.dataset.loading;
    const typed = field.value;
    await load();
    if (typed !== field.value) return;
    const scored = texts.map((page) => [score(page, words), page]).filter(([points]) => points).sort((a, b) => b[0] - a[0]);
    status.textContent = scored.length ? form.dataset.some.replace("{0}", () => scored.length) : form.dataset.none;
    results.replaceChildren(...scored.slice(0, 50).map(([, page]) => result(page, words)));
  }

  field.addEventListener("focus", load, { once: true });
  field.addEventListener("input", search);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target === field) {
      field.value = "";
      search();
      field.blur();
    } else if (event.key === "/" && !event.target.closest("input") && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
    }
  });
})();
