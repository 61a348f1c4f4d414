import { SwitchButton, SwitchField as AriaSwitchField } from 'react-aria-components/Switch';

export interface SwitchFieldProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** On or off, at once. */
export function SwitchField({ label, isOn, onChange }: SwitchFieldProps) {
  return (
    <AriaSwitchField isSelected={isOn} onChange={onChange}>
      <SwitchButton className="switch">
        <span className="switch-track" aria-hidden="true">
          <span className="switch-thumb" />
        </span>
        {label}
      </SwitchButton>
    </AriaSwitchField>
  );
}
