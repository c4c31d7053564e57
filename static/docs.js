// Shows /openapi.json with Swagger UI; nothing is asked of anybody but us.
"use strict";
(() => {
  const place = document.getElementById("api");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
  dark.addEventListener("change", paint);
  paint();

  // A browser's forms carry the token of its session; JSON needs none (webapp/security.py).
  function sign(request) {
    if (request.method !== "POST") return request;
    if (request.body instanceof FormData) request.body.append("form_token", place.dataset.token);
    else if (request.headers["Content-Type"] === "application/x-www-form-urlencoded")
      request.body = `${request.body ?? ""}&form_token=${encodeURIComponent(place.dataset.token)}`;
    else request.headers["Content-Type"] = "application/json";
    return request;
  }

  // What Swagger UI draws, for those who hear a page and those who walk it by keyboard: landmarks
  // with names, headings in order, no link within a button, and no choice of one server.
  function heard({ React }) {
    const draw = React.createElement;
    const region = (label) => (Drawn) => (props) => draw("div", { role: "region", "aria-label": label }, draw(Drawn, props));
    return {
      wrapComponents: {
        InfoContainer: region("About this API"),
        SchemesContainer: region("Key"),
        ServersContainer: () => () => null,
        DeepLink: () => ({ text }) => draw("span", null, text),
        operations: (Drawn) => (props) => draw(React.Fragment, null, draw("h2", { className: "unseen" }, "Operations"), draw(Drawn, props)),
      },
    };
  }

  // And what it draws when an operation is opened: names for what is chosen from and for what is
  // answered, and a way to scroll by keys.
  new MutationObserver(() => {
    for (const choice of place.querySelectorAll("select:not([aria-label])"))
      choice.setAttribute("aria-label", choice.closest("[data-param-name]")?.dataset.paramName ?? "Example");
    for (const table of place.querySelectorAll("[role=region][id]:not([aria-label])")) table.setAttribute("aria-label", table.id.replaceAll("_", " "));
    for (const code of place.querySelectorAll(".microlight:not([tabindex])")) code.tabIndex = 0;
  }).observe(place, { childList: true, subtree: true });

  SwaggerUIBundle({
    url: "/openapi.json",
    domNode: place,
    deepLinking: true,
    plugins: [heard],
    syntaxHighlight: { theme: "obsidian" },
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    requestInterceptor: sign,
  });
})();
