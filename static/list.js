// The list: "/" goes to the search, and what was chosen to compare outlives a refresh.
"use strict";
(() => {
  const chosen = {};

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=radio]), select, textarea")) return;
    const search = document.getElementById("q");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  document.addEventListener("change", (event) => {
    const radio = event.target.closest(".pick input");
    if (radio) chosen[radio.name] = radio.value;
  });

  document.addEventListener("fresh", () => {
    for (const radio of document.querySelectorAll(".pick input"))
      if (chosen[radio.name] === radio.value) radio.checked = true;
  });
})();
