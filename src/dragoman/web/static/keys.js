// Keys of the portal. It only moves the focus and follows links that are on the page: no markup is written, nothing is fetched.
"use strict";
(() => {
  const GO = { l: "/", s: "/stories", a: "/agenda", t: "/statements", e: "/entities", h: "/health" };
  const ITEMS = "[data-item], .lines > li, .members > li, .happening, .said-line";
  const PATIENCE = 1500; // milliseconds after g
  const OFF = "dragoman-keys-off";
  const main = document.querySelector("main");
  const sheet = document.getElementById("keys-sheet");
  let here = null;
  let going = 0;

  const off = () => {
    try {
      return localStorage.getItem(OFF) === "1";
    } catch {
      return false;
    }
  };
  const first = (selector, ...places) => places.filter(Boolean).map((place) => place.querySelector(selector)).find(Boolean);
  const click = (node) => node && node.click();
  const shown = (node) => node.getClientRects().length > 0;

  function move(step) {
    const items = [...main.querySelectorAll(ITEMS)].filter(shown);
    if (!items.length) return;
    let at = items.indexOf(here);
    if (at < 0) {
      at = items.findIndex((item) => item.getBoundingClientRect().bottom > 0);
      at = step > 0 ? Math.max(at, 0) : Math.max(at - 1, 0);
    } else {
      at = Math.min(Math.max(at + step, 0), items.length - 1);
    }
    leave();
    here = items[at];
    here.classList.add("item-here");
    const target = first("h2 a[href], h3 a[href], a[href]", here) || here;
    if (target === here) here.tabIndex = -1;
    target.focus({ preventScroll: true });
    here.scrollIntoView({ block: "nearest" });
  }

  function leave() {
    if (here) here.classList.remove("item-here");
    here = null;
  }

  function help() {
    if (!sheet || !sheet.showModal) return;
    if (sheet.open) sheet.close();
    else sheet.showModal();
  }

  const DO = {
    j: () => move(1),
    k: () => move(-1),
    o: () => here && click(first("h2 a[href], h3 a[href], a[href]", here)),
    n: () => click(first('a[rel~="next"]', main)),
    p: () => click(first('a[rel~="prev"]', main) || first('.pages a:not([rel~="next"])', main)),
    v: () => click(first("a.original", here, main)),
    m: () => click(first('[data-key="m"]', here, main)),
    s: () => click(first('[data-key="s"]', here, main)),
    "/": () => {
      const field = document.getElementById("quick-q");
      if (field) field.focus();
      if (field) field.select();
    },
    "?": help,
  };

  // The letter of a key: its own where it is a Latin one or a sign, else that of its place (so that a Cyrillic or Arabic keyboard works).
  const letter = (event) => (/^[\x21-\x7e]$/.test(event.key) ? event.key : (/^Key([A-Z])$/.exec(event.code) || ["", ""])[1].toLowerCase());

  const typing = (node) =>
    node instanceof Element &&
    node.closest('textarea, select, [contenteditable]:not([contenteditable="false"]), input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"])');

  function pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key === "Escape") {
      if (typing(event.target)) event.target.blur();
      else if (!sheet || !sheet.open) leave();
      return;
    }
    if (typing(event.target) || off()) return;
    if (event.key === "Enter") {
      if (here && (event.target === here || event.target === document.body)) DO.o();
      return;
    }
    const key = letter(event);
    if (sheet && sheet.open) {
      if (key === "?") event.preventDefault(), help();
      return;
    }
    const follows = event.timeStamp - going < PATIENCE && going > 0;
    going = 0;
    if (follows && Object.hasOwn(GO, key)) {
      event.preventDefault();
      location.assign(GO[key]);
    } else if (key === "g") {
      going = event.timeStamp;
    } else if (Object.hasOwn(DO, key)) {
      event.preventDefault();
      DO[key]();
    }
  }

  function label(button) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(!off()));
  }

  document.addEventListener("keydown", pressed);
  for (const button of document.querySelectorAll("button[data-keys-switch]")) {
    label(button);
    button.addEventListener("click", () => {
      try {
        if (off()) localStorage.removeItem(OFF);
        else localStorage.setItem(OFF, "1");
      } catch {
        return;
      }
      document.querySelectorAll("button[data-keys-switch]").forEach(label);
    });
  }
  for (const link of document.querySelectorAll("a[data-keys-help]")) {
    link.addEventListener("click", (event) => {
      if (!sheet || !sheet.showModal) return;
      event.preventDefault();
      help();
    });
  }
})();
