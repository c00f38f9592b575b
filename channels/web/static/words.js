// The interface's words, as the server put them into the page.

const data = JSON.parse(document.getElementById("page-data").textContent);

export const language = document.documentElement.lang;

export function word(name) {
  return data.words[name] ?? name;
}
