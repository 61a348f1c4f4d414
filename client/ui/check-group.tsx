import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Label } from 'react-aria-components/Label';

export interface CheckGroupProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
}

/** Pick any number of a list that is all in sight. */
export function CheckGroup({ label, options, value, onChange }: CheckGroupProps) {
  return (
    <CheckboxGroup className="field" value={[...value]} onChange={onChange}>
      <Label className="label">{label}</Label>
      <div className="checks">
        {options.map((option) => (
          <CheckboxField key={option.value} value={option.value}>
            <CheckboxButton className="check">
              <span className="check-box" aria-hidden="true" />
              {option.label}
            </CheckboxButton>
          </CheckboxField>
        ))}
      </div>
    </CheckboxGroup>
  );
}
