// Keeps a page fresh. Whatever happens to what it shows is told by server-sent events: it then asks
// for the page again with its ETag, puts the new main region in place and says "fresh" to the
// document. All tabs of a browser share one stream, that of whichever visible tab holds a lock; a
// hidden tab listens to nothing. Where there is no stream it asks every few seconds.
//
//   <main data-events="/events?episode_id=ep_..."   what to listen to; no episode: to all
//         data-live="5000">                         how often to ask while nothing is told, in ms
//
// Without this script a page reloads itself (see <noscript>).
"use strict";
(() => {
  const SOON = 300; // between two refreshes, and ten times as long as one takes
  const SAFETY = 30000; // how often it looks although it is told what happens
  const AWAY = 10000; // how long the server may be away before that is said
  const LISTEN_AGAIN = 60000; // after it was refused: others listen
  const NAME = "storyworld-events";
  const TYPED = "textarea, select, input:not([type=radio], [type=checkbox], [type=hidden])";
  const STAGE = /, (plan|render|observe|evaluate|commit)$/;

  const region = () => document.getElementById("main");
  const wanted = () => (region().dataset.events ? new URL(region().dataset.events, location) : null);
  const every = () => Number(region().dataset.live) || (wanted() ? 5000 : 0);
  let over = false; // nothing more will be asked

  // ---- what outlives a refresh ------------------------------------------------------------------

  const sentOpen = new WeakMap(); // details: whether the server sent them open
  const touched = new WeakSet(); // fields that somebody typed into
  let shown = region()?.outerHTML;

  // Give the elements of a page by what they are known by in the page before and the page after.
  function named(root, selector) {
    const times = new Map();
    const found = new Map();
    for (const e of root.querySelectorAll(selector)) {
      const attribute = ["aria-label", "href", "name"].map((a) => e.getAttribute(a)).find(Boolean);
      const words = e.matches("details, summary") ? (e.querySelector("summary") ?? e).textContent : "";
      const name = e.id ? `#${e.id}` : [e.tagName, attribute ?? words, e.getAttribute("value")].join(" ");
      times.set(name, (times.get(name) ?? 0) + 1);
      found.set(`${name} ${times.get(name)}`, e);
    }
    return found;
  }

  function each(old, fresh, selector, carry) {
    const after = named(fresh, selector);
    for (const [name, e] of named(old, selector)) if (after.has(name)) carry(e, after.get(name));
  }

  // The way to a node from the nearest element with an id.
  function wayTo(node) {
    const steps = [];
    for (; !node.id; node = node.parentNode) steps.unshift([...node.parentNode.childNodes].indexOf(node));
    return { id: node.id, steps };
  }

  const at = ({ id, steps }) =>
    steps.reduce((node, step) => node?.childNodes[step], document.getElementById(id));

  function selectionIn(old) {
    const s = getSelection();
    if (s.isCollapsed || !old.contains(s.anchorNode) || !old.contains(s.focusNode)) return () => {};
    const text = s.toString();
    const ends = [wayTo(s.anchorNode), s.anchorOffset, wayTo(s.focusNode), s.focusOffset];
    return () => {
      try {
        s.setBaseAndExtent(at(ends[0]), ends[1], at(ends[2]), ends[3]);
      } catch {
        return; // what was selected is not there any more
      }
      if (s.toString() !== text) s.removeAllRanges();
    };
  }

  const note = (root) => root.querySelectorAll("details").forEach((d) => sentOpen.set(d, d.open));
  const outcome = (root) => (root.querySelector("[data-news]")?.dataset.news ?? "").replace(STAGE, "");

  function replace(fresh) {
    const old = region();
    const focusable = "a, button, input, select, textarea, summary, [tabindex]";
    const focused = [...named(old, focusable)].find(([, e]) => e === document.activeElement)?.[0];
    const selectAgain = selectionIn(old);
    const top = scrollY;
    const before = outcome(old);
    note(fresh);
    each(old, fresh, "details", (was, is) => {
      if (was.open !== sentOpen.get(was)) is.open = was.open;
    });
    each(old, fresh, "[type=radio], [type=checkbox]", (was, is) => {
      if (was.checked !== was.defaultChecked) is.checked = was.checked;
    });
    const scrolled = [];
    each(old, fresh, ".scroll, [tabindex]", (was, is) => {
      if (was.scrollLeft || was.scrollTop) scrolled.push([is, was.scrollLeft, was.scrollTop]);
    });
    old.replaceWith(fresh);
    for (const [e, x, y] of scrolled) [e.scrollLeft, e.scrollTop] = [x, y];
    if (focused) named(fresh, focusable).get(focused)?.focus({ preventScroll: true });
    else if (old === document.activeElement) fresh.focus({ preventScroll: true });
    selectAgain();
    if (scrollY !== top) scrollTo({ top, behavior: "instant" });
    if (outcome(fresh) !== before) document.getElementById("news").textContent = outcome(fresh);
    document.dispatchEvent(new Event("fresh"));
  }

  // A field that is being filled in is not taken away, nor a film that is being watched.
  function busy() {
    const main = region();
    const differs = (e) => ("defaultValue" in e ? e.value !== e.defaultValue : [...e.options].some((o) => o.selected !== o.defaultSelected));
    return (
      (document.activeElement?.matches(TYPED) && main.contains(document.activeElement)) ||
      [...main.querySelectorAll(TYPED)].some((e) => touched.has(e) && differs(e)) ||
      [...main.querySelectorAll("video")].some((v) => !v.paused && !v.ended)
    );
  }

  // ---- asking for the page again ----------------------------------------------------------------

  let etag = null;
  let asking = false;
  let stale = false; // something happened that is not shown yet
  let soonest = 0;
  let next = 0;
  let asked = 0;

  function refresh() {
    stale = true;
    if (over || asking || document.hidden) return;
    if (busy()) return later();
    clearTimeout(next);
    next = setTimeout(ask, Math.max(0, soonest - performance.now()));
  }

  async function ask() {
    if (over || asking || document.hidden) return;
    if (busy()) return later();
    const began = performance.now();
    asking = true;
    stale = false;
    asked += 1;
    try {
      const headers = { Accept: "text/html", ...(etag ? { "If-None-Match": etag } : {}) };
      const answer = await fetch(location.href, { headers, cache: "no-store" });
      if (answer.redirected || answer.status === 401) end("you are signed out.", { words: "Sign in", address: signIn() });
      else if ([403, 404, 410].includes(answer.status)) end("what this page showed is not there any more");
      else if (answer.status === 200) await put(answer);
      else if (answer.status !== 304) throw new Error(`the server answers with ${answer.status}`);
      if (!over) back();
    } catch (error) {
      away(error instanceof TypeError ? "the server does not answer" : error.message);
    }
    asking = false;
    soonest = performance.now() + Math.max(SOON, 10 * (performance.now() - began));
    if (stale) refresh();
    else later();
  }

  async function put(answer) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("main");
    if (!fresh) return;
    if (busy()) {
      stale = true; // somebody began to type while it was on its way
      return;
    }
    etag = answer.headers.get("ETag");
    if (fresh.outerHTML === shown) return;
    shown = fresh.outerHTML;
    document.title = page.title;
    replace(document.adoptNode(fresh));
    if (!wanted()) leave();
    if (!every()) over = true;
  }

  // Look again without having been told: seldom where we are told, else every few seconds.
  function later() {
    clearTimeout(next);
    if (over || document.hidden) return;
    const pause = live ? SAFETY : asked < 60 || wanted() ? every() : Math.max(5000, every());
    next = setTimeout(refresh, pause);
  }

  // ---- saying that the server is away -----------------------------------------------------------

  let saying = 0;

  const signIn = () => `/login?${new URLSearchParams({ next: location.pathname + location.search })}`;

  function banner(words, link) {
    let place = document.getElementById("away");
    if (!place) {
      place = document.createElement("p");
      place.id = "away";
      place.setAttribute("role", "status");
      region().before(place);
    }
    place.hidden = !words;
    place.textContent = words && `not live: ${words}`;
    if (!link) return;
    const way = document.createElement("a");
    way.href = link.address;
    way.textContent = link.words;
    place.append(" ", way);
  }

  function away(why) {
    saying ||= setTimeout(() => banner(`${why}, trying again`), AWAY);
  }

  function back() {
    clearTimeout(saying);
    saying = 0;
    if (document.getElementById("away")) banner("");
  }

  function end(why, link) {
    over = true;
    leave();
    back();
    banner(why, link);
  }

  // ---- listening --------------------------------------------------------------------------------

  const channel = "BroadcastChannel" in window && navigator.locks ? new BroadcastChannel(NAME) : null;
  let source = null; // our own stream, which other tabs may share
  let live = false; // we are told what happens, by our own stream or another tab's
  let last = null; // the number of the last event we were told of
  let joined = null;
  let release = null;
  let again = 0;

  function hear({ position, episode }) {
    last = position;
    const ours = wanted()?.searchParams.get("episode_id");
    if (!ours || ours === episode) refresh();
  }

  function tell(isLive) {
    if (isLive === live) return;
    live = isLive;
    refresh(); // of what happened while we were told nothing
  }

  function open() {
    // shared, it has to tell what any tab wants to know
    const address = new URL(channel ? wanted().pathname : wanted().href, location);
    if (last !== null) address.searchParams.set("after", last);
    source = new EventSource(address);
    source.onopen = () => share({ live: true });
    source.onmessage = (message) => {
      share({ position: message.lastEventId, episode: JSON.parse(message.data).episode_id });
    };
    source.onerror = () => {
      share({ live: false });
      if (source?.readyState !== EventSource.CLOSED) return; // it tries again by itself
      source = null;
      again = setTimeout(open, LISTEN_AGAIN);
    };
  }

  function share(news) {
    channel?.postMessage(news);
    take(news);
  }

  function take(news) {
    if (!joined) return;
    if ("live" in news) tell(news.live);
    else if ("position" in news) hear(news);
    else if (source) share({ live: source.readyState === EventSource.OPEN });
  }

  function join() {
    if (joined || over || document.hidden || !wanted() || !("EventSource" in window)) return;
    joined = new AbortController();
    if (!channel) return open();
    channel.postMessage({ who: "tells?" });
    const held = (resolve) => {
      release = resolve;
      open();
    };
    const mine = joined.signal;
    navigator.locks
      .request(NAME, { signal: mine }, () => (mine.aborted ? null : new Promise(held)))
      .catch(() => {}); // we left while we waited
  }

  function leave() {
    joined?.abort();
    joined = null;
    clearTimeout(again);
    source?.close();
    if (source) channel?.postMessage({ live: false }); // until the next one has opened theirs
    source = null;
    live = false;
    release?.();
    release = null;
  }

  if (channel) channel.onmessage = (message) => take(message.data);

  // ---- when it begins, sleeps and wakes ---------------------------------------------------------

  function wake() {
    if (over) return;
    join();
    refresh();
  }

  function sleep() {
    leave();
    last = null; // the whole page is asked for again, so that what was missed need not be told
    clearTimeout(next);
  }

  if (!region() || !every()) return;
  note(region());
  document.addEventListener("visibilitychange", () => (document.hidden ? sleep() : wake()));
  addEventListener("pagehide", sleep);
  addEventListener("pageshow", (event) => event.persisted && wake());
  document.addEventListener("input", (event) => touched.add(event.target));
  document.addEventListener("focusout", () => setTimeout(() => stale && refresh()));
  document.addEventListener("reset", () => setTimeout(() => stale && refresh()));
  document.addEventListener("pause", () => stale && refresh(), true);
  join();
  later();
})();
