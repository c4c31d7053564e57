// Judging a film: it may be dropped, how far it was sent is shown, its judgement takes the place of
// the form. Without this script the form is sent as any other, and the answer is the same page.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);

  function copying() {
    for (const button of document.querySelectorAll("[data-copies]")) {
      if (!navigator.clipboard) return; // not on an address without TLS, but for localhost
      button.hidden = false;
      button.onclick = async () => {
        await navigator.clipboard.writeText(byId(button.dataset.copies).textContent);
        button.textContent = "Copied";
        setTimeout(() => (button.textContent = "Copy"), 2000);
      };
    }
  }

  function saving() {
    const button = document.querySelector("[data-saves]");
    if (!button) return;
    button.hidden = false;
    button.onclick = () => {
      const text = byId(button.dataset.saves).textContent;
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.download = button.dataset.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    };
  }

  function size(bytes) {
    return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
  }

  function choosing(form) {
    const input = form.elements.clip;
    const drop = byId("drop");
    const most = Number(form.dataset.mostBytes);
    byId("dropping").hidden = false;

    input.addEventListener("change", () => {
      const film = input.files[0];
      const large = film && film.size > most;
      const words = large ? `${film.name} has ${size(film.size)}: a film is at most ${size(most)}` : "";
      input.setCustomValidity(words);
      byId("chosen").textContent = words;
    });
    drop.addEventListener("dragover", (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      drop.classList.add("over");
    });
    drop.addEventListener("dragleave", (event) => {
      if (!drop.contains(event.relatedTarget)) drop.classList.remove("over");
    });
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      if (!event.dataTransfer.files.length) return;
      const one = new DataTransfer();
      one.items.add(event.dataTransfer.files[0]);
      input.files = one.files;
      input.dispatchEvent(new Event("change"));
    });
  }

  function shown(text) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.getElementById("main");
    if (!fresh) return false;
    byId("main").replaceWith(document.adoptNode(fresh));
    document.title = page.title;
    decorate();
    document.dispatchEvent(new Event("fresh"));
    window.scrollTo(0, 0);
    (byId("verdict") ?? document.querySelector("[aria-invalid]") ?? fresh).focus();
    byId("news").textContent = document.querySelector(".outcome .mark, .alert")?.textContent.trim() ?? "";
    return true;
  }

  function sending(form) {
    const told = byId("told");
    const sent = byId("sent");

    function busy(is) {
      byId("send").disabled = is;
      byId("stop").hidden = !is;
      byId("progress").hidden = !is;
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const asked = new XMLHttpRequest();
      asked.open("POST", form.action);
      asked.setRequestHeader("Accept", "text/html");
      let tenth = -1;
      asked.upload.onprogress = ({ loaded, total, lengthComputable }) => {
        if (!lengthComputable) return;
        sent.value = loaded / total;
        const now = Math.floor((10 * loaded) / total);
        if (now !== tenth) told.textContent = `Sent ${size(loaded)} of ${size(total)}`; // not read out at every packet
        tenth = now;
      };
      asked.upload.onload = () => {
        sent.removeAttribute("value");
        told.textContent = "The film is there and is being measured …";
      };
      asked.onload = () => {
        busy(false);
        if (asked.status === 401) failed("You are signed out, and nothing was judged: reload the page to sign in.");
        else if (asked.status === 403) failed("Nothing was judged, the form is out of date: reload the page and send it again.");
        else if (!shown(asked.responseText)) failed("The answer cannot be shown: send it again.");
      };
      asked.onerror = () => failed("The connection broke off: is the film too large, or the server away? Send it again.");
      asked.onabort = () => failed("Canceled. Nothing was judged.");
      byId("stop").onclick = () => asked.abort();
      told.textContent = "Sending …";
      sent.value = 0;
      busy(true);
      byId("stop").focus();
      asked.send(new FormData(form));
    });

    function failed(words) {
      busy(false);
      byId("progress").hidden = false;
      sent.value = 0;
      told.textContent = words;
      byId("send").focus();
    }
  }

  function decorate() {
    copying();
    saving();
    const form = byId("judge");
    if (form) {
      choosing(form);
      sending(form);
    }
  }

  decorate();
})();
