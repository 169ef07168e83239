// Rolling news: asks the portal for what came in and puts it at the head of the list, as text only. It stops where the reader says so, where
// the page is not seen, and it moves nothing where the reader wants no motion (the style sheet holds to that).
"use strict";
(() => {
  const AGAIN = 60000; // milliseconds until a refused connection is tried again
  const STOPPED = "dragoman-rolling-paused";
  const held = () => {
    try {
      return localStorage.getItem(STOPPED) === "1";
    } catch {
      return false;
    }
  };
  const keep = (paused) => {
    try {
      if (paused) localStorage.setItem(STOPPED, "1");
      else localStorage.removeItem(STOPPED);
    } catch {
      // private windows keep nothing
    }
  };

  const made = (tag, text, more) => {
    const node = document.createElement(tag);
    node.textContent = text;
    for (const [name, value] of Object.entries(more || {})) if (value) node.setAttribute(name, value);
    return node;
  };

  function gap(told) {
    const item = document.createElement("li");
    item.className = "missed";
    item.append(made("a", told.title, { href: told.href, lang: told.lang, dir: told.dir }));
    return item;
  }

  function line(told) {
    const item = document.createElement("li");
    const facts = made("span", "", { class: "facts" });
    item.append(made("a", told.title, { href: told.href, lang: told.lang, dir: told.dir }), " ", facts);
    facts.append(made(told.machine ? "time" : "span", told.when, { datetime: told.machine, class: "when" }), " ");
    facts.append(made("span", told.outlet, { class: "outlet", dir: "auto" }));
    return item;
  }

  for (const box of document.querySelectorAll("[data-rolling]")) {
    const list = box.querySelector("ol");
    const button = box.querySelector("[data-rolling-pause]");
    const state = box.querySelector("[data-rolling-state]");
    let last = box.dataset.after;
    let source = null;
    let waiting = 0;
    let paused = held();

    const tell = (word) => {
      if (state.textContent !== state.dataset[word]) state.textContent = state.dataset[word];
    };

    function close() {
      clearTimeout(waiting);
      if (source) source.close();
      source = null;
    }

    function open() {
      close();
      source = new EventSource(`${box.dataset.rolling}?after=${encodeURIComponent(last)}`);
      source.addEventListener("open", () => tell("on"));
      source.addEventListener("article", (event) => {
        last = event.lastEventId;
        list.prepend(line(JSON.parse(event.data)));
        while (list.children.length > Number(box.dataset.most)) list.lastElementChild.remove();
      });
      source.addEventListener("missed", (event) => {
        last = event.lastEventId;
        list.prepend(gap(JSON.parse(event.data)));
      });
      source.addEventListener("error", () => {
        tell("lost");
        if (source && source.readyState === EventSource.CLOSED) waiting = setTimeout(open, AGAIN);
      });
    }

    function show() {
      button.setAttribute("aria-pressed", String(paused));
      box.classList.toggle("paused", paused);
      if (paused || document.hidden) close();
      else open();
      if (paused) tell("off");
    }

    button.hidden = false;
    box.classList.add("moving");
    button.addEventListener("click", () => {
      paused = !paused;
      keep(paused);
      show();
    });
    document.addEventListener("visibilitychange", show);
    window.addEventListener("pagehide", close);
    show();
  }
})();
