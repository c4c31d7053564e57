// Keeps a page fresh while something runs: asks for the page again with its ETag and puts the
// new main region in place. Without this script the page reloads itself (see <noscript>).
"use strict";
(() => {
  let etag = null;
  let asked = 0;

  const region = () => document.getElementById("main");
  const headline = (root) => root.querySelector("[data-news]")?.dataset.news ?? "";

  function replace(fresh) {
    const old = region();
    const open = [...old.querySelectorAll("details[open][id]")].map((d) => d.id);
    const before = headline(old);
    const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
    old.replaceWith(fresh);
    open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    if (focused) document.getElementById(focused)?.focus();
    if (headline(fresh) !== before) document.getElementById("news").textContent = headline(fresh);
  }

  async function look() {
    const every = Number(region().dataset.live);
    if (!every) return;
    if (!document.hidden && !region().contains(document.activeElement?.closest("input, select, textarea"))) {
      try {
        const headers = etag ? { "If-None-Match": etag, Accept: "text/html" } : { Accept: "text/html" };
        const answer = await fetch(location.href, { headers, cache: "no-store" });
        if (answer.status === 200) {
          etag = answer.headers.get("ETag");
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const fresh = page.getElementById("main");
          if (fresh) replace(document.adoptNode(fresh));
        }
      } catch {
        // the server is away for a moment: ask again later
      }
    }
    asked += 1;
    setTimeout(look, asked < 60 ? every : 5000);
  }

  if (region()?.dataset.live) setTimeout(look, Number(region().dataset.live));
})();
