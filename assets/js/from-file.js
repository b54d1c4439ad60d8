// Browsers run no modules from file: (HTML, "fetch a module script"): a copy of the site on a disk is
// read as without script, and nothing keeps room for controls that cannot come.

if (location.protocol === "file:" && document.currentScript instanceof HTMLScriptElement) {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("../css/unscripted.css", document.currentScript.src).href;
  document.head.append(sheet);
}
