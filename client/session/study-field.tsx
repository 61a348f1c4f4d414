import type { Study } from '../../contracts/api.ts';
import { SelectField } from '../ui/select-field.tsx';

/** Chooses a study by its title; nothing where there is nothing to choose. */
export function StudyField({
  label,
  studies,
  value,
  onChange,
}: {
  readonly label: string;
  readonly studies: readonly Pick<Study, 'id' | 'title'>[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  if (studies.length < 2) return null;
  const options = studies.map(({ id, title }) => ({ value: id, label: title }));
  return <SelectField label={label} groups={[{ title: null, options }]} value={value} onChange={onChange} />;
}
