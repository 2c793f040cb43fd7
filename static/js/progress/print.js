// The same pictures on paper: light, as wide as the page is, and without the tables but the one about pain.
import { drawAll, resizeAll } from "./charts.js";

const root = document.documentElement;
const button = document.querySelector("[data-prints]");
const printed = document.querySelectorAll(".picture__printed");
let before;

addEventListener("beforeprint", () => {
  before = { theme: root.dataset.theme, open: [...printed].map(({ open }) => open) };
  root.dataset.theme = "light";
  for (const table of printed) {
    table.open = true;
  }
  drawAll();
  resizeAll();
});

addEventListener("afterprint", () => {
  if (before.theme) {
    root.dataset.theme = before.theme;
  } else {
    delete root.dataset.theme;
  }
  printed.forEach((table, number) => {
    table.open = before.open[number];
  });
  resizeAll();
});

button.hidden = false;
button.addEventListener("click", () => print());
