/* The keys. A page marks what a key does where it stands:
     data-key="KeyS"   press a button, follow a link, open a summary, or step into a field
     data-go="KeyO"    the same, after G
   Values are places on the keyboard (KeyboardEvent.code), so that they work whatever is printed on it.
   Nothing acts inside a field, and each reader can turn the keys off (WCAG 2.1.4). */
"use strict";
(() => {
  const OFF = "nostos.keys.off";
  const GO_LASTS = 1500;
  let goUntil = 0;

  const isOff = () => { try { return localStorage.getItem(OFF) === "1"; } catch { return false; } };
  const turn = (on) => { try { on ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"); } catch { /* kept for this page alone */ } };

  const writes = (element) =>
    element.isContentEditable || element.closest("select, textarea, input:not([type=radio]):not([type=checkbox]):not([type=button]):not([type=submit])") !== null;

  const act = (element) => {
    if (!element) return false;
    if (element.matches("input:not([type=submit]):not([type=button]), textarea, select")) { element.focus(); element.select?.(); }
    else { element.focus(); element.click(); }
    return true;
  };

  const find = (name, code) => document.querySelector(`[${name}="${CSS.escape(code)}"]:not([disabled])`);

  /* Where a page names no next and back, J and K walk the first links of its rows. */
  const walk = (step) => {
    const links = [...document.querySelectorAll("main tbody tr")].map((row) => row.querySelector("a, button")).filter(Boolean);
    if (links.length === 0) return false;
    const at = links.indexOf(document.activeElement);
    links[at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))].focus();
    return true;
  };

  const press = (event) => {
    if (goUntil > event.timeStamp) { goUntil = 0; return act(find("data-go", event.code)); }
    if (event.key === "?") return act(find("data-key", "Question"));
    if (event.shiftKey) return false;
    if (event.code === "KeyG") { goUntil = event.timeStamp + GO_LASTS; return true; }
    if (event.key === "/" || event.code === "Slash") return act(find("data-key", "Slash"));
    if (act(find("data-key", event.code.replace("Numpad", "Digit")))) return true;
    if (event.code === "KeyJ") return walk(1);
    if (event.code === "KeyK") return walk(-1);
    return false;
  };

  document.addEventListener("keydown", (event) => {
    if (isOff() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
    if (!(event.target instanceof Element) || writes(event.target) || document.querySelector("#keys:popover-open")) return;
    if (press(event)) event.preventDefault();
  });

  const box = document.getElementById("keys-on");
  if (box) {
    box.checked = !isOff();
    box.addEventListener("change", () => turn(box.checked));
  }
})();
