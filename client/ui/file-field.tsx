import { useId } from 'react';

/** A file to choose, with its label. `onFile` is given null where the choice is taken back. */
export function FileField({
  label,
  accept,
  onFile,
}: {
  readonly label: string;
  readonly accept: string;
  readonly onFile: (file: File | null) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="file-input"
        type="file"
        accept={accept}
        onChange={(event) => {
          onFile(event.target.files?.[0] ?? null);
        }}
      />
    </div>
  );
}
