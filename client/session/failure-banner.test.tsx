import { afterEach, expect, it, vi } from 'vitest';
import { LanguageProvider } from '../i18n/language-context.tsx';
import { render } from '../ui/testing/render.ts';
import { FailureBanner } from './failure-banner.tsx';
import { SessionProvider } from './session.tsx';

const failure = {
  kind: 'refused',
  code: 'NOT_SIGNED_IN',
  message: 'Not signed in.',
  hint: undefined,
} as const;

afterEach(() => {
  vi.unstubAllGlobals();
});

/** What the banner says, and how often it was asked who is signed in: a page that knows leads to signing in. */
async function show(onRetry?: () => void) {
  let asked = 0;
  vi.stubGlobal('fetch', () => {
    asked += 1;
    return Promise.resolve(new Response('{}', { status: 500 }));
  });
  const { container, unmount } = await render(
    <LanguageProvider>
      <SessionProvider>
        <FailureBanner failure={failure} {...(onRetry && { onRetry })} />
      </SessionProvider>
    </LanguageProvider>,
  );
  const link = container.querySelector('a');
  const said = { asked, link: link && [link.getAttribute('href'), link.target] };
  unmount();
  return said;
}

it('keeps what was typed where the session ended under a form, and leads a page that only reads to signing in', async () => {
  expect(await show()).toEqual({ asked: 1, link: ['/sign-in', '_blank'] });
  expect(await show(() => undefined)).toEqual({ asked: 2, link: null });
});
