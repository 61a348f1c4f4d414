import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** React asks to be told that it runs in a test. */
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export interface Rendered {
  readonly container: HTMLElement;
  readonly unmount: () => void;
}

/** Renders into the test page and waits until effects and what they fetched have settled. */
export async function render(node: ReactNode): Promise<Rendered> {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  await act(async () => {
    root.render(node);
    await Promise.resolve();
  });
  return {
    container,
    unmount: () => {
      act(() => {
        root.unmount();
      });
      container.remove();
    },
  };
}
