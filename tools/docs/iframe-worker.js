// A browser lets no page that lies in a folder start a worker. Read without a server, the search works in a hidden frame instead;
// the theme's worker looks for this name in the page around it.

if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.append(this.frame);
      const inside = this.frame.contentWindow;
      inside.postMessage = (data) => { this.dispatchEvent(new MessageEvent("message", { data })); };
      inside.importScripts = (...urls) => urls.reduce((before, one) => before.then(() => this.run(one)), Promise.resolve());
      this.running = this.run(url);
    }

    /** Returns a promise that is kept when the script has run in the frame. */
    run(url) {
      const script = this.frame.contentDocument.createElement("script");
      script.src = url;
      this.frame.contentDocument.body.append(script);
      return new Promise((resolve) => { script.addEventListener("load", resolve); });
    }

    postMessage(data) {
      this.running.then(() => this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data })));
    }
  };
  window.Worker = window.IFrameWorker;
}
