interface PinFieldProps {
  readonly name: string;
  readonly label: string;
  readonly describedBy: string;
  /** Whether letters may be typed too: a passphrase. */
  readonly letters: boolean;
}

/**
 * A PIN or passphrase. As a one-time code to the browser, so that no password manager keeps it, and as a
 * password to the keyboard, so that it learns nothing.
 */
export function PinField({ name, label, describedBy, letters }: PinFieldProps) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        className="input code-input pin-input"
        type="password"
        name={name}
        inputMode={letters ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        aria-describedby={describedBy}
      />
    </label>
  );
}
