// The page's own menu: size of the letters, help, leaving.

import { keepDraft, readDraft } from "./store.js";

const SIZES = [100, 112.5, 125, 150, 175, 200];
const USUAL = 1;
const NAME = "letters";
const part = (id) => document.getElementById(id);

export function setUpMenu({ onHelp, onLeave }) {
  let size = SIZES.indexOf(Number(readDraft(NAME)));
  if (size < 0) size = USUAL;
  const show = () => (document.documentElement.style.fontSize = `${SIZES[size]}%`);
  const change = (by) => {
    size = Math.min(Math.max(size + by, 0), SIZES.length - 1);
    keepDraft(NAME, String(SIZES[size]));
    show();
  };
  show();
  const menu = part("more");
  if (!menu) return;
  part("smaller").addEventListener("click", () => change(-1));
  part("larger").addEventListener("click", () => change(1));
  const close = () => {
    menu.open = false;
    menu.querySelector(".leave").open = false;
  };
  part("stay").addEventListener("click", close);
  const leaving = menu.querySelector("form");
  leaving.addEventListener("submit", async (event) => {
    event.preventDefault();
    await onLeave();
    leaving.submit();
  });
  part("help").addEventListener("click", () => {
    close();
    onHelp();
  });
  document.addEventListener("click", (event) => menu.contains(event.target) || close());
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
}
