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

  SwaggerUIBundle({
    url: "/openapi.json",
    domNode: place,
    deepLinking: true,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    validatorUrl: null,
    requestInterceptor: sign,
  });
})();
