/** Longer than a frame takes; a page that is not visible draws none. */
const PATIENCE_MS = 100;

/** Done once the next frame has been handed to the screen. */
export function afterNextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      setTimeout(resolve, 0);
    };
    requestAnimationFrame(done);
    setTimeout(resolve, PATIENCE_MS);
  });
}
