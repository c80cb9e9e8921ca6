// Suggests pages in a field that names one. The field gets the page's path; without this one types or pastes it.

const { combobox, option, pages } = await import(`./combobox.js${new URL(import.meta.url).search}`);

for (const place of document.querySelectorAll(".pick")) {
  const field = place.querySelector("input");
  combobox(field, place.dataset, async (typed, signal) => {
    const found = typed ? await pages(place.dataset.url, typed, signal) : [];
    return [found.map((page) => row(field, page)), found.length];
  });
}

function row(field, page) {
  const choice = Object.assign(option("button", page.title, page.path), { type: "button" });
  choice.addEventListener("click", () => (field.value = page.path));
  return choice;
}
