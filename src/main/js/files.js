// Files that are too large are refused before any of them is sent.

function problem({ files, dataset }) {
  const large = [...files].find(({ size }) => size > Number(dataset.max));
  if (large) return dataset.large.replace("{0}", () => large.name);
  const together = [...files].reduce((sum, { size }) => sum + size, 0);
  return together > Number(dataset.most) ? dataset.many : "";
}

document.querySelectorAll("input[type=file][data-max]").forEach((input) => {
  input.addEventListener("change", () => {
    input.setCustomValidity(problem(input));
    input.reportValidity();
  });
});
