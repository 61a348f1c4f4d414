import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';

export interface SelectGroup {
  /** Heading of the group; none for a plain list. */
  readonly title: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface SelectFieldProps {
  readonly label: string;
  readonly groups: readonly SelectGroup[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Pick one of many, in groups; typing jumps to a label. */
export function SelectField({ label, groups, value, onChange }: SelectFieldProps) {
  return (
    <Select
      className="field"
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
    >
      <Label className="label">{label}</Label>
      <Button className="input select-button">
        <SelectValue className="select-value" />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="popover">
        <ListBox className="listbox">
          {groups.map((group, index) => (
            <ListBoxSection key={group.title ?? index} aria-label={group.title ?? label}>
              {group.title === null ? null : <Header className="listbox-header">{group.title}</Header>}
              {group.options.map((option) => (
                <ListBoxItem key={option.value} id={option.value} className="listbox-item">
                  {option.label}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
