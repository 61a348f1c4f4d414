import type { StartOrigin } from './start-origin.ts';

interface OriginNoteProps {
  readonly origin: StartOrigin;
  /** Its name. */
  readonly branch: string;
}

/** With whom the interview is to be held, and what the supervisor said of the one before. */
export function OriginNote({ origin: { name, revision }, branch }: OriginNoteProps) {
  return (
    <>
      <p>
        {name !== null && <strong className="person-name">{name} · </strong>}
        {branch}
      </p>
      {revision !== undefined && <q className="returned-comment">{revision.reason}</q>}
    </>
  );
}
