interface RadioListProps<Value extends string> {
  readonly legend: string;
  /** Of the form's field. */
  readonly name: string;
  readonly options: readonly Value[];
  /** An option in words. */
  readonly wordsOf: (option: Value) => string;
  readonly chosen: Value | null;
  readonly onChoose: (option: Value) => void;
  /** One below the other, unless it says otherwise. */
  readonly className?: string;
}

/** One of several, by a tap on a large target. */
export function RadioList<Value extends string>(props: RadioListProps<Value>) {
  const { legend, name, options, wordsOf, chosen, onChoose, className = 'choices' } = props;
  return (
    <fieldset className="plain-fieldset">
      <legend className="label">{legend}</legend>
      <div className={className}>
        {options.map((option) => (
          <label key={option} className="choice">
            <input
              type="radio"
              name={name}
              value={option}
              checked={chosen === option}
              onChange={() => {
                onChoose(option);
              }}
            />
            <span>{wordsOf(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
