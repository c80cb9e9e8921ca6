// Who else is editing the page. Asking tells the others that this editor is open, so it is done again and again.

const line = document.querySelector(".other-editors");
const { url } = line.dataset;
const PAUSE_MS = 10_000;
// The server forgets an editor that is silent for so long; what it has said holds as long.
const LIFETIME_MS = 30_000;
// Browsers slow down what a hidden page does after five minutes: it would come and go in the eyes of the others.
const AWAY_MS = 240_000;

let timer;
let heard = 0;
let hidden = Date.now();

const isAway = () => document.hidden && Date.now() - hidden > AWAY_MS;

function show(words) {
  if (line.textContent !== words) line.textContent = words;
}

function send(address, keepalive) {
  const token = document.querySelector('meta[name="csrf-token"]').content;
  return fetch(address, { method: "POST", headers: { "X-CSRF-Token": token }, keepalive });
}

async function ask() {
  clearTimeout(timer);
  try {
    const answer = await send(url, false);
    if (!answer.ok || answer.redirected) throw new Error(`${url} answered ${answer.status}`);
    show((await answer.json()).text);
    heard = Date.now();
  } catch {
    if (Date.now() - heard > LIFETIME_MS) show("");
  }
  next();
}

function next() {
  clearTimeout(timer);
  timer = setTimeout(() => (isAway() ? next() : ask()), PAUSE_MS);
}

function leave() {
  clearTimeout(timer);
  // Nobody will be here to hear of a failure.
  send(url.replace("?", "/leave?"), true).catch(() => {});
}

document.addEventListener("visibilitychange", () => {
  hidden = Date.now();
  if (!document.hidden) ask();
});
window.addEventListener("pagehide", leave);
// Coming back with the browser's Back button brings the page from its cache.
window.addEventListener("pageshow", (event) => event.persisted && ask());
ask();
