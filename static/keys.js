// Puts a button beside a key that was just made; without it, the key is selected by hand.
"use strict";
(() => {
  const field = document.getElementById("made-key");
  if (!field) return;
  field.focus();
  field.select();
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Copied";
    } catch {
      document.execCommand("copy"); // no clipboard without https
      button.textContent = "Copied";
    }
    document.getElementById("news").textContent = "The key was copied";
  });
  field.after(button);
})();
