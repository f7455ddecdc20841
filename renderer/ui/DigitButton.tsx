import { Button } from 'antd';

interface Props {
  /** 1 to 9; a higher place in the row has no digit. */
  digit: number;
  label: string;
  kind?: 'primary' | 'default' | 'text';
  onClick(): void;
}

/** A button that a digit presses too (see `useDigits`); the digit stands on it. */
export function DigitButton({ digit, label, kind = 'default', onClick }: Props) {
  const shortcut = digit < 10 ? String(digit) : undefined;
  return (
    <Button type={kind} onClick={onClick} {...(shortcut && { 'aria-keyshortcuts': shortcut })}>
      {shortcut && (
        <span className="step-digit" aria-hidden="true">
          {shortcut}
        </span>
      )}
      {label}
    </Button>
  );
}
