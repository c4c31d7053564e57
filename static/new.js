// Reads the goal while it is typed: sends the form's fields to /preview and puts what comes back
// beside it. Without this script the button "Preview" does the same.
"use strict";
(() => {
  const form = document.getElementById("ask");
  const place = document.getElementById("preview");
  if (!form || !place) return;
  const part = place.closest(".preview-part");
  const waiting = document.getElementById("reading");
  const news = document.getElementById("news");
  const PAUSE_MS = 250, PATIENCE_MS = 15000, LONGEST = 2000;
  const NUMBERS = ["budget_usd", "seed"];
  let timer = 0, asking = null, last = "";

  document.getElementById("preview-now").hidden = true;
  document.getElementById("keys").hidden = false;

  // JSON keeps types: what is a number is sent as one, what is none as it was typed
  function fields() {
    const given = {};
    for (const [name, value] of new FormData(form)) {
      if (name === "form_token" || typeof value !== "string" || !value.trim()) continue;
      if (NUMBERS.includes(name) && Number.isFinite(Number(value))) given[name] = Number(value);
      else if (value === "true" || value === "false") given[name] = name === "requires_visual_verification" ? value === "true" : value;
      else given[name] = value;
    }
    return JSON.stringify(given);
  }

  function soon(pause = PAUSE_MS) {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  }

  function loading(on) {
    waiting.hidden = !on;
    part.classList.toggle("stale", on);
    part.setAttribute("aria-busy", String(on));
  }

  // What was typed goes along in the address, as far as one may be long.
  function signIn() {
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (name !== "form_token" && typeof value === "string" && value.trim()) typed.append(name, value);
    }
    const there = `/new?${typed}`;
    const link = document.createElement("a");
    link.href = `/login?${new URLSearchParams({ next: there.length <= LONGEST ? there : "/new" })}`;
    link.textContent = there.length <= LONGEST ? "Sign in and go on" : "Copy what you typed, then sign in";
    return link;
  }

  function trouble(words, link) {
    let line = part.querySelector(".trouble");
    if (!words) return line?.remove();
    if (!line) {
      line = document.createElement("p");
      line.className = "trouble fault";
      place.before(line);
    }
    line.textContent = words;
    news.textContent = words;
    if (link) line.append(" ", link);
  }

  function show(text) {
    const fresh = new DOMParser().parseFromString(text, "text/html").querySelector(".preview");
    if (!fresh) return;
    const open = [...place.querySelectorAll("details[id]")].map((d) => [d.id, d.open]);
    place.replaceChildren(document.adoptNode(fresh));
    for (const [id, was] of open) document.getElementById(id)?.toggleAttribute("open", was);
    decorate();
    const said = fresh.dataset.summary;
    if (news.textContent !== said) news.textContent = said;
  }

  async function look() {
    const body = fields();
    if (body === last) return;
    asking?.abort();
    const mine = (asking = new AbortController());
    const late = setTimeout(() => mine.abort("late"), PATIENCE_MS);
    loading(true);
    try {
      const answer = await fetch("/preview", {
        method: "POST", body, signal: mine.signal,
        headers: { Accept: "text/html", "Content-Type": "application/json" },
      });
      if (answer.status === 503) {
        trouble("Too many goals are being read at once: trying again.");
        soon(1000 * Number(answer.headers.get("Retry-After") || 1) + 500 * Math.random());
      } else if (answer.ok || answer.status === 422 || answer.status === 404) {
        const text = await answer.text();
        last = body;
        trouble("");
        show(text);
      } else if (answer.status === 401) {
        trouble("You are signed out.", signIn());
      } else {
        trouble(`The preview cannot be had (${answer.status}): what you typed is kept, and can be sent.`);
      }
    } catch (error) {
      if (mine !== asking) return; // a later question took its place
      trouble("The server does not answer: what you typed is kept; the preview comes back with it.");
      soon(1000);
    } finally {
      clearTimeout(late);
      if (mine === asking) loading(false);
    }
  }

  function write(text) {
    const goal = document.getElementById("goal");
    goal.value = text;
    goal.focus();
    soon(0);
  }

  function decorate() {
    if (!navigator.clipboard) return;
    for (const block of place.querySelectorAll(".copies pre")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", `Copy ${block.getAttribute("aria-label")}`);
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(block.querySelector("code").textContent);
        button.textContent = "Copied";
      });
      block.before(button);
    }
  }

  form.addEventListener("input", () => soon());
  form.addEventListener("change", () => soon(0));
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=reword]");
    const example = event.target.closest("a[data-goal]");
    if (button) write(button.value);
    else if (example && !(event.ctrlKey || event.metaKey || event.shiftKey)) write(example.dataset.goal);
    else return;
    event.preventDefault();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.requestSubmit(document.getElementById("simulate"));
  });
  // what was typed before this ran, or kept by the browser, is not what the server has read
  const goal = document.getElementById("goal");
  const early = goal.value !== goal.defaultValue;
  last = early || document.querySelector(".preview").dataset.state === "busy" ? "" : fields();
  if (early) soon(0);
  decorate();
})();
