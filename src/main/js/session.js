// Saving in a session that has ended: whoever writes signs in here, over the text, and the same text is saved. Forms get
// the token of the session that there is now, which may be another one than when the page was opened.

const form = document.querySelector("form.editor");
const dialog = document.querySelector("dialog.sign-in-again");
const credentials = dialog.querySelector("form");
const problem = dialog.querySelector("[data-part=refused]");
const said = form.querySelector(".draft-status [data-part=problem]");
const signIn = credentials.querySelector("[type=submit]");

let button;
let looking = false;
let passing = false;

// Before any other listener: to them, the form is sent when it really is.
form.addEventListener("submit", beforeSaving, { capture: true });
credentials.addEventListener("submit", signInHere);
dialog.querySelector("[data-part=cancel]").addEventListener("click", () => dialog.close());

function beforeSaving(event) {
  if (passing) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (looking) return;
  button = event.submitter;
  look();
}

async function look() {
  looking = true;
  try {
    const session = await sessionIn(await fetch("/session", { headers: { Accept: "application/json" }, cache: "no-store" }));
    if (session) goOn(session);
    else ask();
  } catch {
    // Whether there is a session is not known: saving will tell.
    send();
  }
  looking = false;
}

// An ended session answers with the login page, or 401.
async function sessionIn(answer) {
  if (answer.status === 401) return undefined;
  if (answer.redirected && new URL(answer.url).pathname === "/login") return undefined;
  if (!isSession(answer)) throw new Error(`/session answered ${answer.status}`);
  return answer.json();
}

const isSession = (answer) => answer.ok && (answer.headers.get("Content-Type") ?? "").startsWith("application/json");

function goOn(session) {
  for (const field of document.querySelectorAll("input[name=csrf]")) field.value = session.csrf;
  document.querySelector('meta[name="csrf-token"]').content = session.csrf;
  if (session.name === dialog.dataset.name) return send();
  // The text is another person's, who may not want to save it under this name.
  dialog.dataset.name = session.name;
  said.textContent = dialog.dataset.other.replace("{0}", session.displayName);
}

function send() {
  passing = true;
  form.requestSubmit(button);
  passing = false;
}

function ask() {
  problem.textContent = "";
  credentials.elements.again.value = "";
  dialog.showModal();
}

async function signInHere(event) {
  event.preventDefault();
  signIn.disabled = true;
  try {
    const answer = await sendCredentials();
    if (isSession(answer)) {
      const session = await answer.json();
      dialog.close();
      goOn(session);
    } else {
      problem.textContent = words(await answer.text());
    }
  } catch {
    problem.textContent = dialog.dataset.failed;
  }
  signIn.disabled = false;
}

async function sendCredentials() {
  const page = parse(await (await fetch("/login", { cache: "no-store" })).text());
  const fields = new URLSearchParams(new FormData(page.querySelector("form#signin")));
  fields.set("name", credentials.elements.who.value);
  fields.set("password", credentials.elements.again.value);
  fields.set("go", "go");
  return fetch("/login?to=/session", { method: "POST", body: fields });
}

const parse = (html) => new DOMParser().parseFromString(html, "text/html");
const words = (html) => parse(html).querySelector(".notice-error, .field-error")?.textContent.trim() || dialog.dataset.failed;
