// Reads rich text (escaped characters, <b> and <i>) into nodes.

const PIECE = /<(\/?)([bi])>|&(amp|lt|gt|quot|#x27|#39);|\n|[^<&\n]+|[<&]/g;
const CHARACTERS = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

export function drawRich(text) {
  const root = document.createDocumentFragment();
  let open = root;
  for (const [piece, closing, tag, entity] of text.matchAll(PIECE)) {
    if (tag && !closing) open = open.appendChild(document.createElement(tag));
    else if (tag) open = open === root ? root : open.parentNode;
    else if (entity) open.append(CHARACTERS[entity]);
    else if (piece === "\n") open.append(document.createElement("br"));
    else open.append(piece);
  }
  return root;
}

export function readPlain(text) {
  const root = drawRich(text);
  for (const line of root.querySelectorAll("br")) line.replaceWith("\n");
  return root.textContent;
}
