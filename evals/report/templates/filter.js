(() => {
  "use strict";
  const form = document.getElementById("filter");
  if (!form) return;
  const all = [...document.querySelectorAll(".mistake")];
  const boxes = [...document.querySelectorAll(".source, .case")];
  const shown = form.querySelector("output");
  const texts = new Map();

  const text = (one) => {
    if (!texts.has(one)) texts.set(one, `${one.id} ${one.textContent}`.toLowerCase());
    return texts.get(one);
  };
  const fits = (one, wanted) =>
    ["verdict", "case", "kind"].every((name) => !wanted[name] || one.dataset[name] === wanted[name]) &&
    (!wanted.group || one.dataset.groups.split(" ").includes(wanted.group)) &&
    wanted.words.toLowerCase().split(/\s+/).every((word) => text(one).includes(word));

  const apply = () => {
    const wanted = Object.fromEntries(new FormData(form));
    let number = 0;
    for (const one of all) {
      one.hidden = !fits(one, wanted);
      if (!one.hidden) number += 1;
    }
    for (const box of boxes) box.hidden = !box.querySelector(".mistake:not([hidden])");
    shown.textContent = `${number} of ${all.length}`;
  };
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.closest("[hidden]")) return;
    form.reset();
    apply();
    target.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  for (const link of document.querySelectorAll("[data-group]")) {
    link.closest("[hidden]").hidden = false;
    link.addEventListener("click", () => {
      form.reset();
      form.elements.group.value = link.dataset.group;
      apply();
    });
  }
  apply();
})();
