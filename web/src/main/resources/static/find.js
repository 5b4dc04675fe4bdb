/* The keys of the search: Down steps from the field to those found, Up and Down walk them, Enter opens
   one (it is a link), Escape goes back to the field and, there, clears it.
     data-find="ask"     the field
     data-find="found"   the rows, each with one link */
"use strict";
(() => {
  const links = () => [...document.querySelectorAll('[data-find="found"] tr')].map((row) => row.querySelector("a")).filter(Boolean);
  const field = () => document.querySelector('[data-find="ask"]');

  const fromField = (event, asked) => {
    if (event.key === "ArrowDown" && links().length > 0) { links()[0].focus(); return true; }
    if (event.key === "Escape" && asked.value !== "") {
      asked.value = "";
      asked.dispatchEvent(new Event("input", { bubbles: true }));
      return true;
    }
    return false;
  };

  const fromRow = (event, link) => {
    const all = links();
    const at = all.indexOf(link);
    if (event.key === "ArrowDown") { all[Math.min(all.length - 1, at + 1)].focus(); return true; }
    if (event.key === "ArrowUp") { (at === 0 ? field() : all[at - 1]).focus(); return true; }
    if (event.key === "Escape") { field().focus(); return true; }
    return false;
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !(event.target instanceof Element)) return;
    const asked = event.target.closest('[data-find="ask"]');
    const link = event.target.closest('[data-find="found"] a');
    if ((asked && fromField(event, asked)) || (link && fromRow(event, link))) event.preventDefault();
  });
})();
