import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';

export interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  /** How much it stands out. One `strong` button per view; the rest are `quiet`. */
  readonly look?: 'strong' | 'quiet' | 'plain' | 'danger';
}

/** A button; the classes are those of the tablet's native buttons in `elements.css`. */
export function Button({ look = 'quiet', ...props }: ButtonProps) {
  return <AriaButton {...props} className={look === 'strong' ? 'button' : `button button-${look}`} />;
}
