// Reports that a result of a search is opened: once for each view of the results, and without a word about which one.

const results = document.querySelector("[data-typed]");
let reported = false;

function report(event) {
  // The right button opens a menu only.
  if (reported || event.button === 2 || !event.target.closest("a")) return;
  reported = true;
  const csrf = document.querySelector('meta[name="csrf-token"]').content;
  navigator.sendBeacon("/search/click", new URLSearchParams({ q: results.dataset.typed, csrf }));
}
results?.addEventListener("click", report);
results?.addEventListener("auxclick", report);
