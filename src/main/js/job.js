// The progress of a job. A WebSocket brings it; polling fills every silence: no socket, a closed
// one, one whose clone is gone without a word.

const panel = document.querySelector("[data-job]");
const id = panel.dataset.job;
const FINAL = (panel.dataset.finalStates ?? "done failed cancelled").split(" ");
const RELOADED = `job-${id}-reloaded`;
const POLL_MS = 2_000;
const SILENCE_MS = 8_000;
const MOST_MS = 30_000;
// A clone that is replaced ends all of its sockets at once: they come back one by one.
const RECONNECT_MS = 1_000;
const ANNOUNCE_MS = 10_000;

const part = (name) => panel.querySelector(`[data-part="${name}"]`);
const write = (name, value) => part(name) && (part(name).textContent = value ?? "");
const isFinal = (state) => FINAL.includes(state.toLowerCase());
const count = new Intl.NumberFormat(document.documentElement.lang || "en");

let socket;
let timer;
let wait = POLL_MS;
let reconnect = RECONNECT_MS;
let announced = 0;
let over = false;

function show(job) {
  if (over) return;
  const badge = part("stateText");
  badge.className = `badge badge-${job.state.toLowerCase()}`;
  write("stateText", job.stateText);
  write("message", job.message);
  write("done", count.format(job.done));
  write("total", job.total ? count.format(job.total) : "…");
  write("problems", count.format(job.problems));
  write("itemsPerSecond", count.format(Math.round(job.itemsPerSecond ?? 0)));
  showBar(part("bar"), job.done, job.total);
  showShares(job.steps ?? []);
  announce(job);
  if (isFinal(job.state)) finish();
  else sessionStorage.removeItem(RELOADED);
}

function showBar(bar, done, total) {
  // Without a value the bar says "working", which is right until the total is known.
  if (!total) return bar.removeAttribute("value");
  bar.max = total;
  bar.value = done;
}

function showShares(steps) {
  const list = part("steps");
  if (!list) return;
  const all = steps.reduce((sum, step) => sum + step.done, 0);
  list.replaceChildren(...steps.map((step) => share(step, all)));
}

function share({ worker, done }, all) {
  const row = document.createElement("li");
  const name = document.createElement("span");
  const bar = document.createElement("progress");
  const number = document.createElement("span");
  name.textContent = worker;
  bar.className = "bar";
  bar.max = all || 1;
  bar.value = done;
  bar.setAttribute("aria-label", worker);
  number.className = "num";
  number.textContent = count.format(done);
  row.append(name, bar, number);
  return row;
}

// Screen readers hear of it now and then, not at every step.
function announce(job) {
  const now = Date.now();
  if (now - announced < ANNOUNCE_MS && !isFinal(job.state)) return;
  announced = now;
  write("live", job.total ? `${job.stateText}: ${job.done} / ${job.total}` : job.stateText);
}

// The server shows the report better than a script could: load the page again, but only once, should
// what it reads be a moment behind.
function finish() {
  over = true;
  clearTimeout(timer);
  socket?.close();
  if (sessionStorage.getItem(RELOADED)) return;
  sessionStorage.setItem(RELOADED, "1");
  location.reload();
}

function pollIn(ms) {
  clearTimeout(timer);
  if (!over) timer = setTimeout(poll, ms);
}

async function poll() {
  try {
    const answer = await fetch(`/jobs/${id}/status`, { headers: { Accept: "application/json" }, cache: "no-store" });
    if (!answer.ok) throw new Error(`Status answered ${answer.status}`);
    show(await answer.json());
    wait = POLL_MS;
  } catch {
    wait = Math.min(wait * 1.6, MOST_MS);
  }
  pollIn(socket?.readyState === WebSocket.OPEN ? Math.max(wait, SILENCE_MS) : wait);
}

function connect() {
  if (over) return;
  socket = new WebSocket(`${location.origin.replace("http", "ws")}/live/jobs/${id}`);
  socket.addEventListener("message", (event) => {
    pollIn(SILENCE_MS);
    reconnect = RECONNECT_MS;
    show(JSON.parse(event.data));
  });
  socket.addEventListener("close", () => {
    if (over) return;
    pollIn(POLL_MS);
    setTimeout(connect, reconnect * (1 + Math.random()));
    reconnect = Math.min(reconnect * 2, MOST_MS);
  });
}

if (!isFinal(panel.dataset.state)) {
  pollIn(POLL_MS);
  connect();
}
