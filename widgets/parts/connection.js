// Whether the kernel behind a panel can be heard: by its connection, by its own word, by the network, and by an answer to what was sent.

const PATIENCE_MS = 4000; // how long a kernel that is not at work may take to answer
const WORK_MS = 30_000; // how long one that is at work may say nothing
const connections = new WeakMap();

/** Sends an action to the kernel and expects an answer. While a page is being left the connection is gone already, and what a timer or a
    lost focus would still send has nobody to reach: that is no error of the page. */
function dispatch(model, action, buffers = []) {
  try {
    model.send(action, undefined, buffers);
  } catch (error) {
    if (error.message !== "Cannot send") throw error;
  }
  connections.get(model)?.expect();
}

/** Watches the kernel behind `model`: `changed(how)` is called with "lost" when it can no longer be heard, with "late" when it has been at
    work and silent for long, and with null when it is heard again. Returns what ends that. A page that was stored has no kernel and loses
    none. */
function watchConnection(model, changed) {
  const kernel = model.widget_manager?.kernel;
  if (!kernel) return () => {};
  const ear = { kernel, changed, how: null, silent: false, late: false, cut: false, patience: null, work: null };
  const heard = (_, { direction }) => { if (direction === "recv") hear(ear); };
  const settle = () => settleEar(ear);
  const work = () => { awaitWork(ear); settle(); };
  const look = async () => { ear.cut = !(await serverAnswers()); settle(); };
  const leave = () => { ear.changed = () => {}; }; // a page that is being left loses its kernel, and nobody is to be told
  connections.set(model, { expect: () => { ear.patience ??= setTimeout(() => missAnswer(ear), PATIENCE_MS); } });
  const [signals, events] = [[kernel.connectionStatusChanged, kernel.disposed], ["offline", "online"]];
  kernel.anyMessage.connect(heard);
  for (const signal of signals) signal.connect(settle);
  kernel.statusChanged.connect(work);
  for (const name of events) addEventListener(name, look);
  addEventListener("beforeunload", leave);
  return () => {
    leave();
    clearTimeout(ear.patience);
    clearTimeout(ear.work);
    kernel.anyMessage.disconnect(heard);
    kernel.statusChanged.disconnect(work);
    for (const signal of signals) signal.disconnect(settle);
    for (const name of events) removeEventListener(name, look);
    removeEventListener("beforeunload", leave);
    connections.delete(model);
  };
}

function hear(ear) {
  clearTimeout(ear.patience);
  Object.assign(ear, { patience: null, silent: false });
  awaitWork(ear);
  settleEar(ear);
}

/** One that is at work is given its time anew whenever it is heard; one that is done has nothing to be late with. */
function awaitWork(ear) {
  clearTimeout(ear.work);
  const missWork = () => { ear.late = true; settleEar(ear); };
  Object.assign(ear, { late: false, work: ear.kernel.status === "busy" ? setTimeout(missWork, WORK_MS) : null });
}

/** A kernel at work answers when it is done. */
function missAnswer(ear) {
  Object.assign(ear, { patience: null, silent: ear.kernel.status !== "busy" });
  settleEar(ear);
}

function settleEar(ear) {
  const { kernel, silent, late, cut } = ear;
  const isLost = silent || cut || kernel.isDisposed || kernel.status === "dead" || kernel.connectionStatus !== "connected";
  const how = isLost ? "lost" : late ? "late" : null;
  if (how === ear.how) return;
  ear.how = how;
  ear.changed(how);
}

/** Returns whether the server can be reached: without a network a laptop still reaches the one on itself. */
async function serverAnswers() {
  try {
    await fetch(document.querySelector("link[rel~=icon]").href, { method: "HEAD", cache: "no-store" });
    return true;
  } catch {
    return false;
  }
}
