import type { ReactNode } from 'react';

export interface BannerProps {
  readonly tone: 'note' | 'warn' | 'danger' | 'ok';
  /** `alert` is read out at once: for something that just went wrong. */
  readonly role?: 'alert' | 'status' | 'note';
  readonly children: ReactNode;
}

/** A message that stays in view. The words carry the meaning; the colour only helps. */
export function Banner({ tone, role = 'note', children }: BannerProps) {
  return (
    <div role={role} className={tone === 'note' ? 'banner' : `banner banner-${tone}`}>
      {children}
    </div>
  );
}
