import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';

/** One line of text with its label and, when it is refused, why. */
export function TextField({
  label,
  ...props
}: Omit<TextFieldProps, 'className'> & { readonly label: string }) {
  return (
    <AriaTextField {...props} className="field">
      <Label className="label">{label}</Label>
      <Input className="input" />
      <FieldError className="field-error" />
    </AriaTextField>
  );
}
