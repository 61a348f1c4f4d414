import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { useOneAtATime } from './use-one-at-a-time.ts';

it('lets a second tap go by while the first is at work, and takes the next one after it', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const ends: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => ends.push(resolve));
  function Begin() {
    const run = useOneAtATime();
    return (
      <button
        type="button"
        onClick={() => {
          run(work);
        }}
      />
    );
  }
  const place = document.createElement('div');
  const root = createRoot(place);
  act(() => {
    root.render(<Begin />);
  });
  const button = place.querySelector('button');
  button?.click();
  button?.click();
  expect(ends).toHaveLength(1);
  await act(async () => {
    ends[0]?.();
    await Promise.resolve();
  });
  button?.click();
  expect(ends).toHaveLength(2);
  act(() => {
    root.unmount();
  });
  vi.unstubAllGlobals();
});
