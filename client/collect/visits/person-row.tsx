import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Chosen } from './work-context.tsx';
import { useWork } from './work-context.tsx';

interface PersonRowProps {
  readonly chosen: Chosen;
  readonly to: string;
  readonly name: string;
  readonly children: ReactNode;
}

/** A row of a list that opens whom it names: the whole of it is the target. */
export function PersonRow({ chosen, to, name, children }: PersonRowProps) {
  const { choose } = useWork();
  const [, navigate] = useLocation();
  return (
    <li>
      <button
        className="person-row"
        type="button"
        onClick={() => {
          choose(chosen);
          navigate(to);
        }}
      >
        <span>
          <strong className="person-name">{name}</strong>
          <span className="quiet small">{children}</span>
        </span>
        <span className="person-arrow" aria-hidden="true" />
      </button>
    </li>
  );
}
