/* JupyterLab sets formulas before it shows anything. No page of ours holds one, so what would set them (900 kB) is left out. */
window.MathJax = { Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } } };
