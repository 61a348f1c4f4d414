import { createRoot } from 'react-dom/client';
import { CollectApp } from './collect-app.tsx';
import type { OpenedDevice } from './shell/open-device.ts';

/** Draws the tablet's screens in place of what `container` shows. */
export function renderCollectApp(container: HTMLElement, device: OpenedDevice): void {
  createRoot(container).render(<CollectApp device={device} />);
}
