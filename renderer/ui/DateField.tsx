import { CalendarOutlined } from '@ant-design/icons';
import { Input, Popover } from 'antd';
import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import { useSession } from '../stores/session.ts';
import { fieldText } from '../text/field.ts';
import { readDate, shiftDate, weekday } from './dateText.ts';
import { Field } from './Field.tsx';

const MonthCalendar = lazy(() => import('./MonthCalendar.tsx').then((m) => ({ default: m.MonthCalendar })));

interface Props {
  label: string;
  /** A LocalDate, or what was typed when it is no date (nothing typed is lost). */
  value: string;
  onChange(value: string): void;
  onBlur?(): void;
  required?: boolean;
  error?: string | undefined;
  hint?: string;
  span?: 1 | 2 | 3;
  disabled?: boolean;
  autoFocus?: boolean;
}

/** A date that is typed: many spellings, read on leaving; arrows move by a day; the calendar is for the mouse. */
export function DateField({ value, onChange, onBlur, error, hint, disabled, autoFocus, ...field }: Props) {
  const today = useSession((s) => s.session?.today ?? '');
  const [open, setOpen] = useState(false);
  const read = readDate(value, today);
  const unreadable = value !== '' && !read;

  const leave = () => {
    if (read && read !== value) onChange(read);
    onBlur?.();
  };
  const keys = (event: KeyboardEvent) => {
    const days = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!days || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onChange(read ? shiftDate(read, days) : today);
  };
  const choose = (date: string) => {
    setOpen(false);
    onChange(date);
  };
  const note = read && (read === today ? fieldText.today : fieldText.weekdays[weekday(read)]);
  return (
    <Field {...field} hint={hint} error={error ?? (unreadable ? fieldText.unreadableDate : undefined)}>
      {({ status, ...control }) => (
        <Input
          {...control}
          {...(status && { status })}
          {...(disabled !== undefined && { disabled })}
          {...(autoFocus && { autoFocus })}
          className="figures"
          value={value}
          placeholder={fieldText.dateExample}
          autoComplete="off"
          onChange={(e) => onChange(e.target.value)}
          onBlur={leave}
          onKeyDown={keys}
          suffix={
            <span className="date-suffix">
              {note && <span className="date-weekday">{note}</span>}
              <Popover
                open={open && !disabled}
                onOpenChange={setOpen}
                trigger="click"
                placement="bottomRight"
                content={
                  <Suspense fallback={fieldText.loading}>
                    <MonthCalendar value={read ?? today} onChoose={choose} />
                  </Suspense>
                }
              >
                <button
                  type="button"
                  className="icon-button"
                  tabIndex={-1}
                  aria-label={fieldText.openCalendar}
                >
                  <CalendarOutlined />
                </button>
              </Popover>
            </span>
          }
        />
      )}
    </Field>
  );
}
