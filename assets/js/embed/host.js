// What the frame tells the page around it: how high the list is, so that nothing has to scroll.
//
// That page may be anybody's, so that the messages go to any origin; they hold nothing else.

/**
 * The height in three forms: our own (docs/embedding.md), that of AMP, and, where a frame made by
 * WordPress was given a secret, that of WordPress.
 * @param {number} height pixels
 * @param {string} secret
 */
function messages(height, secret) {
  return [
    { type: "backchannel:height", height },
    { sentinel: "amp", type: "embed-size", height },
    ...(secret ? [{ message: "height", value: height, secret }] : []),
  ];
}

/**
 * Tells the height now and whenever it changes.
 * @param {string} hash the fragment of the frame's address
 */
export function announce(hash) {
  if (parent === window) return;
  const secret = new URLSearchParams(hash.split("#?")[1]).get("secret") ?? "";
  const page = document.documentElement;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    for (const message of messages(height, secret)) parent.postMessage(message, "*");
  }).observe(page);
  if (secret) leaveLinks(secret);
}

/**
 * WordPress lets its frames open nothing, and follows their links itself when it is told.
 * @param {string} secret
 */
function leaveLinks(secret) {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link || link.target === "_self") return;
    event.preventDefault();
    parent.postMessage({ message: "link", value: link.href, secret }, "*");
  });
}
