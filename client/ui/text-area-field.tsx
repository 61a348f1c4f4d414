import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField, type TextFieldProps } from 'react-aria-components/TextField';

/** Some lines of text, with its label and what to know about it. */
export function TextAreaField({
  label,
  description,
  rows = 3,
  ...props
}: Omit<TextFieldProps, 'className'> & {
  readonly label: string;
  readonly description?: string;
  readonly rows?: number;
}) {
  return (
    <TextField {...props} className="field">
      <Label className="label">{label}</Label>
      <TextArea className="input" rows={rows} />
      {description === undefined ? null : (
        <Text slot="description" className="quiet small">
          {description}
        </Text>
      )}
    </TextField>
  );
}
