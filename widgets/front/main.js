/* The program of a page: listens to the kernel while the notebook still runs, and shows what it has put out as soon as the page stands.

Packed into one file by tools/make_front.py. JupyterLab has a program of its own; this one is for the pages of our server. */
import "./loader.js";
import "anywidget";
import * as base from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
import { PageConfig } from "@jupyterlab/coreutils";
import { CommsOverSubshells } from "@jupyterlab/services/lib/kernel/comm";
import { KernelConnection } from "@jupyterlab/services/lib/kernel/default";
import { ServerConnection } from "@jupyterlab/services/lib/serverconnection";
import { Widget } from "@lumino/widgets";

const anywidget = define.made(base);
const MODULES = {
  anywidget: () => anywidget,
  "@jupyter-widgets/base": () => base,
  "@jupyter-widgets/controls": () => import("@jupyter-widgets/controls"),
};
const OUTPUTS = 'script[type="application/vnd.voila.cell-output+json"]';

/** The widgets of one kernel. */
class Manager extends ManagerBase {
  constructor(kernel) {
    super();
    this.kernel = kernel;
    kernel.registerCommTarget(this.comm_target_name, (comm, opening) => this.handle_comm_open(new base.shims.services.Comm(comm), opening));
  }

  async _create_comm(target, id, data, metadata, buffers) {
    const comm = this.kernel.createComm(target, id);
    if (data || metadata) comm.open(data, metadata, buffers);
    return new base.shims.services.Comm(comm);
  }

  async _get_comm_info() {
    return (await this.kernel.requestCommInfo({ target_name: this.comm_target_name })).content.comms;
  }

  async loadClass(name, module) {
    if (!MODULES[module]) throw new Error(`The pages of this server show no widgets of ${module}.`);
    return (await MODULES[module]())[name];
  }
}

/** Ways to show an output, the best first: each makes a node of what the kernel put out. */
const WAYS = {
  "application/vnd.jupyter.widget-view+json": async ({ model_id: id }, manager) => {
    const { luminoWidget: widget } = await manager.create_view(await manager.get_model(id));
    return widget;
  },
  "text/html": (html) => holding("innerHTML", html),
  "image/svg+xml": (svg) => holding("innerHTML", svg),
  "text/plain": (text) => holding("textContent", text),
};

function holding(property, content) {
  return new Widget({ node: Object.assign(document.createElement("div"), { [property]: content }) });
}

async function show(output, manager) {
  const { data } = JSON.parse(output.textContent);
  const way = Object.keys(WAYS).find((kind) => kind in data);
  if (!way) return;
  const widget = await WAYS[way](data[way], manager);
  widget.addClass("vb-output");
  Widget.attach(widget, output.parentElement, output);
}

async function showAll(manager) {
  await manager._loadFromKernel();
  for (const output of document.querySelectorAll(OUTPUTS)) await show(output, manager);
}

/** The connection to the kernel that this page was given; the kernel ends with the page. It does one thing after the other, and what is
    pressed is told to it in the order in which it was pressed. */
function connected() {
  const [baseUrl, id] = [PageConfig.getBaseUrl(), PageConfig.getOption("kernelId")];
  const serverSettings = ServerConnection.makeSettings({ baseUrl });
  const kernel = new KernelConnection({ model: { id, name: "" }, serverSettings, commsOverSubshells: CommsOverSubshells.Disabled });
  addEventListener("beforeunload", () => {
    navigator.sendBeacon(`${baseUrl}voila/api/shutdown/${id}`);
    kernel.dispose();
  });
  return kernel;
}

const manager = new Manager(connected());
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => showAll(manager));
else showAll(manager);
