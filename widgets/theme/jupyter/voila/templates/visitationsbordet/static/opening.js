/* A page on its way: says how far it has come, gives way to the dashboard when that is drawn, and says so when it does not come. */
(() => {
  const LATE_MS = 20_000;
  const loading = document.getElementById("loading");
  const [said, way] = ["loading_text", "loading_way"].map((id) => document.getElementById(id));

  const say = (name) => { said.textContent = loading.dataset[name]; };
  const stuck = (name) => {
    say(name);
    way.hidden = false;
  };
  const drawn = () => {
    const shown = [...document.querySelectorAll("#rendered_cells :is(.vb-output, pre)")];
    return document.querySelector(".vb-failed") || shown.some((node) => node.textContent.trim());
  };
  const empty = () => document.getElementById("loading_end") && !document.querySelector("#rendered_cells .jp-OutputArea-child");

  const late = setTimeout(() => stuck("late"), LATE_MS);
  const looking = new MutationObserver(() => {
    if (!drawn() && !empty()) return;
    looking.disconnect();
    clearTimeout(late);
    loading.remove();
  });
  looking.observe(document.body, { childList: true, subtree: true, characterData: true });

  const starting = new MutationObserver(() => {
    if (!document.getElementById("jupyter-config-data")) return;
    starting.disconnect();
    say("reading");
  });
  starting.observe(document.body, { childList: true, subtree: true });

  document.addEventListener("DOMContentLoaded", () => {
    starting.disconnect();
    if (document.getElementById("loading_end")) say("drawing");
    else stuck("cut");
  });
  window.voila_heartbeat = () => {}; // the server calls it to keep the connection of a page that takes long
})();
