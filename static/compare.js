// Puts a drawing that can be zoomed in the place of each picture of two measured series. Without it,
// or where it cannot be loaded, the picture of the server stays.
"use strict";
(() => {
  const VENDOR = "/static/vendor/uplot/";
  const HEIGHT = 260;
  const K = 2; // the bands are 2 u wide, as on the server's picture
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const plots = new Map();
  let loading = null;
  let record = null;

  function load() {
    loading ??= new Promise((resolve, reject) => {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = `${VENDOR}uPlot.min.css`;
      // before our own, which has the last word on colours
      document.head.prepend(style);
      const script = document.createElement("script");
      script.src = `${VENDOR}uPlot.iife.min.js`;
      script.onload = () => resolve();
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  }

  function ask() {
    record ??= fetch(location.href, { headers: { Accept: "application/json" }, cache: "no-store" })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))));
    return record;
  }

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const clear = (name, share) => `color-mix(in srgb, ${colour(name)} ${share}%, transparent)`;

  // Times and, for each, value and both ends of the band; a null between two stretches is a gap.
  function table(stretches) {
    const [times, values, lows, highs] = [[], [], [], []];
    for (const run of stretches) {
      if (times.length) {
        times.push((times.at(-1) + run.times_s[0]) / 2);
        [values, lows, highs].forEach((column) => column.push(null));
      }
      run.times_s.forEach((t, n) => {
        times.push(t);
        values.push(run.values[n]);
        lows.push(run.values[n] - K * run.uncertainties[n]);
        highs.push(run.values[n] + K * run.uncertainties[n]);
      });
    }
    return [times, values, lows, highs];
  }

  const number = (value) => Number(value.toPrecision(4)).toString().replace("-", "−");

  function shown(unit, tables) {
    // a value between two samples of the other series is told by the nearest of its own
    return (plot, _raw, place, index) => {
      if (index == null) return "–";
      const [times, values, , highs] = tables[place < 4 ? 0 : 1];
      const at = plot.data[0][index];
      let best = -1;
      times.forEach((t, n) => {
        if (values[n] !== null && (best < 0 || Math.abs(t - at) < Math.abs(times[best] - at))) best = n;
      });
      if (best < 0 || Math.abs(times[best] - at) > 0.1) return "nothing seen";
      return `${number(values[best])} ± ${number((highs[best] - values[best]) / K)}${unit}`;
    };
  }

  function options(figure, series, tables) {
    const unit = series.unit === "1" ? "" : ` ${series.unit === "deg" ? "°" : series.unit}`;
    const axis = { stroke: colour("--soft"), grid: { stroke: colour("--rule"), width: 1 }, ticks: { stroke: colour("--rule") }, font: "11px system-ui, sans-serif" };
    // a band of few pixels is not rounded to whole ones: it would lie on one side of its line
    const edge = (name) => ({ label: `${name} band`, stroke: "transparent", width: 0, pxAlign: 0, points: { show: false } });
    const line = (name, paint, dash, more) => ({
      label: name, stroke: colour(paint), width: 1.8, dash, pxAlign: 0, points: { show: more }, value: shown(unit, tables),
    });
    const few = tables.map(([times]) => times.length < 3);
    return {
      width: figure.clientWidth || 600,
      height: HEIGHT,
      scales: { x: { time: false } },
      axes: [{ ...axis, label: "seconds of life", labelSize: 22, labelFont: axis.font }, { ...axis, size: 60 }],
      cursor: { drag: { x: true, y: false }, points: { size: 7 } },
      legend: { live: true },
      series: [
        { label: "at", value: (_plot, raw) => (raw == null ? "–" : `${number(raw)} s`) },
        line("A, solid", "--side-a", undefined, few[0]), edge("A"), edge("A"),
        line("B, dashed", "--side-b", [6, 4], few[1]), edge("B"), edge("B"),
      ],
      hooks: {
        // what stretch of time is to be seen, for whoever reads the page by its elements
        setScale: [(plot, name) => {
          const { min, max } = plot.scales.x;
          if (name === "x" && min != null) plot.root.parentElement.dataset.shows = `${number(min)} to ${number(max)} s`;
        }],
      },
      bands: [
        { series: [3, 2], fill: clear("--side-a", 18) },
        { series: [6, 5], fill: clear("--side-b", 18) },
      ],
    };
  }

  // The legend hides a line with its band, by mouse or by keyboard; the bands have no row of their own.
  function legend(plot) {
    plot.root.querySelectorAll(".u-legend .u-series").forEach((row, place) => {
      if ([2, 3, 5, 6].includes(place)) row.hidden = true;
      if (place !== 1 && place !== 4) return;
      const head = row.querySelector("th");
      head.tabIndex = 0;
      head.setAttribute("role", "button");
      const say = () => head.setAttribute("aria-pressed", String(plot.series[place].show));
      head.addEventListener("click", () => {
        [place + 1, place + 2].forEach((n) => plot.setSeries(n, { show: plot.series[place].show }));
        say();
      });
      head.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        head.click();
      });
      say();
    });
  }

  function tools(plot) {
    const bar = document.createElement("p");
    bar.className = "zoom-tools";
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Show all of it";
    button.addEventListener("click", () => plot.setData(plot.data, true));
    const hint = document.createElement("span");
    hint.className = "quiet";
    hint.textContent = "Drag across to look closer; a name in the legend hides its line.";
    bar.append(button, hint);
    return bar;
  }

  function draw(figure, series) {
    const place = figure.querySelector(".drawn");
    const tables = [table(series.before), table(series.after)];
    const retain = 1; // uPlot keeps a gap as a gap, and draws across what is only the other's time
    const data = uPlot.join(tables, tables.map((columns) => columns.map(() => retain)));
    const box = document.createElement("div");
    box.className = "zoomable";
    const plot = new uPlot(options(place, series, tables), data, box);
    legend(plot);
    box.append(tools(plot));
    place.replaceChildren(box);
    plots.set(figure, { plot, series });
  }

  async function enliven(figure) {
    try {
      const [found] = await Promise.all([ask(), load()]);
      const series = found.series[Number(figure.dataset.series)];
      if (series && figure.isConnected && !plots.has(figure)) draw(figure, series);
    } catch {
      // the picture of the server stays
    }
  }

  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      enliven(target);
    }
  }, { rootMargin: "200px" });

  function decorate() {
    for (const figure of plots.keys()) {
      if (!figure.isConnected) plots.delete(figure);
    }
    document.querySelectorAll("figure[data-series]").forEach((figure) => near.observe(figure));
  }

  let resized = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(resized);
    resized = requestAnimationFrame(() => {
      plots.forEach(({ plot }, figure) => plot.setSize({ width: figure.querySelector(".drawn").clientWidth, height: HEIGHT }));
    });
  });
  dark.addEventListener("change", () => plots.forEach(({ series }, figure) => draw(figure, series)));
  document.addEventListener("fresh", () => {
    record = null;
    decorate();
  });
  decorate();
})();
