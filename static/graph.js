// Draws parts of a world's graph from the list that says the same (templates/graph.html): places lie
// where the server put them. The library is loaded when the first of them comes into view.
"use strict";
(() => {
  const drawn = new Map(); // root element -> cytoscape
  const selected = new Map(); // id of the graph -> id of what is selected: a fresh page keeps it
  let library = null;

  function load(address) {
    library ??= new Promise((ready, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => ready(window.cytoscape);
      script.onerror = () => { library = null; failed(new Error(address)); };
      document.head.append(script);
    });
    return library;
  }

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function style() {
    const [ink, soft, paper, rule] = ["--ink", "--soft", "--raised", "--rule"].map(colour);
    const tones = { good: colour("--good"), bad: colour("--bad"), open: colour("--open"), quiet: soft };
    return [
      { selector: "node", style: { width: 16, height: 16, "background-color": paper, "border-width": 2, "border-color": ink,
        label: "data(label)", color: ink, "font-size": 11, "font-family": "system-ui, sans-serif", "text-valign": "bottom", "text-margin-y": 5 } },
      { selector: "node.start", style: { shape: "round-rectangle", "background-color": ink } },
      { selector: "node.earlier", style: { "border-style": "dashed", color: soft } },
      { selector: "node.nowhere", style: { shape: "diamond", width: 10, height: 10, "border-color": soft, color: soft } },
      { selector: "edge", style: { width: 2, "curve-style": "straight", "target-arrow-shape": "triangle", "arrow-scale": 0.9, "line-color": soft,
        "target-arrow-color": soft, label: "data(label)", "font-size": 10, color: soft, "text-background-color": paper, "text-background-opacity": 1, "text-background-padding": 2 } },
      ...Object.entries(tones).map(([tone, value]) => ({ selector: `edge.${tone}`, style: { "line-color": value, "target-arrow-color": value } })),
      { selector: "edge.bad", style: { "line-style": "dashed" } },
      { selector: ".aside", style: { opacity: 0.6 } },
      { selector: "node.chosen", style: { "border-width": 4, "border-color": colour("--live") } },
      { selector: "edge.chosen", style: { width: 4 } },
      { selector: ".dim", style: { opacity: 0.2 } },
      { selector: "node.way", style: { "background-color": colour("--live"), "border-color": colour("--live") } },
      { selector: "edge.way", style: { width: 4, "line-color": colour("--live"), "target-arrow-color": colour("--live") } },
      { selector: "core", style: { "active-bg-opacity": 0 } },
    ];
  }

  const name = (item) => item.dataset.place ?? item.dataset.step;
  const entry = (root, id) => root.querySelector(`[data-place="${CSS.escape(id)}"], [data-step="${CSS.escape(id)}"]`);

  function elements(root) {
    const classes = (item) => item.className;
    return [
      ...[...root.querySelectorAll("[data-place]")].map((item) => ({
        data: { id: item.dataset.place, label: item.dataset.label }, classes: classes(item),
        position: { x: Number(item.dataset.x), y: Number(item.dataset.y) },
      })),
      ...[...root.querySelectorAll("[data-step]")].map((item) => ({
        data: { id: item.dataset.step, source: item.dataset.from, target: item.dataset.to, label: item.dataset.label },
        classes: classes(item),
      })),
    ];
  }

  const READABLE = 0.75; // below this zoom a label is smaller than 8 px

  function fit(graph) {
    graph.fit(undefined, 30);
    if (graph.zoom() > 1.4) { graph.zoom(1.4); graph.center(); }
  }

  // At first all of it where that can be read; else, at a size at which it can, what is selected or
  // its newest end.
  function begin(root, graph) {
    fit(graph);
    if (graph.zoom() >= READABLE) return;
    graph.zoom(READABLE);
    show(graph, graph.getElementById(selected.get(root.id) ?? root.dataset.newest));
    say(root, `This is a part of it: ${graph.userPanningEnabled() ? "drag the picture, " : ""}choose in the list, or see all of it.`);
  }

  // How far to go so that what lies between two edges fills a window of so many pixels.
  function settle(from, to, size, margin) {
    if (to - from <= size - 2 * margin) return (size - from - to) / 2;
    return from > margin ? margin - from : Math.max(0, size - margin - to);
  }

  // In the middle, but for an end of the picture, beyond which there is nothing to see.
  function show(graph, element) {
    graph.center(element);
    const all = graph.elements().renderedBoundingBox();
    graph.panBy({ x: settle(all.x1, all.x2, graph.width(), 24), y: settle(all.y1, all.y2, graph.height(), 12) });
  }

  function reveal(graph, element) {
    const box = element.renderedBoundingBox();
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > graph.width() || box.y2 > graph.height()) show(graph, element);
  }

  async function draw(root) {
    const canvas = root.querySelector(".graph-canvas");
    try {
      const cytoscape = await load(root.dataset.graph);
      if (!root.isConnected || drawn.has(root)) return;
      const graph = cytoscape({
        container: canvas, elements: elements(root), style: style(), layout: { name: "preset" }, minZoom: 0.1, maxZoom: 3,
        // a wheel or a finger over the picture goes on scrolling the page
        userZoomingEnabled: false, userPanningEnabled: matchMedia("(pointer: fine)").matches,
        autoungrabify: true, boxSelectionEnabled: false, autounselectify: true,
      });
      drawn.set(root, graph);
      begin(root, graph);
      graph.on("viewport", () => note(root, graph));
      let width = graph.width();
      graph.on("resize", () => { if (graph.width() !== width) { width = graph.width(); begin(root, graph); } });
      note(root, graph);
      graph.on("tap", "node, edge", (event) => choose(root, event.target.id(), true));
      graph.on("tap", (event) => { if (event.target === graph) clear(root); });
      canvas.dataset.drawn = String(graph.elements().length);
      if (selected.has(root.id)) choose(root, selected.get(root.id), false);
    } catch {
      say(root, "The picture could not be loaded; the list says the same.");
    }
  }

  // What a test wants to know of a picture, and what an author looks at in the inspector.
  function note(root, graph) {
    const { dataset } = root.querySelector(".graph-canvas");
    const newest = graph.getElementById(root.dataset.newest);
    const box = newest.renderedBoundingBox();
    dataset.zoom = String(Math.round(graph.zoom() * 100) / 100);
    dataset.newestInSight = box.x1 >= 0 && box.x2 <= graph.width() ? newest.id() : "";
  }

  const say = (root, words) => { root.querySelector(".graph-said").textContent = words; };

  function choose(root, id, show) {
    const item = entry(root, id);
    if (!item) return;
    selected.set(root.id, id);
    root.querySelectorAll("[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
    item.setAttribute("aria-current", "true");
    const details = item.querySelector("details");
    if (show) {
      root.querySelectorAll(".graph-list details[open]").forEach((other) => { if (other !== details) other.open = false; });
      if (details) details.open = true;
      const list = root.querySelector(".graph-list");
      if (list.scrollHeight > list.clientHeight) list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top;
    }
    const graph = drawn.get(root);
    graph?.elements().removeClass("chosen");
    const element = graph?.getElementById(id).addClass("chosen");
    if (element?.nonempty()) reveal(graph, element);
  }

  function clear(root) {
    drawn.get(root)?.elements().removeClass("way dim chosen");
    root.querySelectorAll(".way, [aria-current]").forEach((item) => { item.classList.remove("way"); item.removeAttribute("aria-current"); });
    selected.delete(root.id);
    say(root, "");
  }

  async function way(root, link) {
    choose(root, link.dataset.way, false);
    say(root, "Looking for what led to it …");
    try {
      const address = new URL(link.href);
      address.searchParams.set("limit", "500");
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = await answer.json();
      const names = new Set([...found.nodes.map((n) => n.node_id), ...found.transitions.map((t) => t.transition_id)]);
      const fact = link.closest("li").querySelector("strong").textContent;
      root.querySelectorAll("[data-place], [data-step]").forEach((item) => item.classList.toggle("way", names.has(name(item))));
      const graph = drawn.get(root);
      graph?.batch(() => graph.elements().forEach((e) => {
        e.toggleClass("way", names.has(e.id())); e.toggleClass("dim", !names.has(e.id()));
      }));
      const count = found.transitions.length;
      say(root, `${fact}: ${count} transition${count === 1 ? "" : "s"} led to it${found.next ? ", and more before them" : ""}.`);
    } catch {
      say(root, "What led to it could not be asked: the server did not answer. Try again.");
    }
  }

  const seen = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) { seen.unobserve(target); draw(target); }
  }, { rootMargin: "200px" });

  function decorate() {
    for (const [root, graph] of drawn) if (!root.isConnected) { graph.destroy(); drawn.delete(root); }
    for (const root of document.querySelectorAll("[data-graph]")) {
      if (drawn.has(root)) continue;
      if (selected.has(root.id)) choose(root, selected.get(root.id), false);
      seen.observe(root);
    }
  }

  document.addEventListener("click", (event) => {
    const root = event.target.closest?.("[data-graph]");
    if (!root) return;
    const link = event.target.closest("[data-way]");
    const tool = event.target.closest("[data-graph-do]")?.dataset.graphDo;
    const summary = event.target.closest("summary");
    const graph = drawn.get(root);
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); way(root, link); }
    else if (tool === "fit" && graph) { clear(root); fit(graph); }
    else if (tool && graph) graph.zoom({ level: graph.zoom() * (tool === "in" ? 1.3 : 1 / 1.3), renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
    else if (summary) choose(root, name(summary.closest("[data-place], [data-step]")), false);
  });
  document.addEventListener("keydown", (event) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const list = event.target.closest?.(".graph-list");
    if (!way || !list || event.target.tagName !== "SUMMARY") return;
    const all = [...list.querySelectorAll("summary")];
    const next = all[all.indexOf(event.target) + way];
    if (!next) return;
    event.preventDefault();
    next.focus();
    choose(list.closest("[data-graph]"), name(next.closest("[data-place], [data-step]")), false);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn.forEach((graph) => graph.style(style())));
  document.addEventListener("fresh", decorate);
  decorate();
})();
