// Sending an action to the kernel. While a page is being left its connection is gone already, and what a timer or a lost focus would
// still send has nobody to reach: that is no error of the page. Whatever the meeting waits for says so itself when no answer comes.

function dispatch(model, action, buffers = []) {
  try {
    model.send(action, undefined, buffers);
  } catch (error) {
    if (error.message !== "Cannot send") throw error;
  }
}
